package org.danaya.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.danaya.verify.AddCheckpoint;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.ConsistencyProof;
import org.danaya.verify.NoteSignature;
import org.danaya.verify.Policy;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TileSource;
import org.danaya.verify.TreeProver;
import org.danaya.verify.Verdict;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One witness that this log asks, and what became of it. */
final class AskedWitness {

    private static final Logger LOGGER = LoggerFactory.getLogger(AskedWitness.class);

    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    private final Policy.Witness witness;
    private final WitnessClient client;
    private final TileSource tiles;

    /** One request at a time. */
    private final AtomicBoolean busy = new AtomicBoolean();

    // Both guarded by this.
    private WitnessHealth health;
    private int failures;

    AskedWitness(
            Policy.Witness witness, WitnessClient client, TileSource tiles, WitnessHealth health) {
        this.witness = witness;
        this.client = client;
        this.tiles = tiles;
        this.health = health;
    }

    Policy.Witness witness() {
        return witness;
    }

    synchronized WitnessHealth health() {
        return health;
    }

    /** When it may be asked again: the longer it fails, the longer it rests, up to a minute. */
    synchronized Instant rested() {
        Instant asked = health.asked();
        if (failures == 0 || asked == null) {
            return Instant.MIN;
        }
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return asked.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
    }

    /** Whether it is free; whoever got a yes must {@link #ask}. */
    boolean take() {
        return busy.compareAndSet(false, true);
    }

    /** Asks for a cosignature; nothing where it gave none. */
    Optional<List<NoteSignature>> ask(SignedNote note, Instant now, Duration timeout)
            throws InterruptedException {
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text()).orThrow();
            AskOutcome outcome = ask(note, checkpoint, health().size(), timeout);
            if (outcome instanceof AskOutcome.OtherSize(long size) && size <= checkpoint.size()) {
                outcome = ask(note, checkpoint, size, timeout);
                if (outcome instanceof AskOutcome.OtherSize(long again) && again == size) {
                    outcome = new AskOutcome.Refused("409 for the size that it asks for, " + size);
                }
            }
            record(outcome, checkpoint.size(), now);
            return outcome instanceof AskOutcome.Cosigned(List<NoteSignature> signatures)
                    ? Optional.of(signatures)
                    : Optional.empty();
        } finally {
            busy.set(false);
        }
    }

    private AskOutcome ask(SignedNote note, Checkpoint checkpoint, long oldSize, Duration timeout)
            throws InterruptedException {
        // It may have cosigned what we have lost since; asking from nothing lets it say so.
        long from = oldSize <= checkpoint.size() ? oldSize : 0;
        return switch (TreeProver.of(checkpoint.size(), tiles).consistency(from)) {
            case Verdict.Valid<ConsistencyProof>(ConsistencyProof proof) ->
                    client.ask(AddCheckpoint.of(proof, note), timeout);
            case Verdict.Invalid<ConsistencyProof>(var reason, String detail) ->
                    new AskOutcome.Failed("no proof: " + reason.code() + " " + detail);
            case Verdict.Unverifiable<ConsistencyProof>(var reason, String detail) ->
                    new AskOutcome.Failed("no proof: " + reason.code() + " " + detail);
        };
    }

    private synchronized void record(AskOutcome outcome, long size, Instant now) {
        WitnessHealth before = health;
        health =
                switch (outcome) {
                    case AskOutcome.Cosigned _ ->
                            with(WitnessHealth.State.COSIGNING, size, now, null);
                    case AskOutcome.OtherSize(long its) ->
                            with(
                                    its > size
                                            ? WitnessHealth.State.AHEAD
                                            : WitnessHealth.State.FAILING,
                                    before.size(),
                                    now,
                                    "it cosigned " + its + " leaves, we have " + size);
                    case AskOutcome.Refused(String why) ->
                            with(WitnessHealth.State.REFUSING, before.size(), now, why);
                    case AskOutcome.Failed(String why) ->
                            with(WitnessHealth.State.FAILING, before.size(), now, why);
                };
        failures = health.state() == WitnessHealth.State.COSIGNING ? 0 : failures + 1;
        if (health.state() != before.state()) {
            LOGGER.atLevel(
                            health.state() == WitnessHealth.State.COSIGNING
                                    ? Level.INFO
                                    : Level.WARN)
                    .log(
                            "Witness {}: {} {}",
                            witness.name(),
                            health.state(),
                            health.error() == null ? "" : health.error());
        }
    }

    private WitnessHealth with(
            WitnessHealth.State state, long size, Instant now, @Nullable String error) {
        Instant succeeded = state == WitnessHealth.State.COSIGNING ? now : health.succeeded();
        return new WitnessHealth(
                health.name(), health.keyName(), health.url(), state, size, succeeded, now, error);
    }
}
