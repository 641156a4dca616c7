package org.danaya.text.akn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** National documents in Akoma Ntoso that nobody here wrote. */
public final class Corpus {

    private Corpus() {}

    /** Where a file of the corpus lies; the test is skipped, by name, where there is none. */
    public static Path file(String name) {
        String folder = System.getenv("DANAYA_CORPORA");
        Path base = folder == null ? Path.of("absent") : Path.of(folder);
        // Maven runs in the folder of the module, the door above it.
        Path file = (base.isAbsolute() ? base : Path.of("..").resolve(base)).resolve("akn/" + name);
        assumeTrue(Files.exists(file), "no corpus of Akoma Ntoso: " + file);
        return file;
    }

    /** The national documents, by name. */
    public static List<Path> documents() {
        try (Stream<Path> files = Files.list(file("examples"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them as a tree. */
    public static Element read(Path file) {
        try {
            return AknReader.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
