package org.danaya.sigma.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterReader;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    /** Counts how often it is read from. */
    private static final class Counting extends FilterReader {

        private int reads;

        Counting(String text) {
            super(new WholeCharacters(text));
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            reads++;
            return super.read(buffer, from, length);
        }
    }

    /** The parser copies what it holds of a text each time it reads more. */
    @Test
    void aVeryLongTextIsReadInFewPieces() throws YamlDefect {
        String text = "\ud83d\ude00a".repeat(3_000_000);
        String yaml = "a: \"" + text + "\"\nb: c";
        try (Counting reader = new Counting(yaml)) {
            Yaml.Mapping map = (Yaml.Mapping) YamlReader.parse(reader, yaml.length());
            Yaml.Scalar value = (Yaml.Scalar) Objects.requireNonNull(map).get("a");
            assertEquals(text, Objects.requireNonNull(value).text());
            assertEquals(2, Objects.requireNonNull(map.get("b")).line());
            assertTrue(reader.reads < 20, () -> reader.reads + " reads");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
