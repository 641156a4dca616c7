package org.danaya.sigma.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholderReaderTest {
    @TempDir private Path folder;

    @Test
    void aNameHasAValueOrAListOfThem() throws IOException {
        Placeholders read =
                given(
                        """
                        servers: [srv*, 'dc-?1']
                        domain: example
                        # none yet
                        admins: []
                        number: 0012
                        """);
        assertEquals(
                Map.of(
                        "servers",
                        List.of("srv*", "dc-?1"),
                        "domain",
                        List.of("example"),
                        "admins",
                        List.of(),
                        "number",
                        List.of("0012")),
                read.values());
        assertEquals(
                "F [srv*, dc-?1]",
                Documented.shown(Documented.selection("F|expand: '%servers%'", read.values())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "- a ~ ATTRIBUTE_TYPE ~ `` ~ 1",
                "`` ~ ATTRIBUTE_TYPE ~ `` ~ 1",
                "a: 1\\n'%b%': c ~ ATTRIBUTE_TYPE ~ %b% ~ 2",
                "a b: c ~ ATTRIBUTE_TYPE ~ a b ~ 1",
                "a: {b: c} ~ ATTRIBUTE_TYPE ~ a ~ 1",
                "a:\\n- b\\n- null ~ ATTRIBUTE_TYPE ~ a ~ 3",
                "a: 1\\na: 2 ~ YAML_DUPLICATE_KEY ~ a ~ 2",
                "a: \\xff ~ FILE_NOT_UTF8 ~ `` ~ 1"
            })
    void anythingElseIsRefusedWithItsCauseAndLine(String yaml, Cause cause, String about, int line)
            throws IOException {
        Path file = folder.resolve("values.yml");
        Files.write(
                file,
                yaml.replace("\\n", "\n")
                        .replace("\\xff", "\u00ff")
                        .getBytes(StandardCharsets.ISO_8859_1));
        Read.Refused refused = refused(file);
        assertEquals(cause, refused.cause());
        assertEquals(about, refused.about());
        assertEquals(new Header.Source(file.toString(), 0, line), refused.source());
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Read.Refused refused = refused(folder.resolve("absent.yml"));
        assertEquals(Cause.FILE_UNREADABLE, refused.cause());
        assertEquals("NoSuchFileException", refused.about());
    }

    private Placeholders given(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("values.yml"), yaml);
        return switch (PlaceholderReader.read(file)) {
            case PlaceholderReader.Outcome.Given given -> given.placeholders();
            case PlaceholderReader.Outcome.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static Read.Refused refused(Path file) {
        return switch (PlaceholderReader.read(file)) {
            case PlaceholderReader.Outcome.Given given -> throw new AssertionError(given);
            case PlaceholderReader.Outcome.Refused refused -> refused.refusal();
        };
    }
}
