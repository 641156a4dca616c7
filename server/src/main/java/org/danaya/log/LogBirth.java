package org.danaya.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Begins a log: makes its keys, writes down what it is, appends its first leaf. */
final class LogBirth {

    /** The kind of the first leaf. */
    static final String KIND = "log.created";

    /** The reference of the first leaf. */
    static final String REFERENCE = "log:created";

    private final LeafMaker maker;

    LogBirth(LeafMaker maker) {
        this.maker = maker;
    }

    /** Begins it. Done again after a crash, it uses the keys that it had made. */
    void begin(LockedDatabase database, SequencerTools tools) {
        LogKeys keys = LogKeys.findOrMake(tools.keys(), tools.origin());
        Instant now = tools.clock().instant();
        String ed25519 = keys.ed25519().key().vkey();
        String mlDsa44 = keys.mlDsa44().key().vkey();
        String content =
                "origin: " + tools.origin() + "\nkey: " + ed25519 + "\nkey: " + mlDsa44 + "\n";
        NewLeaf leaf = new NewLeaf(KIND, content.getBytes(StandardCharsets.UTF_8), REFERENCE);
        database.inTransaction(
                () -> {
                    database.identity().create(tools.origin(), ed25519, mlDsa44, now);
                    database.leaves().insert(maker.make(leaf, now));
                    return leaf;
                });
    }
}
