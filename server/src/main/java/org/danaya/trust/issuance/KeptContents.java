package org.danaya.trust.issuance;

import java.util.Map;
import java.util.Optional;
import org.danaya.log.LogProofs;

/** What the installation's own database kept, a stretch at a time. */
final class KeptContents implements Contents {

    private static final int AT_ONCE = 1_024;

    private final LogProofs database;
    private long from = -1;
    private Map<Long, LogProofs.Kept> stretch = Map.of();

    KeptContents(LogProofs database) {
        this.database = database;
    }

    @Override
    public Optional<Given> of(long index) {
        if (from < 0 || index < from || index >= from + AT_ONCE) {
            from = index;
            stretch = database.contents(from, AT_ONCE);
        }
        return Optional.ofNullable(stretch.get(index))
                .map(kept -> new Given(kept.salt(), kept.content()));
    }
}
