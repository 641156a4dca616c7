package org.danaya.evtx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Files that others made, in the folder that DANAYA_CORPORA names. */
final class Corpora {

    private Corpora() {}

    /** The files below a folder of the corpora whose name ends so. */
    static List<Path> files(String folder, String ending) throws IOException {
        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA names no folder of test data");
        Path path = Path.of(corpora, folder);
        Assumptions.assumeTrue(Files.exists(path), "no " + path);
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
