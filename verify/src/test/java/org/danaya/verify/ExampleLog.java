package org.danaya.verify;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small log with witnesses, all in memory. */
final class ExampleLog {

    static final String ORIGIN = "log.example/1";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final Map<String, byte[]> files = new HashMap<>();
    final NoteSigner.Text signer = NoteSigner.ed25519(ORIGIN, ed25519());
    final List<NoteSigner.Cosigner> witnesses = new ArrayList<>();
    private final List<byte[]> entries = new ArrayList<>();
    private TreeBuilder tree = TreeBuilder.empty((tile, hashes) -> files.put(tile.path(), hashes));

    ExampleLog(int witnessCount) {
        for (int i = 0; i < witnessCount; i++) {
            witnesses.add(NoteSigner.cosignatureEd25519("w" + i + ".example", ed25519()));
        }
    }

    static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    TileSource source() {
        return source(files);
    }

    static TileSource source(Map<String, byte[]> files) {
        return new TileSource() {
            @Override
            public Optional<byte[]> read(String path) {
                return Optional.ofNullable(files.get(path));
            }

            @Override
            public List<Integer> partialWidths(TilePath tile) {
                List<Integer> widths = new ArrayList<>();
                for (int width = 1; width < TilePath.FULL; width++) {
                    if (files.containsKey(tile.withWidth(width).path())) {
                        widths.add(width);
                    }
                }
                return widths;
            }
        };
    }

    void add(byte[] entry) {
        entries.add(entry);
        tree.add(entry);
        if (entries.size() % TilePath.FULL == 0) {
            long index = entries.size() / TilePath.FULL - 1L;
            files.put(
                    new TilePath.Entries(index, TilePath.FULL).path(), lastEntries(TilePath.FULL));
        }
    }

    private byte[] lastEntries(int width) {
        return EntryBundle.of(entries.subList(entries.size() - width, entries.size())).toBytes();
    }

    /** Publishes partial tiles, and a checkpoint that everyone signs. */
    SignedNote publish() {
        tree.partialTiles((tile, hashes) -> files.put(tile.path(), hashes));
        int partial = entries.size() % TilePath.FULL;
        if (partial > 0) {
            long index = entries.size() / TilePath.FULL;
            files.put(new TilePath.Entries(index, partial).path(), lastEntries(partial));
        }
        Checkpoint checkpoint = checkpoint();
        SignedNote note = checkpoint.signed(signer.sign(checkpoint, NOW));
        for (NoteSigner witness : witnesses) {
            note = note.with(witness.sign(checkpoint, NOW));
        }
        files.put(Checkpoint.PATH, note.toBytes());
        return note;
    }

    Checkpoint checkpoint() {
        return new Checkpoint(ORIGIN, tree.size(), tree.root());
    }

    InclusionProof inclusion(long index) {
        return SignedNoteTest.valid(TreeProver.of(tree.size(), source()).inclusion(index));
    }

    /** A policy in which so many of the witnesses must sign. */
    Policy policy(int threshold) {
        StringBuilder text = new StringBuilder("log " + signer.key().vkey() + "\n");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < witnesses.size(); i++) {
            text.append("witness w" + i + " " + witnesses.get(i).key().vkey() + "\n");
            names.append(" w" + i);
        }
        if (threshold == 0) {
            text.append("quorum none\n");
        } else {
            text.append("group all-of-them " + threshold + names + "\nquorum all-of-them\n");
        }
        return Policy.parse(SignedNoteTest.bytes(text.toString())).orThrow();
    }
}
