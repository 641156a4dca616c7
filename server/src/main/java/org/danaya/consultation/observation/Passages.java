package org.danaya.consultation.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.text.flow.Line;

/**
 * Finds quoted words in a version, whatever became of their spaces, quotation marks and capitals on
 * the way through a browser or a form.
 */
public final class Passages {

    /** How long quoted words may be, in characters. */
    public static final int LONGEST = 2_000;

    private final Parts parts;
    private final List<Spot> spots = new ArrayList<>();

    /** To find words in a version again and again. */
    public Passages(Parts parts) {
        this.parts = parts;
        parts.lines()
                .forEach(
                        (wId, lines) -> {
                            for (int at = 0; at < lines.size(); at++) {
                                String words = lines.get(at).text();
                                spots.add(new Spot(wId, at, words, Plain.of(words)));
                            }
                        });
    }

    /** A line where words may be. */
    private record Spot(String wId, int line, String words, Plain plain) {

        /** Adds every place of plain words, whole words with a worth. */
        void every(String wanted, List<Candidate> found) {
            String text = plain.text();
            for (int from = text.indexOf(wanted);
                    from >= 0;
                    from = text.indexOf(wanted, from + 1)) {
                int end = from + wanted.length();
                boolean whole =
                        (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                                && (end == text.length()
                                        || !Character.isLetterOrDigit(text.charAt(end)));
                found.add(
                        new Candidate(
                                this,
                                plain.at().get(from),
                                plain.at().get(end - 1) + 1,
                                whole ? 1 : 0));
            }
        }
    }

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

    private record Candidate(Spot spot, int start, int end, int worth) {}

    /** Finds words once, as {@link #find(String, String, String, String)} does. */
    public static Optional<Anchor.OnSpan> find(
            Parts parts, String wId, String quote, String prefix, String suffix) {
        return new Passages(parts).find(wId, quote, prefix, suffix);
    }

    /**
     * Finds words, first in a part and the parts in it, then anywhere.
     *
     * @param wId the part where they are said to be; may be empty
     * @param prefix what is said to stand before them; may be empty
     * @param suffix what is said to stand after them; may be empty
     */
    public Optional<Anchor.OnSpan> find(String wId, String quote, String prefix, String suffix) {
        String wanted = Plain.of(quote).text().strip();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        String before = Plain.of(prefix).text().strip();
        String after = Plain.of(suffix).text().strip();
        Optional<Candidate> best = Optional.empty();
        for (Spot spot : spots) {
            String plain = spot.plain().text();
            for (int from = plain.indexOf(wanted);
                    from >= 0;
                    from = plain.indexOf(wanted, from + 1)) {
                String rest = plain.substring(from + wanted.length()).strip();
                int worth =
                        (parts.within(spot.wId(), wId) ? 1_000 : 0)
                                + 2 * common(before, plain.substring(0, from).strip())
                                + 2 * begin(after, rest);
                if (best.isEmpty() || worth >= best.get().worth()) {
                    int start = spot.plain().at().get(from);
                    int end = spot.plain().at().get(from + wanted.length() - 1) + 1;
                    best = Optional.of(new Candidate(spot, start, end, worth));
                }
            }
        }
        return best.map(this::span);
    }

    /**
     * Finds words that are there once: in a part and the parts in it, or anywhere where they aren't
     * in it. Whole words count before words that others hold.
     *
     * @param wId the part where they are said to be; may be empty
     * @return none where nobody can tell which are meant
     */
    public Optional<Anchor.OnSpan> only(String wId, String quote) {
        String wanted = Plain.of(quote).text().strip();
        List<Candidate> all = new ArrayList<>();
        if (!wanted.isEmpty()) {
            spots.forEach(spot -> spot.every(wanted, all));
        }
        List<Candidate> in =
                all.stream()
                        .filter(each -> !wId.isEmpty() && parts.within(each.spot().wId(), wId))
                        .toList();
        List<Candidate> meant = in.isEmpty() ? all : in;
        List<Candidate> whole = meant.stream().filter(each -> each.worth() > 0).toList();
        List<Candidate> left = whole.isEmpty() ? meant : whole;
        return left.size() == 1 ? Optional.of(span(left.getFirst())) : Optional.empty();
    }

    private Anchor.OnSpan span(Candidate found) {
        Spot spot = found.spot();
        return span(parts, spot.wId(), spot.line(), spot.words(), found.start(), found.end());
    }

    /** A span of a line, where the part has that line and the line is that long. */
    public static Optional<Anchor.OnSpan> at(
            Parts parts, String wId, int line, int start, int end) {
        List<Line> lines = parts.of(wId);
        boolean there =
                line < lines.size()
                        && start >= 0
                        && start < end
                        && end <= lines.get(line).text().length();
        return there
                ? Optional.of(span(parts, wId, line, lines.get(line).text(), start, end))
                : Optional.empty();
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
