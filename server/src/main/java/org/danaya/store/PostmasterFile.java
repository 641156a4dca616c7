package org.danaya.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes about itself in {@code postmaster.pid}: one fact a line.
 *
 * @param pid its process
 * @param port where it listens; 0 while it hasn't said so
 * @param ready whether it takes connections
 */
record PostmasterFile(long pid, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Path of(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Reads it; empty where there is none, or where it makes no sense. */
    static Optional<PostmasterFile> read(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(of(cluster));
            return Optional.of(
                    new PostmasterFile(
                            Long.parseLong(lines.getFirst().strip()),
                            lines.size() > PORT_LINE
                                    ? Integer.parseInt(lines.get(PORT_LINE).strip())
                                    : 0,
                            lines.size() > STATUS_LINE
                                    && "ready".equals(lines.get(STATUS_LINE).strip())));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
