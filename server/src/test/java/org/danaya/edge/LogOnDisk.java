package org.danaya.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.EntryBundle;
import org.danaya.verify.NoteSigner;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TilePath;
import org.danaya.verify.TreeBuilder;
import org.danaya.verify.VerifierKey;

/** A small log in a folder, for tests that serve, witness or follow one. */
public final class LogOnDisk {

    private final Path folder;
    private final NoteSigner.Text signer;
    private final List<byte[]> entries = new ArrayList<>();
    private final TreeBuilder tree = TreeBuilder.empty(this::write);

    /** A log without entries or checkpoint. */
    public LogOnDisk(Path folder, String origin) {
        this(folder, NoteSigner.ed25519(origin, keys()));
    }

    private LogOnDisk(Path folder, NoteSigner.Text signer) {
        this.folder = folder;
        this.signer = signer;
    }

    /** Another log with this one's name and key: what a log that lies would keep. */
    public LogOnDisk twin(Path other) {
        return new LogOnDisk(other, signer);
    }

    /** The key that checks its checkpoints. */
    public VerifierKey key() {
        return signer.key();
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /** How many entries it has. */
    public long size() {
        return tree.size();
    }

    /** Appends entries that begin with this word, and publishes a checkpoint. */
    public SignedNote grow(int count, String word) {
        for (int i = 0; i < count; i++) {
            byte[] entry = (word + " " + entries.size()).getBytes(StandardCharsets.UTF_8);
            entries.add(entry);
            tree.add(entry);
        }
        tree.partialTiles(this::write);
        bundles(entries.size() - count);
        return publish(checkpoint());
    }

    /** Its checkpoint, not signed. */
    public Checkpoint checkpoint() {
        return new Checkpoint(signer.key().name(), tree.size(), tree.root());
    }

    /** Signs a checkpoint, whatever it says, and puts it where the log's is. */
    public SignedNote publish(Checkpoint checkpoint) {
        SignedNote note = sign(checkpoint);
        write("checkpoint", note.toBytes());
        return note;
    }

    /** Signs a checkpoint, whatever it says. */
    public SignedNote sign(Checkpoint checkpoint) {
        return checkpoint.signed(signer.sign(checkpoint, Instant.EPOCH));
    }

    private void bundles(int from) {
        for (int start = from / TilePath.FULL * TilePath.FULL;
                start < entries.size();
                start += TilePath.FULL) {
            int end = Math.min(entries.size(), start + TilePath.FULL);
            write(
                    new TilePath.Entries(start / TilePath.FULL, end - start).path(),
                    EntryBundle.of(entries.subList(start, end)).toBytes());
        }
    }

    private void write(TilePath.Hashes tile, byte[] hashes) {
        write(tile.path(), hashes);
    }

    private void write(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "fresh", "");
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
