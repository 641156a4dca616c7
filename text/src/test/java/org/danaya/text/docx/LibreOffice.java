package org.danaya.text.docx;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A foreign judge: LibreOffice, which opens, accepts, rejects and saves. */
final class LibreOffice {

    /** Debian's own, which knows the module {@code uno}. */
    private static final String PYTHON = "/usr/bin/python3";

    private LibreOffice() {}

    /** What isn't installed here, as Debian's packages; nothing where all is. */
    static Optional<String> missing() throws IOException, InterruptedException {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        boolean office =
                Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(path)
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
        if (!office) {
            return Optional.of("LibreOffice isn't installed (package libreoffice-writer-nogui)");
        }
        boolean python =
                Files.isExecutable(Path.of(PYTHON))
                        && new ProcessBuilder(PYTHON, "-c", "import uno").start().waitFor() == 0;
        return python
                ? Optional.empty()
                : Optional.of("Python can't call LibreOffice (package python3-uno)");
    }

    /**
     * Opens every file of a folder and saves it again: {@code a.docx} also comes as {@code
     * a.accepted.docx} and {@code a.accepted.txt} for the way {@code accepted}.
     *
     * @param ways {@code plain}, {@code accepted}, {@code rejected}
     */
    static void judge(Path folder, int minutes, String... ways)
            throws IOException, InterruptedException {
        Path script = folder.resolve("libreoffice.py");
        try (InputStream in = LibreOffice.class.getResourceAsStream("libreoffice.py")) {
            Files.copy(Objects.requireNonNull(in), script);
        }
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(PYTHON, script.toString()));
        command.add(folder.toString());
        command.addAll(List.of(ways));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        if (!ended) {
            fail("LibreOffice took more than " + minutes + " minutes:\n" + Files.readString(log));
        }
        if (process.exitValue() != 0) {
            fail(Files.readString(log));
        }
    }

    static byte[] read(Path folder, String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path folder, String name) {
        return new String(read(folder, name), StandardCharsets.UTF_8);
    }
}
