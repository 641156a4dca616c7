package org.danaya.consultation.observation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.danaya.text.flow.Line;

/**
 * Finds quoted words in a version, whatever became of their spaces, quotation marks and capitals on
 * the way through a browser or a form.
 */
public final class Passages {

    /** How long quoted words may be, in characters. */
    public static final int LONGEST = 2_000;

    private Passages() {}

    /** A line's words without what differs between ways of writing, and where each letter was. */
    private record Plain(String text, List<Integer> at) {

        static Plain of(String words) {
            StringBuilder text = new StringBuilder();
            List<Integer> at = new ArrayList<>();
            boolean space = true;
            for (int i = 0; i < words.length(); i++) {
                char letter = words.charAt(i);
                if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                    if (!space) {
                        text.append(' ');
                        at.add(i);
                    }
                    space = true;
                    continue;
                }
                space = false;
                text.append(plain(letter));
                at.add(i);
            }
            at.add(words.length());
            return new Plain(text.toString(), at);
        }

        private static char plain(char letter) {
            return switch (letter) {
                case '’', '‘', 'ʼ' -> '\'';
                case '“', '”', '«', '»' -> '"';
                case '–', '—', '‑', '−' -> '-';
                default -> Character.toLowerCase(letter);
            };
        }
    }

    private record Candidate(Anchor.OnSpan span, int worth) {}

    /**
     * Finds words, first in a part and the parts in it, then anywhere.
     *
     * @param wId the part where they are said to be; may be empty
     * @param prefix what is said to stand before them; may be empty
     * @param suffix what is said to stand after them; may be empty
     */
    public static Optional<Anchor.OnSpan> find(
            Parts parts, String wId, String quote, String prefix, String suffix) {
        String wanted = Plain.of(quote).text().strip();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        String before = Plain.of(prefix).text().strip();
        String after = Plain.of(suffix).text().strip();
        List<Candidate> all = new ArrayList<>();
        for (Map.Entry<String, List<Line>> part : parts.lines().entrySet()) {
            boolean inPart = within(part.getKey(), wId);
            for (int line = 0; line < part.getValue().size(); line++) {
                String words = part.getValue().get(line).text();
                Plain plain = Plain.of(words);
                for (int from = plain.text().indexOf(wanted);
                        from >= 0;
                        from = plain.text().indexOf(wanted, from + 1)) {
                    int worth =
                            (inPart ? 1_000 : 0)
                                    + 2 * common(before, plain.text().substring(0, from).strip())
                                    + 2
                                            * begin(
                                                    after,
                                                    plain.text()
                                                            .substring(from + wanted.length())
                                                            .strip());
                    int start = plain.at().get(from);
                    int end = plain.at().get(from + wanted.length() - 1) + 1;
                    all.add(
                            new Candidate(
                                    span(parts, part.getKey(), line, words, start, end), worth));
                }
            }
        }
        return all.stream().max(Comparator.comparingInt(Candidate::worth)).map(Candidate::span);
    }

    private static boolean within(String part, String wId) {
        return part.equals(wId) || (!wId.isEmpty() && part.startsWith(wId + "__"));
    }

    /** A span of a line. */
    static Anchor.OnSpan span(Parts parts, String wId, int line, String words, int start, int end) {
        return new Anchor.OnSpan(
                wId,
                parts.label(wId),
                line,
                start,
                end,
                words.substring(start, end),
                words.substring(Math.max(0, start - Anchor.AROUND), start),
                words.substring(end, Math.min(words.length(), end + Anchor.AROUND)));
    }

    /** How many letters at their ends are the same. */
    private static int common(String one, String other) {
        int same = 0;
        while (same < one.length()
                && same < other.length()
                && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    /** How many letters at their beginnings are the same. */
    private static int begin(String one, String other) {
        int same = 0;
        while (same < one.length()
                && same < other.length()
                && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    /** Words without case, to be compared. */
    static String plain(String words) {
        return Plain.of(words).text().strip().toLowerCase(Locale.ROOT);
    }
}
