package org.danaya.trust.validation;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON once, within limits; knows a compact JWS by its form. */
final class JsonScreen {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(100)
                                    .maxStringLength(32 << 20)
                                    .maxNameLength(10_000)
                                    .build())
                    .build();

    private JsonScreen() {}

    static Screening look(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.startsWith("e")) {
            return text.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+")
                    ? Screening.Passed.of(FileKind.JSON)
                    : Screening.Stopped.because(Refusal.UNKNOWN_FORMAT);
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                parser.getString();
            }
            return Screening.Passed.of(FileKind.JSON);
        } catch (JacksonException _) {
            return Screening.Stopped.because(Refusal.JSON_MALFORMED);
        }
    }
}
