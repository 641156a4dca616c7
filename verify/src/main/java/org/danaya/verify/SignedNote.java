package org.danaya.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text and the signatures below it (C2SP signed-note). The text is not to be used before {@link
 * #verify} says {@link Verdict.Valid}.
 *
 * @param text ends in a newline; the blank line that separates the signatures is not part of it
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /**
     * The longest note that is read, in bytes: signed-note wants room for 16 signatures of 5 kB.
     */
    public static final int MAX_BYTES = 1_000_000;

    /** The most signatures that are read. */
    public static final int MAX_SIGNATURES = 100;

    /**
     * A note of a text and its signatures.
     *
     * @throws IllegalArgumentException where the text could not be read back from a note
     */
    public SignedNote {
        signatures = List.copyOf(signatures);
        checkText(text);
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("1 to 100 signatures, not " + signatures.size());
        }
    }

    static void checkText(String text) {
        if (!text.endsWith("\n") || Strict.controlCharacter(text) >= 0 || !Strict.encodable(text)) {
            throw new IllegalArgumentException(
                    "A note's text ends in a newline and has no other control character");
        }
    }

    /** Reads a note (signed-note, "Format"). */
    public static Parsed<SignedNote> parse(byte[] note) {
        if (note.length > MAX_BYTES) {
            return Parsed.malformed(Reason.TOO_LARGE, "more than " + MAX_BYTES + " bytes");
        }
        String all = Strict.utf8(note);
        return all == null
                ? Parsed.malformed(Reason.NOT_UTF8, "the note is not UTF-8")
                : parse(all);
    }

    static Parsed<SignedNote> parse(String note) {
        if (note.length() > MAX_BYTES) {
            return Parsed.malformed(Reason.TOO_LARGE, "more than " + MAX_BYTES + " bytes");
        }
        int control = Strict.controlCharacter(note);
        if (control >= 0) {
            return Parsed.malformed(
                    Reason.CONTROL_CHARACTER,
                    Strict.lineOf(note, control),
                    "a control character other than newline");
        }
        // "the text is separated from the signatures by the last empty line in the note"
        int separator = note.lastIndexOf("\n\n");
        if (separator < 0) {
            return Parsed.malformed(
                    Reason.NOTE_SEPARATOR, "no blank line between text and signatures");
        }
        String text = note.substring(0, separator + 1);
        int line = Strict.lineOf(note, separator + 2);
        return switch (parseSignatures(note.substring(separator + 2))) {
            case Parsed.Ok<List<NoteSignature>>(List<NoteSignature> signatures) ->
                    signatures.isEmpty()
                            ? Parsed.malformed(Reason.NOTE_UNSIGNED, line, "no signature")
                            : Parsed.ok(new SignedNote(text, signatures));
            case Parsed.Malformed<List<NoteSignature>> wrong -> wrong.below(line - 1);
        };
    }

    /**
     * Reads signature lines alone, as a witness answers them (tlog-witness, "add-checkpoint"). Each
     * ends in a newline; there may be none.
     */
    public static Parsed<List<NoteSignature>> parseSignatures(String lines) {
        List<NoteSignature> signatures = new ArrayList<>();
        int start = 0;
        for (int line = 1; start < lines.length(); line++) {
            int end = lines.indexOf('\n', start);
            if (end < 0) {
                return Parsed.malformed(
                        Reason.TRUNCATED, line, "a signature line without its newline");
            }
            if (line > MAX_SIGNATURES) {
                return Parsed.malformed(
                        Reason.NOTE_TOO_MANY_SIGNATURES,
                        line,
                        "more than " + MAX_SIGNATURES + " signatures");
            }
            switch (NoteSignature.parse(lines.substring(start, end), line)) {
                case Parsed.Ok<NoteSignature>(NoteSignature signature) -> signatures.add(signature);
                case Parsed.Malformed<NoteSignature> wrong -> {
                    return wrong.as();
                }
            }
            start = end + 1;
        }
        return Parsed.ok(List.copyOf(signatures));
    }

    /**
     * Checks the signatures of the keys that the caller trusts (signed-note, "Signatures").
     *
     * <p>Signatures of other keys are ignored. One wrong signature of a known key refuses the whole
     * note. A known key whose algorithm this Java lacks counts for nothing: it is listed in {@link
     * VerifiedNote#unchecked}, and where nothing else signed, the note is unverifiable.
     */
    public Verdict<VerifiedNote> verify(Collection<VerifierKey> keys) {
        List<VerifiedSignature> verified = new ArrayList<>();
        List<VerifierKey> unchecked = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : keys) {
                if (!key.made(signature)) {
                    continue;
                }
                switch (SignatureCheck.check(key, text, signature)) {
                    case Verdict.Valid<VerifiedSignature>(VerifiedSignature good) ->
                            verified.add(good);
                    case Verdict.Unverifiable<VerifiedSignature> unknown -> unchecked.add(key);
                    case Verdict.Invalid<VerifiedSignature>(Reason reason, String detail) -> {
                        return Verdict.invalid(reason, key.name() + ": " + detail);
                    }
                }
            }
        }
        if (!verified.isEmpty()) {
            return Verdict.valid(new VerifiedNote(this, verified, unchecked));
        }
        return unchecked.isEmpty()
                ? Verdict.invalid(Reason.SIGNATURE_UNKNOWN, "no signature of a known key")
                : Verdict.unverifiable(
                        Reason.ALGORITHM_UNAVAILABLE,
                        "this Java cannot check the signature of " + unchecked.getFirst().name());
    }

    /** The same text with one more signature; one that is there already is not added again. */
    public SignedNote with(NoteSignature signature) {
        if (signatures.contains(signature)) {
            return this;
        }
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(signature);
        return new SignedNote(text, all);
    }

    /** The whole note. */
    public String toText() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /** The whole note in UTF-8. */
    public byte[] toBytes() {
        return toText().getBytes(StandardCharsets.UTF_8);
    }
}
