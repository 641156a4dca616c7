package org.danaya.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * What tlog-proof and tlog-witness have in common: lines, of which the last ones are hashes, then
 * an empty line, then a signed checkpoint.
 */
record ProofText(List<String> head, SignedNote note, Checkpoint checkpoint) {

    /** As many hashes as a tree of 2^63 leaves needs, and three lines before them. */
    private static final int MAX_HEAD_LINES = 66;

    static Parsed<ProofText> parse(byte[] bytes, int maxBytes) {
        if (bytes.length > maxBytes) {
            return Parsed.malformed(Reason.TOO_LARGE, "more than " + maxBytes + " bytes");
        }
        String text = Strict.utf8(bytes);
        return text == null ? Parsed.malformed(Reason.NOT_UTF8, "not UTF-8") : parse(text);
    }

    static Parsed<ProofText> parse(String text) {
        int control = Strict.controlCharacter(text);
        if (control >= 0) {
            return Parsed.malformed(
                    Reason.CONTROL_CHARACTER,
                    Strict.lineOf(text, control),
                    "a control character other than newline");
        }
        List<String> head = new ArrayList<>();
        int start = 0;
        while (true) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return Parsed.malformed(
                        Reason.TRUNCATED, head.size() + 1, "ends before the empty line");
            }
            if (end == start) {
                break;
            }
            if (head.size() == MAX_HEAD_LINES) {
                return Parsed.malformed(Reason.TOO_LARGE, head.size(), "too many lines");
            }
            head.add(text.substring(start, end));
            start = end + 1;
        }
        int before = head.size() + 1;
        return switch (SignedNote.parse(text.substring(start + 1))) {
            case Parsed.Malformed<SignedNote> wrong -> wrong.below(before);
            case Parsed.Ok<SignedNote>(SignedNote note) ->
                    switch (Checkpoint.parse(note.text())) {
                        case Parsed.Malformed<Checkpoint> wrong -> wrong.below(before);
                        case Parsed.Ok<Checkpoint>(Checkpoint checkpoint) ->
                                Parsed.ok(new ProofText(List.copyOf(head), note, checkpoint));
                    };
        };
    }

    /** The number behind a word and a space, on a line counted from 0. */
    Parsed<Long> number(int line, String word) {
        if (line >= head.size() || !head.get(line).startsWith(word + " ")) {
            return Parsed.malformed(
                    Reason.PROOF_LINE, line + 1, "not the line of \"" + word + "\"");
        }
        return Strict.number(
                head.get(line).substring(word.length() + 1), line + 1, "\"" + word + "\"");
    }

    /** The hashes from a line, counted from 0, to the empty line. */
    Parsed<List<TreeHash>> hashes(int from) {
        List<TreeHash> hashes = new ArrayList<>();
        for (int line = from; line < head.size(); line++) {
            if (hashes.size() == InclusionProof.MAX_HASHES) {
                return Parsed.malformed(Reason.PROOF_LENGTH, line + 1, "more than 63 hashes");
            }
            switch (TreeHash.parse(head.get(line), line + 1)) {
                case Parsed.Ok<TreeHash>(TreeHash hash) -> hashes.add(hash);
                case Parsed.Malformed<TreeHash> wrong -> {
                    return wrong.as();
                }
            }
        }
        return Parsed.ok(List.copyOf(hashes));
    }
}
