package org.danaya.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.log.disk.LogFolder;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.Parsed;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TileSource;
import org.danaya.verify.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the log shows of itself: its name, its keys, its latest checkpoint, its files. Safe for any
 * thread.
 */
public final class PublicLog {

    private final IdentityTable identity;
    private final LogFolder folder;

    PublicLog(JdbcClient jdbc, LogFolder folder) {
        this.identity = new IdentityTable(jdbc);
        this.folder = folder;
    }

    /**
     * The published checkpoint, read whole.
     *
     * @param note as it lies on disk, signatures included
     */
    public record Latest(Checkpoint checkpoint, SignedNote note) {}

    /** The folder that holds {@code checkpoint} and {@code tile/…}. */
    public Path folder() {
        return folder.path();
    }

    /** The files, as a verifier reads them. */
    public TileSource source() {
        return folder.source();
    }

    /** The log's name; nothing before the log has begun. */
    public Optional<String> origin() {
        return identity.read().map(IdentityTable.Identity::origin);
    }

    /** The keys that check the log's signatures, Ed25519 first; none before the log has begun. */
    public List<VerifierKey> keys() {
        return identity.read()
                .map(
                        row ->
                                List.of(
                                        VerifierKey.parse(row.ed25519Key()).orThrow(),
                                        VerifierKey.parse(row.mlDsa44Key()).orThrow()))
                .orElse(List.of());
    }

    /**
     * The published checkpoint; nothing before the first.
     *
     * @throws Fault {@link LogFault#FILES_UNUSABLE} where the file can't be read as one
     */
    public Optional<Latest> latest() {
        return file().map(this::latest);
    }

    /** The published checkpoint's bytes, whatever they are. */
    Optional<byte[]> file() {
        try {
            return folder.checkpoint();
        } catch (IOException e) {
            throw new Fault(
                    e, LogFault.FILES_UNUSABLE, folder.path(), String.valueOf(e.getMessage()));
        }
    }

    private Latest latest(byte[] file) {
        if (SignedNote.parse(file) instanceof Parsed.Ok<SignedNote>(SignedNote note)
                && Checkpoint.parse(note.text())
                        instanceof Parsed.Ok<Checkpoint>(Checkpoint checkpoint)) {
            return new Latest(checkpoint, note);
        }
        throw new Fault(
                LogFault.FILES_UNUSABLE,
                folder.path().resolve(Checkpoint.PATH),
                "not a checkpoint");
    }
}
