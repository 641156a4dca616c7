package org.danaya.people.draft;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.base.SearchText;
import org.danaya.people.PeopleFault;
import org.jspecify.annotations.Nullable;

/** Reads what was typed, field by field, and collects all that is wrong with it. */
public final class Checks {

    /** How long a name or a title may be, in characters. */
    public static final int NAME = 300;

    /** How long a reference to an act or a source may be, in characters. */
    public static final int REFERENCE = 500;

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
    private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final Set<String> YES = Set.of("oui", "yes", "vrai", "true", "1", "x", "on");
    private static final Set<String> NO = Set.of("", "non", "no", "faux", "false", "0");

    private final List<Problem> problems = new ArrayList<>();

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public boolean sound() {
        return problems.isEmpty();
    }

    public void add(Problem problem) {
        problems.add(problem);
    }

    public void refuse(String field, PeopleFault code, Object... facts) {
        problems.add(Problem.of(field, code, facts));
    }

    /** A text that must be there, of one line; empty where it is refused. */
    public String needed(String field, @Nullable String typed, int most) {
        String text = optional(field, typed, most);
        if (text == null && problems.stream().noneMatch(problem -> problem.field().equals(field))) {
            refuse(field, PeopleFault.VALUE_MISSING);
        }
        return text == null ? "" : text;
    }

    /** A text of one line, in normal form C, with single spaces; null where there is none. */
    public @Nullable String optional(String field, @Nullable String typed, int most) {
        String text = typed == null ? "" : clean(typed);
        if (text.codePoints().anyMatch(Checks::unwanted)) {
            refuse(field, PeopleFault.VALUE_UNREADABLE);
            return null;
        }
        if (text.codePointCount(0, text.length()) > most) {
            refuse(field, PeopleFault.VALUE_TOO_LONG, most);
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** A date as 2026-11-22 or 22/11/2026; null where there is none. */
    public @Nullable LocalDate date(String field, @Nullable String typed) {
        String text = typed == null ? "" : clean(typed);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate date = date(text);
        if (date == null || date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            refuse(field, PeopleFault.DATE_WRONG, shown(text));
            return null;
        }
        return date;
    }

    /** A date that must be there; the earliest possible one where it is refused. */
    public LocalDate neededDate(String field, @Nullable String typed) {
        LocalDate date = date(field, typed);
        if (date == null && (typed == null || typed.isBlank())) {
            refuse(field, PeopleFault.VALUE_MISSING);
        }
        return date == null ? EARLIEST : date;
    }

    boolean yes(String field, @Nullable String typed) {
        String text = SearchText.plain(typed == null ? "" : typed);
        if (!YES.contains(text) && !NO.contains(text)) {
            refuse(field, PeopleFault.YES_OR_NO, shown(text));
        }
        return YES.contains(text);
    }

    /** A value as an error repeats it: cut, so that a page of errors stays a page. */
    public static String shown(String text) {
        return text.codePointCount(0, text.length()) <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 60)) + "…";
    }

    private static String clean(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\t\\r\\n ]+", " ")
                .strip();
    }

    /** Control characters, and the marks that turn the direction of what follows. */
    private static boolean unwanted(int point) {
        return Character.getType(point) == Character.CONTROL
                || Character.getType(point) == Character.SURROGATE
                || Character.getType(point) == Character.UNASSIGNED
                || (point >= 0x202a && point <= 0x202e)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0xfffd;
    }

    private static @Nullable LocalDate date(String text) {
        Matcher iso = ISO.matcher(text);
        Matcher dayFirst = DAY_FIRST.matcher(text);
        try {
            if (iso.matches()) {
                return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            }
            return dayFirst.matches()
                    ? LocalDate.of(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1))
                    : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
