package org.danaya.mandates.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Loop;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.WholeRegister;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.SignedNote;
import org.danaya.verify.VerifierKey;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.KeySet;
import org.danaya.verify.mandate.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Publishes how all mandates stand: about a second after something changed, and every few minutes.
 * Nothing is published before the first mandate was signed.
 */
public final class StatusPublisher implements AutoCloseable {

    /** What changes together is published together. */
    private static final Duration DEBOUNCE = Duration.ofSeconds(1);

    /** After a failure, such as a token that is away. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** A large register must not keep a core busy for ever, nor a revocation wait for long. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(20);

    /** After so long a key set is signed again although no key changed. */
    private static final Duration SET_AGE = Duration.ofDays(1);

    private static final Actor SELF = new Actor.Program("mandates.status");

    private final WholeRegister register;
    private final MandateKeys keys;
    private final StatusTokens tokens;
    private final LogView log;
    private final Installation installation;
    private final PublishedFolder folder;
    private final Path restored;
    private final Duration every;
    private final Clock clock;
    private final Loop loop;

    private volatile @Nullable Published last;

    // Guarded by this.
    private @Nullable KeysPublished lastKeys;
    private @Nullable SignedNote lastNote;

    /**
     * @param restored a file that is there while a restored database waits for its operator
     * @param every how often the lists are signed anew although nothing changed
     */
    StatusPublisher(
            WholeRegister register,
            MandateKeys keys,
            StatusTokens tokens,
            LogView log,
            Installation installation,
            PublishedFolder folder,
            Path restored,
            Duration every,
            Clock clock) {
        this.register = register;
        this.keys = keys;
        this.tokens = tokens;
        this.log = log;
        this.installation = installation;
        this.folder = folder;
        this.restored = restored;
        this.every = every;
        this.clock = clock;
        this.loop = new Loop("mandate-status", "The status of mandates", AGAIN, this::round);
    }

    /** A key set and what it was made of. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record KeysPublished(List<KeySet.Key> keys, Instant at, byte[] signed) {}

    void start() {
        loop.start();
    }

    /** Something changed: the lists are made anew about a second later. */
    void wake() {
        loop.wake();
    }

    /** What was published last; nothing before the first mandate was signed. */
    public Optional<Published> published() {
        return Optional.ofNullable(last);
    }

    /** Makes keys that are missing or soon sign no more, where there are mandates. */
    void renewKeys() {
        if (isDue()) {
            ScopedValue.where(Actor.CURRENT, SELF).run(keys::renew);
        }
    }

    /**
     * Publishes now, and gives what was published; nothing where there is nothing to publish, or no
     * checkpoint yet to publish it under.
     *
     * @throws Fault {@link MandateFault#NOT_WRITTEN}, {@link MandateFault#KEY_AWAY} and those of
     *     the tokens; then what was published before stays
     */
    public synchronized Optional<Published> publish() {
        Optional<VerifierKey> logKey = log.key();
        if (!isDue() || logKey.isEmpty()) {
            return Optional.empty();
        }
        return ScopedValue.where(Actor.CURRENT, SELF).call(() -> publish(logKey.get()));
    }

    private boolean isDue() {
        return Files.notExists(restored) && register.isBegun();
    }

    private Optional<Published> publish(VerifierKey logKey) {
        keys.renew();
        Anchor anchor = installation.anchor(keys.anchors(), logKey);
        Optional<SignedNote> note = note(anchor);
        if (note.isEmpty()) {
            return Optional.empty();
        }
        WholeStatus status = WholeStatus.of(register);
        SigningKey key = keys.signing(KeyUse.STATUS);
        byte[] keySet = keySet();
        Checkpoint checkpoint = Checkpoint.parse(note.get().text()).orThrow();
        List<Published.SignedList> lists = tokens.sign(status, key, checkpoint);
        byte[] snapshot =
                Snapshot.of(
                                keySet,
                                lists.stream().map(Published.SignedList::cwt).toList(),
                                note.get())
                        .toBytes();
        Published now = new Published(status.at(), anchor, keySet, lists, snapshot);
        try {
            folder.write(now);
        } catch (IOException e) {
            throw new Fault(
                    e, MandateFault.NOT_WRITTEN, folder.path(), String.valueOf(e.getMessage()));
        }
        last = now;
        return Optional.of(now);
    }

    /** The published checkpoint, or the last one before that had the signatures that it needs. */
    private Optional<SignedNote> note(Anchor anchor) {
        Optional<SignedNote> now = log.checkpoint();
        if (now.isPresent() && LogView.isGood(now.get(), anchor.checkpoints())) {
            lastNote = now.get();
        }
        return Optional.ofNullable(lastNote);
    }

    private byte[] keySet() {
        List<KeySet.Key> now = keys.forVerifiers();
        KeysPublished before = lastKeys;
        if (before != null
                && before.keys().equals(now)
                && clock.instant().isBefore(before.at().plus(SET_AGE))) {
            return before.signed();
        }
        KeysPublished fresh = new KeysPublished(now, clock.instant(), keys.signed(now));
        lastKeys = fresh;
        return fresh.signed();
    }

    private void round(Loop round) throws InterruptedException {
        round.drain();
        long before = System.nanoTime();
        publish();
        round.goesWell();
        Duration took = Duration.ofNanos(System.nanoTime() - before).multipliedBy(2);
        boolean woken = round.pause(every);
        if (woken && !round.isClosed()) {
            Duration rest = took.compareTo(DEBOUNCE) < 0 ? DEBOUNCE : took;
            Thread.sleep(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
