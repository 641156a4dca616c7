package org.danaya.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Objects;

/**
 * Files that are whole or absent, and still there after the machine loses power: written beside,
 * synchronised, renamed.
 */
public final class DurableFiles {

    /** The owner reads and writes, nobody else does anything. */
    public static final String OWNER_ONLY = "rw-------";

    /** The owner writes, everybody reads. */
    public static final String ALL_READ = "rw-r--r--";

    private DurableFiles() {}

    /**
     * Puts the bytes in place of the file, which exists before or not. The name itself is durable
     * only after {@link #syncFolder} on the file's folder.
     *
     * @param permissions as {@code ls -l} writes them, nine characters; they hold from the first
     *     byte on
     */
    public static void replace(Path file, byte[] bytes, String permissions) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try (FileChannel channel =
                FileChannel.open(
                        beside,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString(permissions)))) {
            // What the process's mask took away is given back.
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString(permissions));
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the names in a folder durable. */
    public static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a folder and those above it where they are missing, durably. */
    public static void createFolders(Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        Path above = folder.toAbsolutePath();
        while (above != null && Files.notExists(above)) {
            missing.push(above);
            above = above.getParent();
        }
        for (Path made : missing) {
            Files.createDirectories(made);
            syncFolder(Objects.requireNonNull(made.getParent()));
        }
    }
}
