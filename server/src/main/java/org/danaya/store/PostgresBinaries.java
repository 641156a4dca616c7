package org.danaya.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.danaya.base.DurableFiles;

/** PostgreSQL's programs, unpacked once from the jar into the home. */
final class PostgresBinaries {

    private static final String ARCHIVE = "postgres-linux-x86_64.txz";
    static final String PREFIX = "postgres-";
    private static final String UNFINISHED = ".new";

    private PostgresBinaries() {}

    /** Where the programs come from. */
    interface Source {
        /** The folder that has them, given the folder to unpack them into where they're missing. */
        Path of(Path parent) throws IOException;
    }

    /**
     * The folder that has {@code bin/postgres}, unpacked first if this version isn't there yet.
     *
     * <p>A folder with its final name is whole and on disk: it's unpacked beside, synced and then
     * renamed. What an interrupted unpacking left, and other versions, are removed.
     */
    static Path unpacked(Path parent) throws IOException {
        Path folder = parent.resolve(PREFIX + version());
        if (Files.isExecutable(folder.resolve("bin/postgres"))) {
            return folder;
        }
        Path fresh = parent.resolve(folder.getFileName() + UNFINISHED);
        removeOthers(parent);
        try (InputStream archive = archive().openStream()) {
            unpack(archive, fresh);
        }
        DurableFiles.syncFolder(fresh);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.syncFolder(parent);
        return folder;
    }

    private static void removeOthers(Path parent) throws IOException {
        List<Path> others;
        try (Stream<Path> entries = Files.list(parent)) {
            others =
                    entries.filter(Files::isDirectory)
                            .filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                            .toList();
        }
        others.forEach(Folders::delete);
    }

    private static URL archive() throws IOException {
        URL archive = PostgresBinaries.class.getResource("/" + ARCHIVE);
        if (archive == null) {
            throw new IOException(ARCHIVE + " is missing from the program");
        }
        return archive;
    }

    /** What tells one archive from another: the checksum that its jar keeps of it. */
    private static String version() throws IOException {
        URLConnection connection = archive().openConnection();
        long mark =
                connection instanceof JarURLConnection jar
                        ? jar.getJarEntry().getCrc()
                        : connection.getContentLengthLong();
        return Long.toHexString(mark);
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The archive leaves its folder: " + entry.getName());
                }
                if (!entry.getName().endsWith(".a")) {
                    write(tar, entry, target);
                }
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
            return;
        }
        Files.copy(tar, target);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
