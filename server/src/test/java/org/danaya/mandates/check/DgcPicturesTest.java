package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.verify.Parsed;
import org.danaya.verify.mandate.MandateSeal;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pictures of the EU's test certificates, which we did not make: each is read or not as its
 * vector expects, and none is taken for a mandate. What is in the codes, {@code DgcCorpusTest} of
 * the library judges. About 15 seconds.
 */
class DgcPicturesTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static List<Path> files(String end) throws IOException {
        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA names no folder of test data");
        Path folder = Path.of(corpora, "dgc");
        Assumptions.assumeTrue(Files.exists(folder), "no " + folder);
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(end)).sorted().toList();
        }
    }

    private static List<String> read(byte[] file) {
        return QrPictures.read(file) instanceof Sight.Picture(List<String> texts)
                ? texts
                : List.of();
    }

    @Test
    void everyVectorsPictureIsReadAsItsAuthorsExpect() throws IOException {
        int readable = 0;
        int others = 0;
        for (Path path : files(".json")) {
            JsonNode vector = vector(path);
            JsonNode expected = vector.path("EXPECTEDRESULTS").path("EXPECTEDPICTUREDECODE");
            if (!vector.path("2DCODE").isString() || !expected.isBoolean()) {
                continue;
            }
            byte[] picture = picture(vector.get("2DCODE").asString());
            if (expected.asBoolean()) {
                assertThat(read(picture))
                        .as(path.toString())
                        .containsExactly(vector.get("PREFIX").asString());
                readable++;
            } else {
                assertThat(read(picture))
                        .as(path.toString())
                        .doesNotContain(vector.path("PREFIX").asString("?"));
                others++;
            }
        }
        System.out.println("DgcPicturesTest: " + readable + " read, " + others + " not to be read");
        assertThat(readable).isGreaterThan(20);
    }

    /** Some of the files have a mark of their encoding at their head. */
    private static JsonNode vector(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int mark = bytes[0] == (byte) 0xEF ? 3 : 0;
        return MAPPER.readTree(
                new InputStreamReader(
                        new ByteArrayInputStream(bytes, mark, bytes.length - mark),
                        StandardCharsets.UTF_8));
    }

    private static byte[] picture(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @Test
    void everyPictureThatLiesInAFileIsReadAndIsNoMandate() throws IOException {
        List<Path> pictures = files(".png");
        Assumptions.assumeFalse(pictures.isEmpty(), "the corpus has no pictures");
        for (Path picture : pictures) {
            assertThat(read(Files.readAllBytes(picture)))
                    .as(picture.toString())
                    .singleElement()
                    .satisfies(
                            text ->
                                    assertThat(MandateSeal.read(text))
                                            .isInstanceOf(Parsed.Malformed.class));
        }
    }
}
