package org.danaya.verify.mandate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.ConsistencyProof;
import org.danaya.verify.Parsed;
import org.danaya.verify.Policy;
import org.danaya.verify.Reason;
import org.danaya.verify.SignedNote;
import org.danaya.verify.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier has seen: which entries were revoked, and the first checkpoint or one that was
 * proven to have grown from it. With it, it finds a server that takes back a revocation or shows
 * another log. It never changes: {@link #observe} gives the next one. Its bytes are the verifier's
 * own and must be kept where nobody else writes.
 *
 * <p>A checkpoint that isn't proven to continue the one that is kept never takes its place, however
 * often it is shown: whoever showed another log once is found out until they prove, or until the
 * person who verifies has the log forgotten ({@link #withoutLog}).
 */
public final class Remembered {

    /** What its bytes say that they are. */
    public static final String FORMAT = "danaya remembered v1";

    /** Nothing seen so far. */
    public static final Remembered NOTHING = new Remembered(Map.of(), "");

    private static final int MAX_DEFLATED = 1 << 20;
    private static final int MAX_TEXT = SignedNote.MAX_BYTES;

    /** Of one list: when the latest one seen was issued, and every entry ever seen as revoked. */
    private record Seen(Instant issued, BitSet revoked) {}

    private final Map<Integer, Seen> lists;
    private final String note;

    private Remembered(Map<Integer, Seen> lists, String note) {
        this.lists = lists;
        this.note = note;
    }

    /** Whether this verifier has seen the mandate of this index revoked. */
    public boolean revoked(long index) {
        Seen seen = lists.get((int) (index >>> StatusList.INDEX_BITS));
        return seen != null && seen.revoked.get((int) index & (StatusList.MAX_ENTRIES - 1));
    }

    /** When the latest list of this number that was seen was issued; the epoch before any was. */
    Instant issued(int list) {
        Seen seen = lists.get(list);
        return seen == null ? Instant.EPOCH : seen.issued;
    }

    /** What is found when a snapshot is compared with what was seen before. */
    public sealed interface Finding {

        /** Whether the server, or whoever handed out the snapshot, lies. */
        boolean lie();

        /**
         * Whether what is valid under the snapshot is to be confirmed.
         *
         * @param asked whether the snapshot is from somebody who was asked for a proof just now
         */
        default boolean doubtful(boolean asked) {
            return true;
        }

        /** Entries that were revoked are not any more: revocation is for ever. */
        record RevocationTakenBack(int list, int entries, long firstIndex) implements Finding {
            @Override
            public boolean lie() {
                return true;
            }
        }

        /** A later list under a smaller tree than one seen. */
        record LogShrank(long from, long to) implements Finding {
            @Override
            public boolean lie() {
                return true;
            }
        }

        /** Another tree than the one seen: of the same size, or not grown from it. */
        record LogSplit(long size, String detail) implements Finding {
            @Override
            public boolean lie() {
                return true;
            }
        }

        /**
         * A larger tree, of which no proof was given that it grew from the one seen.
         *
         * @param witnessed whether witnesses that the anchor asks for vouch for the tree: they
         *     cosign one log only, and only what grew. It is enough where a file was carried to
         *     where nobody can be asked; who could have proven it and didn't is in doubt all the
         *     same.
         */
        record GrowthUnproven(long from, long to, boolean witnessed) implements Finding {
            @Override
            public boolean lie() {
                return false;
            }

            @Override
            public boolean doubtful(boolean asked) {
                return asked || !witnessed;
            }
        }

        /** A list that is older than the one seen: no lie, but not the latest. */
        record Older(int list, Instant issued, Instant seen) implements Finding {
            @Override
            public boolean lie() {
                return false;
            }
        }
    }

    /**
     * The findings, and what to remember from now on: about the log what it was, unless it is
     * proven to have grown.
     */
    public record Observation(Remembered next, List<Finding> findings) {

        public Observation {
            findings = List.copyOf(findings);
        }

        public boolean lie() {
            return findings.stream().anyMatch(Finding::lie);
        }

        /**
         * Whether what is valid under the snapshot is to be confirmed, as {@link
         * MandateVerdict#inDoubt} tells.
         *
         * @param asked whether the snapshot is from somebody who was asked for a proof just now
         */
        public boolean doubtful(boolean asked) {
            return findings.stream().anyMatch(finding -> finding.doubtful(asked));
        }
    }

    /**
     * The size of the log's tree that is kept, of the log that this anchor names; 0 where there is
     * none. A proof that the log only grew begins there.
     */
    public long logSize(Anchor anchor) {
        return before(anchor) instanceof Verdict.Valid<Checkpoint>(Checkpoint before)
                        && before.origin().equals(anchor.log().name())
                ? before.size()
                : 0;
    }

    /**
     * What is kept was checked before it was kept, so that other witnesses make nobody forget it;
     * of another log it says nothing.
     */
    private Verdict<Checkpoint> before(Anchor anchor) {
        return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8))
                .check(Policy.of(anchor.log())::check)
                .then(witnessed -> Verdict.valid(witnessed.checkpoint()));
    }

    /** Whether this was seen of another log than the one that the anchor names. */
    public boolean isOfAnother(Anchor anchor) {
        return !note.isEmpty() && !(before(anchor) instanceof Verdict.Valid<Checkpoint>);
    }

    /**
     * The same without the log: the next snapshot's is believed, as on the first day. Only for a
     * person who asks for it and knows from elsewhere that the log began anew. What was revoked
     * stays so.
     */
    public Remembered withoutLog() {
        return new Remembered(lists, "");
    }

    /** Compares a snapshot with what was seen, without a proof that the log only grew. */
    public Observation observe(TrustedSnapshot snapshot) {
        return compared(snapshot, null);
    }

    /**
     * Compares a snapshot with what was seen.
     *
     * @param proof that the tree seen grew to the snapshot's; another one is left aside
     */
    public Observation observe(TrustedSnapshot snapshot, ConsistencyProof proof) {
        return compared(snapshot, proof);
    }

    private Observation compared(TrustedSnapshot snapshot, @Nullable ConsistencyProof proof) {
        List<Finding> findings = new ArrayList<>();
        Map<Integer, Seen> next = new TreeMap<>(lists);
        boolean older = false;
        for (StatusToken token : snapshot.lists()) {
            Seen before = lists.getOrDefault(token.number(), new Seen(Instant.EPOCH, new BitSet()));
            BitSet revoked = revoked(token);
            if (token.issued().isBefore(before.issued)) {
                older = true;
                findings.add(new Finding.Older(token.number(), token.issued(), before.issued));
            } else {
                BitSet back = (BitSet) before.revoked.clone();
                back.andNot(revoked);
                if (!back.isEmpty()) {
                    long index =
                            ((long) token.number() << StatusList.INDEX_BITS) + back.nextSetBit(0);
                    findings.add(
                            new Finding.RevocationTakenBack(
                                    token.number(), back.cardinality(), index));
                }
            }
            revoked.or(before.revoked);
            Instant latest =
                    token.issued().isBefore(before.issued) ? before.issued : token.issued();
            next.put(token.number(), new Seen(latest, revoked));
        }
        boolean follows = compare(snapshot, proof, older, findings);
        return new Observation(
                new Remembered(next, follows ? snapshot.note().toText() : note), findings);
    }

    private static BitSet revoked(StatusToken token) {
        BitSet revoked = new BitSet(token.list().size());
        for (int entry = 0; entry < token.list().size(); entry++) {
            if (token.list().get(entry) == StatusList.Status.REVOKED) {
                revoked.set(entry);
            }
        }
        return revoked;
    }

    /** Whether the snapshot's checkpoint is to be remembered in the place of the one seen. */
    private boolean compare(
            TrustedSnapshot snapshot,
            @Nullable ConsistencyProof proof,
            boolean older,
            List<Finding> findings) {
        if (note.isEmpty()) {
            return true;
        }
        if (!(before(snapshot.anchor()) instanceof Verdict.Valid<Checkpoint>(Checkpoint before))) {
            return true;
        }
        Checkpoint now = snapshot.checkpoint();
        if (!before.origin().equals(now.origin()) || before.size() == 0) {
            return true;
        }
        if (now.size() == before.size()) {
            if (!now.root().equals(before.root())) {
                findings.add(new Finding.LogSplit(now.size(), "the same size, another root"));
            }
            return false;
        }
        if (now.size() < before.size()) {
            if (!older) {
                findings.add(new Finding.LogShrank(before.size(), now.size()));
            }
            return false;
        }
        boolean witnessed = snapshot.anchor().checkpoints().quorum().least() > 0;
        Finding unproven = new Finding.GrowthUnproven(before.size(), now.size(), witnessed);
        return grown(before, now, proof, unproven, findings);
    }

    private static boolean grown(
            Checkpoint before,
            Checkpoint now,
            @Nullable ConsistencyProof proof,
            Finding unproven,
            List<Finding> findings) {
        if (proof == null || proof.oldSize() != before.size() || proof.newSize() != now.size()) {
            findings.add(unproven);
            return false;
        }
        return switch (proof.verify(before.root(), now.root())) {
            case Verdict.Valid<ConsistencyProof> good -> true;
            case Verdict.Invalid<ConsistencyProof>(Reason reason, String detail) -> {
                findings.add(new Finding.LogSplit(now.size(), detail));
                yield false;
            }
            case Verdict.Unverifiable<ConsistencyProof>(Reason reason, String detail) -> {
                findings.add(unproven);
                yield false;
            }
        };
    }

    /** Reads what {@link #toBytes} wrote. */
    public static Parsed<Remembered> read(byte[] bytes) {
        return Broken.read(
                () -> {
                    Cbor.Fields fields =
                            new Cbor.Fields(
                                    Broken.take(CborReader.deterministic(bytes)),
                                    3,
                                    Reason.REMEMBERED_FORM);
                    if (!fields.text(FORMAT.length()).equals(FORMAT)) {
                        throw new Broken(Reason.WRONG_HEADER, "not a " + FORMAT);
                    }
                    Map<Integer, Seen> lists = new TreeMap<>();
                    List<Cbor> items =
                            Cbor.items(fields.any(), Snapshot.MAX_LISTS, Reason.REMEMBERED_FORM);
                    for (Cbor item : items) {
                        Cbor.Fields seen = new Cbor.Fields(item, 3, Reason.REMEMBERED_FORM);
                        int number = (int) seen.whole(4095);
                        Instant issued =
                                Instant.ofEpochSecond(seen.whole(SealedMandate.MAX_SECONDS));
                        byte[] bits =
                                Broken.take(
                                        Deflated.read(
                                                seen.bytes(1, MAX_DEFLATED),
                                                StatusList.MAX_ENTRIES / 8));
                        lists.put(number, new Seen(issued, BitSet.valueOf(bits)));
                    }
                    return new Remembered(lists, fields.text(MAX_TEXT));
                });
    }

    /** What to keep. */
    public byte[] toBytes() {
        List<Cbor> items = new ArrayList<>();
        lists.forEach(
                (number, seen) ->
                        items.add(
                                Cbor.array(
                                        Cbor.of(number),
                                        Cbor.of(seen.issued.getEpochSecond()),
                                        Cbor.of(Deflated.write(seen.revoked.toByteArray())))));
        return CborWriter.write(Cbor.array(Cbor.of(FORMAT), new Cbor.Array(items), Cbor.of(note)));
    }
}
