package org.danaya.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the jar into the home. */
final class PostgresBinaries {

    private static final String ARCHIVE = "postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /** The folder that has {@code bin/postgres}, unpacked first if this version isn't there yet. */
    static Path unpacked(Path parent) throws IOException {
        Path folder = parent.resolve("postgres-" + version());
        if (Files.isExecutable(folder.resolve("bin/postgres"))) {
            return folder;
        }
        Path fresh = parent.resolve(folder.getFileName() + ".new");
        Folders.delete(fresh);
        try (InputStream archive = open()) {
            unpack(archive, fresh);
        }
        Folders.delete(folder);
        return Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static InputStream open() throws IOException {
        InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + ARCHIVE);
        if (archive == null) {
            throw new IOException(ARCHIVE + " is missing from the program");
        }
        return archive;
    }

    /**
     * The version of the archive, which its jar doesn't tell elsewhere: the length of its bytes.
     */
    private static String version() throws IOException {
        try (InputStream archive = open()) {
            return Integer.toString(archive.available(), Character.MAX_RADIX);
        }
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The archive leaves its folder: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
