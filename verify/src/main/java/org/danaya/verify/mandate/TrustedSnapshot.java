package org.danaya.verify.mandate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.SignedNote;

/**
 * A snapshot whose every part is signed as the anchor wants. Only {@link Snapshot#check} makes one.
 */
public final class TrustedSnapshot {

    private final Anchor anchor;
    private final KeySet keys;
    private final List<StatusToken> lists;
    private final SignedNote note;
    private final Checkpoint checkpoint;

    TrustedSnapshot(
            Anchor anchor,
            KeySet keys,
            List<StatusToken> lists,
            SignedNote note,
            Checkpoint checkpoint) {
        this.anchor = anchor;
        this.keys = keys;
        this.lists = List.copyOf(lists);
        this.note = note;
        this.checkpoint = checkpoint;
    }

    /** The anchor that it was checked against. */
    public Anchor anchor() {
        return anchor;
    }

    public KeySet keys() {
        return keys;
    }

    public List<StatusToken> lists() {
        return lists;
    }

    /** The checkpoint with its signatures. */
    public SignedNote note() {
        return note;
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The list of that number. */
    public Optional<StatusToken> list(int number) {
        return lists.stream().filter(list -> list.number() == number).findFirst();
    }

    /** When its oldest dated part was signed: so old is what it says. */
    public Instant known() {
        return dates().min(Instant::compareTo).orElse(keys.issued());
    }

    /** When its newest dated part was signed: it is later than that, whatever a clock says. */
    public Instant newest() {
        return dates().max(Instant::compareTo).orElse(keys.issued());
    }

    private Stream<Instant> dates() {
        return Stream.concat(Stream.of(keys.issued()), lists.stream().map(StatusToken::issued));
    }

    /** Whether a part of it should have been renewed before that instant. */
    public boolean outdated(Instant at) {
        return !at.isBefore(keys.until())
                || lists.stream().anyMatch(list -> !at.isBefore(list.expires()));
    }
}
