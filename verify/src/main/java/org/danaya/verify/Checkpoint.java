package org.danaya.verify;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * What a log says about its tree (C2SP tlog-checkpoint, "Note text").
 *
 * @param origin the log's identity: not empty, one line; not necessarily an address
 * @param size leaves in the tree, 0 to 2^63 - 1
 * @param root the tree's root hash (RFC 6962 §2.1)
 * @param extensions further lines, each not empty; no monitor can audit them
 */
public record Checkpoint(String origin, long size, TreeHash root, List<String> extensions) {

    /** Where a log serves it below its prefix (tlog-tiles, "Checkpoints"). */
    public static final String PATH = "checkpoint";

    private static final int NEEDED_LINES = 3;

    /**
     * A checkpoint with extension lines.
     *
     * @throws IllegalArgumentException where the size is negative, or a line is empty or has a
     *     control character
     */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0) {
            throw new IllegalArgumentException("A tree of negative size");
        }
        checkLine(origin);
        extensions.forEach(Checkpoint::checkLine);
    }

    public Checkpoint(String origin, long size, TreeHash root) {
        this(origin, size, root, List.of());
    }

    private static void checkLine(String line) {
        if (line.isEmpty()
                || line.indexOf('\n') >= 0
                || Strict.controlCharacter(line) >= 0
                || !Strict.encodable(line)) {
            throw new IllegalArgumentException("Not a line of a checkpoint");
        }
    }

    /** Reads a note's text, which ends in a newline. */
    public static Parsed<Checkpoint> parse(String noteText) {
        if (!noteText.endsWith("\n")) {
            return Parsed.malformed(Reason.TRUNCATED, "a checkpoint ends in a newline");
        }
        int control = Strict.controlCharacter(noteText);
        if (control >= 0 || !Strict.encodable(noteText)) {
            return Parsed.malformed(
                    Reason.CONTROL_CHARACTER,
                    control < 0 ? 0 : Strict.lineOf(noteText, control),
                    "a character that a note does not allow");
        }
        List<String> lines = noteText.substring(0, noteText.length() - 1).lines().toList();
        // lines() drops a last line that is empty.
        int empty = noteText.endsWith("\n\n") ? lines.size() : lines.indexOf("");
        if (empty >= 0) {
            return Parsed.malformed(Reason.CHECKPOINT_EMPTY_LINE, empty + 1, "an empty line");
        }
        if (lines.size() < NEEDED_LINES) {
            return Parsed.malformed(
                    Reason.CHECKPOINT_LINES, "a checkpoint has origin, size and root");
        }
        return switch (Strict.number(lines.get(1), 2, "the size")) {
            case Parsed.Malformed<Long> wrong -> wrong.as();
            case Parsed.Ok<Long>(Long size) ->
                    switch (TreeHash.parse(lines.get(2), NEEDED_LINES)) {
                        case Parsed.Malformed<TreeHash> wrong -> wrong.as();
                        case Parsed.Ok<TreeHash>(TreeHash root) ->
                                Parsed.ok(
                                        new Checkpoint(
                                                lines.get(0),
                                                size,
                                                root,
                                                lines.subList(NEEDED_LINES, lines.size())));
                    };
        };
    }

    /** The note's text, with the newline at its end. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n').append(size).append('\n').append(root.base64());
        text.append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /**
     * The SHA-256 of the origin in lower-case hex, below which a witness serves its latest
     * checkpoint of this log (tlog-witness, "Monitor Retrieval Mechanism").
     */
    public static String originHash(String origin) {
        byte[] hash = TreeHasher.sha256().digest(origin.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    /** A note of this checkpoint with its first signature. */
    public SignedNote signed(NoteSignature signature) {
        return new SignedNote(toText(), List.of(signature));
    }
}
