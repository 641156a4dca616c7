package org.danaya.verify.mandate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.SignedNote;
import org.danaya.verify.Verdict;

/**
 * What a verifier without a network needs beside its anchor: key set, status lists, and a
 * checkpoint of the log. Each part signs for itself; nothing is to be used before {@link #check}.
 */
public final class Snapshot {

    /** What it says that it is. */
    public static final String FORMAT = "danaya snapshot v1";

    /** The longest that is read, in bytes. */
    public static final int MAX_BYTES = CborReader.MAX_BYTES;

    /** The most status lists. */
    public static final int MAX_LISTS = 64;

    private final byte[] keySet;
    private final List<byte[]> tokens;
    private final String checkpoint;

    private Snapshot(byte[] keySet, List<byte[]> tokens, String checkpoint) {
        this.keySet = keySet;
        this.tokens = tokens;
        this.checkpoint = checkpoint;
    }

    /**
     * Puts the signed parts together.
     *
     * @param keySet {@link KeySet#unsigned} with its signature, as bytes
     * @param tokens {@link StatusToken#unsigned} with their signatures, as bytes
     * @throws IllegalArgumentException where there is no list, or more than 64
     */
    public static Snapshot of(byte[] keySet, List<byte[]> tokens, SignedNote checkpoint) {
        if (tokens.isEmpty() || tokens.size() > MAX_LISTS) {
            throw new IllegalArgumentException("1 to 64 lists");
        }
        return new Snapshot(
                keySet.clone(), tokens.stream().map(byte[]::clone).toList(), checkpoint.toText());
    }

    /** Reads a snapshot. */
    public static Parsed<Snapshot> read(byte[] bytes) {
        return Broken.read(
                () -> {
                    Cbor.Fields fields =
                            new Cbor.Fields(
                                    Broken.take(CborReader.deterministic(bytes)),
                                    4,
                                    Reason.SNAPSHOT_FORM);
                    if (!fields.text(FORMAT.length()).equals(FORMAT)) {
                        throw new Broken(Reason.WRONG_HEADER, "not a " + FORMAT);
                    }
                    byte[] keySet = fields.bytes(1, KeySet.MAX_BYTES);
                    List<byte[]> tokens = new ArrayList<>();
                    for (Cbor token : Cbor.items(fields.any(), MAX_LISTS, Reason.SNAPSHOT_FORM)) {
                        tokens.add(
                                Cbor.bytes(token, 1, StatusToken.MAX_BYTES, Reason.SNAPSHOT_FORM));
                    }
                    return new Snapshot(keySet, tokens, fields.text(SignedNote.MAX_BYTES));
                });
    }

    /** The snapshot's bytes. */
    public byte[] toBytes() {
        return CborWriter.write(
                Cbor.array(
                        Cbor.of(FORMAT),
                        Cbor.of(keySet),
                        new Cbor.Array(tokens.stream().map(Cbor::of).toList()),
                        Cbor.of(checkpoint)));
    }

    /** Checks every part; one that is wrong refuses the whole. No clock is asked. */
    public Verdict<TrustedSnapshot> check(Anchor anchor) {
        return KeySet.check(keySet, anchor).then(keys -> check(anchor, keys));
    }

    private Verdict<TrustedSnapshot> check(Anchor anchor, KeySet keys) {
        List<StatusToken> lists = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (byte[] token : tokens) {
            switch (StatusToken.check(token, keys)) {
                case Verdict.Valid<StatusToken>(StatusToken list) -> {
                    if (!numbers.add(list.number())) {
                        return Verdict.invalid(Reason.SNAPSHOT_FORM, "a list that is there twice");
                    }
                    lists.add(list);
                }
                case Verdict.Invalid<StatusToken>(Reason reason, String detail) -> {
                    return Verdict.invalid(reason, detail);
                }
                case Verdict.Unverifiable<StatusToken>(Reason reason, String detail) -> {
                    return Verdict.unverifiable(reason, detail);
                }
            }
        }
        return SignedNote.parse(checkpoint.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .check(
                        note ->
                                anchor.checkpoints()
                                        .check(note)
                                        .then(
                                                witnessed ->
                                                        together(
                                                                anchor,
                                                                keys,
                                                                lists,
                                                                note,
                                                                witnessed.checkpoint())));
    }

    /** A list was made under the checkpoint beside it, or an earlier one of the same log. */
    private static Verdict<TrustedSnapshot> together(
            Anchor anchor,
            KeySet keys,
            List<StatusToken> lists,
            SignedNote note,
            Checkpoint checkpoint) {
        for (StatusToken list : lists) {
            Checkpoint under = list.checkpoint();
            if (!under.origin().equals(checkpoint.origin())) {
                return Verdict.invalid(Reason.LOG_UNKNOWN, "a list under another log");
            }
            if (under.size() > checkpoint.size()) {
                return Verdict.invalid(Reason.SIZE_SHRANK, "a list under a later checkpoint");
            }
            if (under.size() == checkpoint.size() && !under.root().equals(checkpoint.root())) {
                return Verdict.invalid(Reason.SPLIT_VIEW, "a list under another tree");
            }
        }
        return Verdict.valid(new TrustedSnapshot(anchor, keys, lists, note, checkpoint));
    }
}
