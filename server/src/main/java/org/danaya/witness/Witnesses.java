package org.danaya.witness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.danaya.log.Cosigner;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.NoteSignature;
import org.danaya.verify.Policy;
import org.danaya.verify.Quorum;
import org.danaya.verify.SignedNote;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifiedNote;
import org.danaya.verify.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The witnesses of this log: asks all of them at once for each checkpoint, and decides by the
 * policy whether it is to be published.
 *
 * <p>Where the quorum isn't reached, the checkpoint that was published before stays for a while
 * ({@link WitnessSettings#PATIENCE}); then checkpoints are published with the signatures there are,
 * and asked for again until the quorum is reached, whether the log grows or not. A witness that
 * fails rests ever longer, so that it costs its timeout seldom.
 */
public final class Witnesses implements Cosigner, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Witnesses.class);

    /** How often what became of a witness is written although its state is the same. */
    private static final Duration SAVE_EVERY = Duration.ofSeconds(30);

    /** How long a checkpoint that lacks its quorum waits when no witness is known to fail. */
    private static final Duration OWED = Duration.ofMinutes(1);

    private final @Nullable Policy policy;
    private final List<AskedWitness> asked;
    private final WitnessTable table;
    private final Duration timeout;
    private final Duration patience;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private volatile QuorumState quorum;
    // Only the sequencer's thread uses these.
    private @Nullable Instant missingSince;
    // What was published without its quorum, and when its witnesses are asked for it again.
    private @Nullable SignedNote published;
    private @Nullable Instant owedAt;
    private List<WitnessHealth> saved = List.of();
    private Instant savedAt = Instant.MIN;

    Witnesses(
            @Nullable Policy policy,
            List<AskedWitness> asked,
            WitnessTable table,
            Duration timeout,
            Duration patience,
            Clock clock) {
        this.policy = policy;
        this.asked = List.copyOf(asked);
        this.table = table;
        this.timeout = timeout;
        this.patience = patience;
        this.clock = clock;
        this.quorum = policy == null ? new QuorumState.NoPolicy() : new QuorumState.Unknown();
    }

    /** How each witness is, in the policy's order. */
    public List<WitnessHealth> health() {
        return asked.stream().map(AskedWitness::health).toList();
    }

    /** Whether enough of them cosign. */
    public QuorumState quorum() {
        return quorum;
    }

    /** The policy; nothing where none is configured. */
    public Optional<Policy> policy() {
        return Optional.ofNullable(policy);
    }

    @Override
    public CosignOutcome cosign(SignedNote checkpoint) {
        Policy its = policy;
        if (its == null) {
            return new CosignOutcome.Cosigned(checkpoint);
        }
        try {
            SignedNote cosigned = withEarlier(its, gather(its, checkpoint));
            save();
            return decide(its, cosigned);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CosignOutcome.Withheld("stopping");
        }
    }

    @Override
    public boolean owes() {
        Instant due = owedAt;
        return due != null && !clock.instant().isBefore(due);
    }

    /** Asks until the quorum is reached, all have answered, or the time is over. */
    private SignedNote gather(Policy its, SignedNote checkpoint) throws InterruptedException {
        Instant now = clock.instant();
        long end = System.nanoTime() + timeout.toNanos();
        CompletionService<Optional<List<NoteSignature>>> answers =
                new ExecutorCompletionService<>(threads);
        int waiting = 0;
        for (AskedWitness witness : asked) {
            if (!witness.rested().isAfter(now) && witness.take()) {
                answers.submit(() -> witness.ask(checkpoint, now, timeout));
                waiting++;
            }
        }
        SignedNote cosigned = checkpoint;
        while (waiting > 0 && !reached(its, cosigned)) {
            Future<Optional<List<NoteSignature>>> answer =
                    answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (answer == null) {
                break;
            }
            waiting--;
            for (NoteSignature signature : signatures(answer)) {
                cosigned = cosigned.with(signature);
            }
        }
        return cosigned;
    }

    private static List<NoteSignature> signatures(Future<Optional<List<NoteSignature>>> answer)
            throws InterruptedException {
        try {
            return answer.get().orElse(List.of());
        } catch (ExecutionException e) {
            LOGGER.error("A witness could not be asked", e.getCause());
            return List.of();
        }
    }

    private static boolean reached(Policy its, SignedNote note) {
        // A note without any witness's signature can't be verified with their keys alone.
        return its.quorum() instanceof Quorum.None
                || (note.verify(its.witnesses().stream().map(Policy.Witness::key).toList())
                                instanceof Verdict.Valid<VerifiedNote>(VerifiedNote verified)
                        && its.tally(verified) instanceof Quorum.Tally.Reached);
    }

    private CosignOutcome decide(Policy its, SignedNote cosigned) throws InterruptedException {
        Instant now = clock.instant();
        if (reached(its, cosigned)) {
            if (missingSince != null) {
                LOGGER.info("The witnesses' quorum is reached again");
            }
            missingSince = null;
            owedAt = null;
            published = null;
            quorum =
                    new QuorumState.Reached(
                            Checkpoint.parse(cosigned.text()).orThrow().size(), now);
            return new CosignOutcome.Cosigned(cosigned);
        }
        Instant since = missingSince == null ? now : missingSince;
        missingSince = since;
        Instant until = since.plus(patience);
        if (!now.isBefore(until)) {
            if (!(quorum instanceof QuorumState.Unwitnessed)) {
                LOGGER.warn("No quorum since {}: checkpoints are published without it", since);
            }
            quorum = new QuorumState.Unwitnessed(since);
            owedAt = nextRested(now).orElse(now.plus(OWED));
            published = cosigned;
            return new CosignOutcome.Cosigned(cosigned);
        }
        quorum = new QuorumState.Waiting(since, until);
        // The sequencer asks again at once; nothing can change before a witness has rested.
        Thread.sleep(restUntilNext(now));
        return new CosignOutcome.Withheld("no quorum of witnesses since " + since);
    }

    /** The note with what its witnesses signed when it was published before without a quorum. */
    private SignedNote withEarlier(Policy its, SignedNote note) {
        SignedNote before = published;
        if (before == null || !before.text().equals(note.text())) {
            return note;
        }
        SignedNote fullest = note;
        for (Policy.Witness witness : its.witnesses()) {
            VerifierKey key = witness.key();
            if (note.signatures().stream().noneMatch(key::made)) {
                for (NoteSignature earlier : before.signatures()) {
                    fullest = key.made(earlier) ? fullest.with(earlier) : fullest;
                }
            }
        }
        return fullest;
    }

    /** When the first of those that fail may be asked again. */
    private Optional<Instant> nextRested(Instant now) {
        return asked.stream()
                .map(AskedWitness::rested)
                .filter(next -> next.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    private Duration restUntilNext(Instant now) {
        return nextRested(now)
                .map(next -> Duration.between(now, next))
                .filter(rest -> rest.compareTo(timeout) < 0)
                .orElse(timeout.dividedBy(2));
    }

    /** Writes what became of the witnesses when a state changed, and now and then. */
    private void save() {
        List<WitnessHealth> now = health();
        Instant instant = clock.instant();
        boolean same =
                saved.stream()
                        .map(WitnessHealth::state)
                        .toList()
                        .equals(now.stream().map(WitnessHealth::state).toList());
        if (same && instant.isBefore(savedAt.plus(SAVE_EVERY))) {
            return;
        }
        List<WitnessHealth> all = new ArrayList<>(now);
        for (int i = 0; i < asked.size(); i++) {
            table.save(asked.get(i).witness().key().vkey(), all.get(i));
        }
        saved = now;
        savedAt = instant;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
