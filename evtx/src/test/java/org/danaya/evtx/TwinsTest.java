package org.danaya.evtx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sigma's regression data: each file and the JSON that it must give. */
class TwinsTest {

    @Test
    void everyFileGivesItsTwinsJsonLetterByLetter() throws IOException {
        List<Path> files = Corpora.files("sigma/regression_data", ".evtx");
        assertTrue(files.size() >= 128, () -> files.size() + " files");

        for (Path path : files) {
            StringBuilder lines = new StringBuilder();
            Ledger ledger;
            try (EvtxFile file = EvtxFile.open(path)) {
                ledger = file.read(event -> lines.append(event));
            }

            String name = path.getFileName().toString();
            Path twin = path.resolveSibling(name.replace(".evtx", ".json"));
            assertEquals(Json.compact(Files.readString(twin)), lines.toString(), name);
            assertTrue(ledger.isClean(), () -> name + ": " + ledger);
        }
    }
}
