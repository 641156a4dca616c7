package org.danaya.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.Parsed;
import org.danaya.verify.SignedNote;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifiedNote;
import org.danaya.verify.VerifierKey;

/**
 * What the witness remembers of one log: the last checkpoint that it cosigned, with the log's
 * signature and its own, in one file. That is also what monitors fetch.
 *
 * <p>The file is read again for every request: whatever a failed write left there is what counts,
 * and it never holds less than what was answered. Guarded by the caller.
 */
final class CosignedLog {

    private static final String FILE = "checkpoint";
    private static final String EVIDENCE = "split-view.txt";

    private final String origin;
    private final List<VerifierKey> keys;
    private final List<VerifierKey> own;
    private final Path folder;

    /**
     * @param keys of the log
     * @param own keys of the witness
     * @param witnessFolder has a folder for each log
     */
    CosignedLog(String origin, List<VerifierKey> keys, List<VerifierKey> own, Path witnessFolder) {
        this.origin = origin;
        this.keys = List.copyOf(keys);
        this.own = List.copyOf(own);
        this.folder = witnessFolder.resolve(Checkpoint.originHash(origin));
    }

    List<VerifierKey> keys() {
        return keys;
    }

    /** A checkpoint that was cosigned. */
    record Cosigned(SignedNote note, Checkpoint checkpoint) {}

    /**
     * The last checkpoint that was cosigned, or nothing before the first.
     *
     * @throws Fault {@link WitnessFault#STATE_DAMAGED} where the file isn't what this witness wrote
     */
    Optional<Cosigned> last() {
        Path file = folder.resolve(FILE);
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        try {
            // The folder is made with its first checkpoint; without one, somebody took it away.
            return Optional.of(read(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new Fault(e, WitnessFault.STATE_DAMAGED, file, String.valueOf(e.getMessage()));
        }
    }

    private Cosigned read(byte[] bytes) {
        Path file = folder.resolve(FILE);
        if (SignedNote.parse(bytes) instanceof Parsed.Ok<SignedNote>(SignedNote note)
                && note.verify(own) instanceof Verdict.Valid<VerifiedNote> _
                && Checkpoint.parse(note.text())
                        instanceof Parsed.Ok<Checkpoint>(Checkpoint checkpoint)
                && checkpoint.origin().equals(origin)) {
            return new Cosigned(note, checkpoint);
        }
        throw new Fault(WitnessFault.STATE_DAMAGED, file, "no checkpoint that this witness signed");
    }

    /** Remembers a checkpoint in place of the last; durable when this ends. */
    void remember(SignedNote note) throws IOException {
        Path parent = Objects.requireNonNull(folder.getParent());
        if (Files.notExists(folder)) {
            Path fresh = parent.resolve(folder.getFileName() + ".new");
            Files.createDirectories(fresh);
            DurableFiles.replace(fresh.resolve(FILE), note.toBytes(), DurableFiles.ALL_READ);
            DurableFiles.syncFolder(fresh);
            Files.move(fresh, folder);
            DurableFiles.syncFolder(parent);
        } else {
            DurableFiles.replace(folder.resolve(FILE), note.toBytes(), DurableFiles.ALL_READ);
            DurableFiles.syncFolder(folder);
        }
    }

    /** Keeps the first proof that the log showed two trees of one size. */
    void keepEvidence(SignedNote cosigned, SignedNote other) throws IOException {
        Path file = folder.resolve(EVIDENCE);
        if (Files.notExists(file)) {
            String both = cosigned.toText() + "\n=====\n\n" + other.toText();
            DurableFiles.replace(
                    file, both.getBytes(StandardCharsets.UTF_8), DurableFiles.ALL_READ);
            DurableFiles.syncFolder(folder);
        }
    }
}
