package org.danaya.trust.ceremony;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;

/**
 * Where a ceremony keeps what it made: the root's certificate, list and key, the certificates that
 * the root signed, and of each act its transcript, its minute and the minute's signature.
 */
record CeremonyFolder(Path path) {

    static final String ROOT = "root.cer";
    static final String LIST = "root.crl";
    static final String REGISTER = "register.txt";
    private static final String CERTIFICATES = "certificates";
    private static final String ACTS = "acts";

    /** A folder that is empty or missing, for a first ceremony. */
    static CeremonyFolder fresh(Path path) {
        try {
            DurableFiles.createFolders(path);
            try (Stream<Path> content = Files.list(path)) {
                if (content.findAny().isPresent()) {
                    throw new Fault(CeremonyFault.FOLDER_TAKEN, path);
                }
            }
            return new CeremonyFolder(path);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** The certificates that the root signed, by the codes of their authorities. */
    List<String> codes() {
        return list(path.resolve(CERTIFICATES)).stream()
                .map(name -> name.replaceFirst("\\.cer$", ""))
                .toList();
    }

    Path certificate(String code) {
        return path.resolve(CERTIFICATES).resolve(code + ".cer");
    }

    /** A new folder for an act, behind those there are. */
    Path act(String what) {
        int number = list(path.resolve(ACTS)).size() + 1;
        return path.resolve(ACTS).resolve("%02d-%s".formatted(number, what));
    }

    /** The acts' folders in order. */
    List<Path> acts() {
        return list(path.resolve(ACTS)).stream().map(path.resolve(ACTS)::resolve).toList();
    }

    byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    byte[] read(String file) {
        return read(path.resolve(file));
    }

    void write(String file, byte[] bytes) {
        write(path.resolve(file), bytes);
    }

    /** Everything but keys and shares may be shown to anybody. */
    void write(Path file, byte[] bytes) {
        try {
            Path folder = java.util.Objects.requireNonNull(file.getParent());
            DurableFiles.createFolders(folder);
            DurableFiles.replace(file, bytes, DurableFiles.ALL_READ);
            DurableFiles.syncFolder(folder);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    void remove(String file) {
        try {
            Files.deleteIfExists(path.resolve(file));
            DurableFiles.syncFolder(path);
        } catch (IOException e) {
            throw failed(path.resolve(file), e);
        }
    }

    /** Removes everything in it, and leaves the folder. */
    void clear() {
        try (Stream<Path> walk = Files.walk(path)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(path)) {
                    Files.delete(each);
                }
            }
            DurableFiles.syncFolder(path);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private static Fault failed(Path path, IOException e) {
        return new Fault(e, CeremonyFault.FILE, path, String.valueOf(e.getMessage()));
    }
}
