package org.danaya.log.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.danaya.base.DurableFiles;

/** The writes behind the log's commitments, so that a test can make each of them fail. */
public interface Disk {

    /** The disk of this machine. */
    Disk REAL =
            new Disk() {
                @Override
                public void createFolders(Path folder) throws IOException {
                    DurableFiles.createFolders(folder);
                }

                @Override
                public void replace(Path file, byte[] bytes) throws IOException {
                    DurableFiles.replace(file, bytes, DurableFiles.ALL_READ);
                }

                @Override
                public void replace(Map<Path, byte[]> files) throws IOException {
                    Together.each(
                            files.entrySet(), file -> replace(file.getKey(), file.getValue()));
                }

                @Override
                public void syncFolders(Collection<Path> folders) throws IOException {
                    Together.each(folders, this::syncFolder);
                }

                @Override
                public void syncFolder(Path folder) throws IOException {
                    DurableFiles.syncFolder(folder);
                }
            };

    /** Makes a folder and those above it where they are missing, durably. */
    void createFolders(Path folder) throws IOException;

    /**
     * Puts synchronised bytes in place of a file; its name is durable after {@link #syncFolder}.
     */
    void replace(Path file, byte[] bytes) throws IOException;

    /** Replaces several files, in any order. A failure leaves each of them as it was or whole. */
    default void replace(Map<Path, byte[]> files) throws IOException {
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            replace(file.getKey(), file.getValue());
        }
    }

    /** Makes the names in a folder durable. */
    void syncFolder(Path folder) throws IOException;

    /** Makes the names in several folders durable. */
    default void syncFolders(Collection<Path> folders) throws IOException {
        for (Path folder : folders) {
            syncFolder(folder);
        }
    }
}
