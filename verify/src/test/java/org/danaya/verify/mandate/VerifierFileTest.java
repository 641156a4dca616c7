package org.danaya.verify.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VerifierFileTest {

    private static final Path WORDS = Path.of("src/main/resources/static/verify-words.js");

    /** Writes the file where DANAYA_WRITE_REFERENCE is set, as the other made files. */
    @Test
    void theScriptHasTheWordsOfTheBundles() throws IOException {
        if ("1".equals(System.getenv("DANAYA_WRITE_REFERENCE"))) {
            Files.writeString(WORDS, VerifierFile.wordsScript());
        }
        assertEquals(VerifierFile.wordsScript(), Files.readString(WORDS));
    }

    @Test
    void theFileIsSmallAndFetchesNothing() throws IOException {
        ExampleRegister register = new ExampleRegister();
        StatusList list = new StatusList.Builder(10_000).build();
        Snapshot snapshot = register.snapshot(ExampleRegister.NOW, list, java.util.Map.of());
        String html = VerifierFile.with(register.anchor(), snapshot);
        int bytes = html.getBytes(StandardCharsets.UTF_8).length;
        System.out.println(VerifierFile.NAME + ": " + bytes + " bytes");
        assertTrue(bytes <= 300 * 1024, "" + bytes);
        assertTrue(!html.contains("@@"));
        assertTrue(!html.matches("(?s).*(src|href)=\"[^\"]*\".*"));
        assertTrue(VerifierFile.bare().length() < html.length());
    }
}
