package org.danaya.sigma.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of characters, as ranges of code points in their order that don't touch each other.
 *
 * @param ranges none empty
 */
record CharSet(List<Range> ranges) {

    /** From one code point to another, both in it. */
    record Range(int from, int to) {}

    static final CharSet DIGITS = of('0', '9');
    static final CharSet SPACES = of('\t', '\n').and(of('\f', '\r')).and(of(' ', ' '));
    static final CharSet WORD = DIGITS.and(of('A', 'Z')).and(of('_', '_')).and(of('a', 'z'));
    static final CharSet ALL = of(0, Character.MAX_CODE_POINT);
    static final CharSet ALL_OF_A_LINE = of('\n', '\n').not();

    /** What is written in another case as k or s, outside of ASCII. */
    private static final int KELVIN = 0x212A;

    private static final int LONG_S = 0x017F;

    static CharSet of(int from, int to) {
        return new CharSet(List.of(new Range(from, to)));
    }

    /** What is in either. */
    CharSet and(CharSet other) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        return joined(all);
    }

    /** What is in one of these. */
    static CharSet joined(List<Range> ranges) {
        List<Range> all = new ArrayList<>(ranges);
        all.sort(Comparator.comparingInt(Range::from));
        List<Range> joined = new ArrayList<>();
        for (Range range : all) {
            Range last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && range.from <= last.to + 1) {
                joined.set(joined.size() - 1, new Range(last.from, Math.max(last.to, range.to)));
            } else {
                joined.add(range);
            }
        }
        return new CharSet(List.copyOf(joined));
    }

    /** What isn't in it. */
    CharSet not() {
        List<Range> others = new ArrayList<>();
        int from = 0;
        for (Range range : ranges) {
            if (range.from > from) {
                others.add(new Range(from, range.from - 1));
            }
            from = range.to + 1;
        }
        if (from <= Character.MAX_CODE_POINT) {
            others.add(new Range(from, Character.MAX_CODE_POINT));
        }
        return new CharSet(List.copyOf(others));
    }

    /** With the same letters in their other case; for sets of ASCII. */
    CharSet withoutCase() {
        CharSet all = this;
        for (char c = 'a'; c <= 'z'; c++) {
            char upper = (char) (c - 'a' + 'A');
            if (has(c) || has(upper)) {
                all = all.and(of(c, c)).and(of(upper, upper));
            }
        }
        if (has('k') || has('K')) {
            all = all.and(of(KELVIN, KELVIN));
        }
        return has('s') || has('S') ? all.and(of(LONG_S, LONG_S)) : all;
    }

    boolean has(int character) {
        return ranges.stream().anyMatch(range -> range.from <= character && character <= range.to);
    }

    /** Whether all are of ASCII. */
    boolean isAscii() {
        return ranges.isEmpty() || ranges.getLast().to < 0x80;
    }
}
