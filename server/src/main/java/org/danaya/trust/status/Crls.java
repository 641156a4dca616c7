package org.danaya.trust.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.danaya.base.DurableFiles;

/** Publishes revocation lists: a number, the list, its file, in this order. */
final class Crls {

    private final StatusIndex index;
    private final CrlTable table;
    private final Path folder;
    private final Duration validity;
    private final Clock clock;

    /**
     * @param folder where revocation lists lie
     * @param validity from thisUpdate to nextUpdate
     */
    Crls(StatusIndex index, CrlTable table, Path folder, Duration validity, Clock clock) {
        this.index = index;
        this.table = table;
        this.folder = folder;
        this.validity = validity;
        this.clock = clock;
    }

    /**
     * Publishes one from what the index holds now. When this ends it is whole on the disk, in place
     * of the one before.
     *
     * @param expected about how many entries it will have
     */
    CrlTable.Published publish(CrlScope scope, int expected) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant next = now.plus(validity);
        long number = table.next(scope.path());
        CrlWriter.Written written =
                CrlWriter.write(
                        index,
                        scope,
                        expected,
                        number,
                        now.getEpochSecond(),
                        next.getEpochSecond());
        Path file = folder.resolve(scope.path());
        Path in = Objects.requireNonNull(file.getParent());
        try {
            DurableFiles.createFolders(in);
            DurableFiles.replace(file, written.der(), DurableFiles.ALL_READ);
            DurableFiles.syncFolder(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CrlTable.Published published =
                new CrlTable.Published(scope.path(), number, now, next, written.entries());
        table.published(published);
        return published;
    }
}
