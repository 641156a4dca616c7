package org.danaya.sigma.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a regular expression of RE2 that is known to be right. What isn't understood makes the
 * whole expression not understood: classes by name, octal numbers, quotes, letters outside of ASCII
 * without their case.
 */
final class TreeReader {

    private static final int DEEPEST = 100;
    private static final String REPEATS = "*+?{";

    private final String text;
    private int at;
    private boolean ignoreCase;
    private boolean multiLine;
    private boolean dotAll;

    /** The expression can't be read here. */
    private static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1;

        NotUnderstood() {
            super(null, null, false, false);
        }
    }

    private TreeReader(String text, boolean ignoreCase, boolean multiLine, boolean dotAll) {
        this.text = text;
        this.ignoreCase = ignoreCase;
        this.multiLine = multiLine;
        this.dotAll = dotAll;
    }

    /** The expression, where it is understood. */
    static Optional<Tree> read(String text, boolean ignoreCase, boolean multiLine, boolean dotAll) {
        TreeReader reader = new TreeReader(text, ignoreCase, multiLine, dotAll);
        try {
            Tree tree = reader.choice(0);
            return reader.at == text.length() ? Optional.of(tree) : Optional.empty();
        } catch (NotUnderstood e) {
            return Optional.empty();
        }
    }

    private Tree choice(int depth) throws NotUnderstood {
        if (depth > DEEPEST) {
            throw new NotUnderstood();
        }
        List<Tree> parts = new ArrayList<>();
        parts.add(sequence(depth));
        while (is('|')) {
            at++;
            parts.add(sequence(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : new Tree.Choice(List.copyOf(parts));
    }

    private Tree sequence(int depth) throws NotUnderstood {
        List<Tree> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            Tree part = part(depth);
            if (part != null) {
                parts.add(repeated(part));
            } else if (at < text.length() && REPEATS.indexOf(text.charAt(at)) >= 0) {
                throw new NotUnderstood();
            }
        }
        return new Tree.Sequence(List.copyOf(parts));
    }

    /** What comes next; null for flags, which nothing repeats. */
    private @Nullable Tree part(int depth) throws NotUnderstood {
        return switch (text.charAt(at)) {
            case '(' -> group(depth);
            case '[' -> new Tree.One(set());
            case '.' -> passed(new Tree.One(dotAll ? CharSet.ALL : CharSet.ALL_OF_A_LINE));
            case '^' ->
                    passed(new Tree.At(multiLine ? Tree.Place.LINE_BEGIN : Tree.Place.TEXT_BEGIN));
            case '$' -> passed(new Tree.At(multiLine ? Tree.Place.LINE_END : Tree.Place.TEXT_END));
            case '*', '+', '?' -> throw new NotUnderstood();
            case '\\' -> escape();
            default -> {
                int character = text.codePointAt(at);
                at += Character.charCount(character);
                yield new Tree.One(cased(CharSet.of(character, character)));
            }
        };
    }

    private Tree passed(Tree character) {
        at++;
        return character;
    }

    private CharSet cased(CharSet set) throws NotUnderstood {
        if (!ignoreCase) {
            return set;
        }
        if (!set.isAscii()) {
            throw new NotUnderstood();
        }
        return set.withoutCase();
    }

    private @Nullable Tree group(int depth) throws NotUnderstood {
        boolean ignoreCaseOutside = ignoreCase;
        boolean multiLineOutside = multiLine;
        boolean dotAllOutside = dotAll;
        at++;
        if (is('?')) {
            at++;
            if (!flags()) {
                return null;
            }
        }
        Tree inner = choice(depth + 1);
        expect(')');
        ignoreCase = ignoreCaseOutside;
        multiLine = multiLineOutside;
        dotAll = dotAllOutside;
        return inner;
    }

    /** Reads flags; whether a group follows them. */
    private boolean flags() throws NotUnderstood {
        boolean on = true;
        while (at < text.length()) {
            char flag = text.charAt(at++);
            switch (flag) {
                case 'i' -> ignoreCase = on;
                case 'm' -> multiLine = on;
                case 's' -> dotAll = on;
                case 'U' -> {}
                case '-' -> on = false;
                case ':' -> {
                    return true;
                }
                case ')' -> {
                    return false;
                }
                default -> throw new NotUnderstood();
            }
        }
        throw new NotUnderstood();
    }

    private Tree repeated(Tree part) throws NotUnderstood {
        if (at == text.length()) {
            return part;
        }
        Tree repeat;
        switch (text.charAt(at)) {
            case '*' -> {
                repeat = new Tree.Repeat(part, 0, Tree.ENDLESS);
                at++;
            }
            case '+' -> {
                repeat = new Tree.Repeat(part, 1, Tree.ENDLESS);
                at++;
            }
            case '?' -> {
                repeat = new Tree.Repeat(part, 0, 1);
                at++;
            }
            case '{' -> {
                Tree counted = counted(part);
                if (counted == null) {
                    return part;
                }
                repeat = counted;
            }
            default -> {
                return part;
            }
        }
        if (is('?')) {
            // As few as possible, which finds the same.
            at++;
        }
        if (at < text.length() && REPEATS.indexOf(text.charAt(at)) >= 0) {
            // Of a repetition again, or only a brace.
            throw new NotUnderstood();
        }
        return repeat;
    }

    /** A repetition in braces; null where they are only characters. */
    private Tree.@Nullable Repeat counted(Tree part) {
        int before = at;
        at++;
        int least = number();
        int most = least;
        if (least >= 0 && is(',')) {
            at++;
            boolean endless = is('}');
            most = endless ? Tree.ENDLESS : number();
            if (most < 0 && !endless) {
                least = -1;
            }
        }
        if (least < 0 || !is('}')) {
            at = before;
            return null;
        }
        at++;
        return new Tree.Repeat(part, least, most);
    }

    private int number() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        boolean plain = at == from + 1 || (at > from && text.charAt(from) != '0');
        return plain && at - from <= 4 ? Integer.parseInt(text, from, at, 10) : -1;
    }

    private Tree escape() throws NotUnderstood {
        if (at + 1 == text.length()) {
            throw new NotUnderstood();
        }
        Tree.@Nullable Place place =
                switch (text.charAt(at + 1)) {
                    case 'A' -> Tree.Place.TEXT_BEGIN;
                    case 'z' -> Tree.Place.TEXT_END;
                    case 'b' -> Tree.Place.WORD_EDGE;
                    case 'B' -> Tree.Place.NO_WORD_EDGE;
                    default -> null;
                };
        if (place != null) {
            at += 2;
            return new Tree.At(place);
        }
        CharSet named = named();
        if (named != null) {
            return new Tree.One(named);
        }
        int character = character();
        return new Tree.One(cased(CharSet.of(character, character)));
    }

    /** A set like {@code \d}; null where there is none. */
    private @Nullable CharSet named() throws NotUnderstood {
        if (!is('\\') || at + 1 == text.length()) {
            return null;
        }
        CharSet set =
                switch (text.charAt(at + 1)) {
                    case 'd', 'D' -> CharSet.DIGITS;
                    case 's', 'S' -> CharSet.SPACES;
                    case 'w', 'W' -> CharSet.WORD;
                    default -> null;
                };
        if (set == null) {
            return null;
        }
        boolean not = Character.isUpperCase(text.charAt(at + 1));
        at += 2;
        CharSet all = cased(set);
        return not ? all.not() : all;
    }

    /** One character, perhaps after a backslash. */
    private int character() throws NotUnderstood {
        if (at == text.length()) {
            throw new NotUnderstood();
        }
        int first = text.codePointAt(at);
        at += Character.charCount(first);
        if (first != '\\') {
            return first;
        }
        if (at == text.length()) {
            throw new NotUnderstood();
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            case 'a' -> 0x07;
            case 'x' -> hexadecimal();
            default -> {
                if (c >= 0x80 || Character.isLetterOrDigit(c)) {
                    throw new NotUnderstood();
                }
                yield c;
            }
        };
    }

    private int hexadecimal() throws NotUnderstood {
        if (at + 2 > text.length()) {
            throw new NotUnderstood();
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        if (high < 0 || low < 0 || text.charAt(at) >= 0x80 || text.charAt(at + 1) >= 0x80) {
            throw new NotUnderstood();
        }
        at += 2;
        return (high << 4) | low;
    }

    private CharSet set() throws NotUnderstood {
        at++;
        boolean not = is('^');
        if (not) {
            at++;
        }
        List<CharSet.Range> ranges = new ArrayList<>();
        boolean first = true;
        while (first || !is(']')) {
            first = false;
            if (text.startsWith("[:", at)) {
                throw new NotUnderstood();
            }
            CharSet named = named();
            if (named != null) {
                ranges.addAll(named.ranges());
                continue;
            }
            int from = character();
            int to = from;
            if (is('-') && at + 1 < text.length() && text.charAt(at + 1) != ']') {
                at++;
                to = character();
            }
            if (to < from) {
                throw new NotUnderstood();
            }
            ranges.addAll(cased(CharSet.of(from, to)).ranges());
        }
        expect(']');
        CharSet all = CharSet.joined(ranges);
        return not ? all.not() : all;
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void expect(char c) throws NotUnderstood {
        if (!is(c)) {
            throw new NotUnderstood();
        }
        at++;
    }
}
