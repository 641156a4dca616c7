package org.danaya.sigma.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain YAML that rules are mostly written in: maps and lists by indentation, scalars on
 * one line, literal blocks. It knows what it doesn't know: of a text with anything else in it, or
 * anything wrong with it, it says nothing, and {@link YamlReader} asks the real parser. Where it
 * does answer, the answer is the parser's; only several times faster, which counts when thousands
 * of rules are read by a program that just started.
 */
final class PlainYaml {
    /** Ends the reading: the text isn't plain. */
    private static final class NotPlain extends Exception {
        private static final long serialVersionUID = 1;

        NotPlain() {
            super(null, null, false, false);
        }
    }

    private static final int NO_INDENT = -1;

    private final String text;

    /** The same, to be looked at: quicker than by the text's own methods as long as little runs. */
    private final char[] chars;

    /**
     * Where the current line begins, and its number; its indentation, or {@link #NO_INDENT} behind
     * the end.
     */
    private int start;

    private int line = 1;
    private int indent;
    private int nodes;

    private PlainYaml(String text) {
        this.text = text;
        chars = text.toCharArray();
    }

    /** The document, or null where the text isn't plain. */
    static @Nullable Yaml read(String text) {
        try {
            return new PlainYaml(text).document();
        } catch (NotPlain e) {
            return null;
        }
    }

    private Yaml document() throws NotPlain {
        if (!PlainCharacters.are(chars)) {
            throw new NotPlain();
        }
        if (text.startsWith("---")) {
            int end = lineEnd(0);
            if (!text.substring(3, end).isBlank()) {
                throw new NotPlain();
            }
            start = Math.min(end + 1, chars.length);
            line++;
        }
        toContent();
        if (indent == NO_INDENT) {
            throw new NotPlain();
        }
        Yaml document = block(0);
        if (indent != NO_INDENT) {
            throw new NotPlain();
        }
        return document;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < chars.length && chars[at] != '\n') {
            at++;
        }
        return at;
    }

    private void nextLine() {
        int end = lineEnd(start);
        start = Math.min(end + 1, chars.length);
        line++;
    }

    /** Goes to the next line that has content, unless this one has. */
    private void toContent() {
        while (start < chars.length) {
            int at = start;
            while (at < chars.length && chars[at] == ' ') {
                at++;
            }
            if (at < chars.length && chars[at] != '\n' && chars[at] != '#') {
                indent = at - start;
                return;
            }
            nextLine();
        }
        indent = NO_INDENT;
    }

    private Yaml block(int depth) throws NotPlain {
        if (depth >= YamlReader.DEEPEST) {
            throw new NotPlain();
        }
        return dash(start + indent) ? sequence(indent, depth) : mapping(indent, line, depth);
    }

    private boolean dash(int at) {
        return chars[at] == '-' && endsWord(at + 1);
    }

    private void count() throws NotPlain {
        if (++nodes > YamlReader.MOST_NODES) {
            throw new NotPlain();
        }
    }

    private Yaml sequence(int column, int depth) throws NotPlain {
        count();
        int firstLine = line;
        List<Yaml> items = new ArrayList<>();
        while (indent == column && dash(start + column)) {
            int at = skipSpaces(start + column + 1);
            if (atEndOrComment(at)) {
                items.add(below(column, false, depth));
            } else if (dash(at)) {
                throw new NotPlain();
            } else if (colon(at) >= 0) {
                indent = at - start;
                items.add(mapping(indent, line, depth + 1));
            } else {
                items.add(scalar(at, column));
            }
        }
        checkDedent(column);
        return new Yaml.Sequence(items, firstLine);
    }

    private Yaml mapping(int column, int firstLine, int depth) throws NotPlain {
        if (depth >= YamlReader.DEEPEST) {
            throw new NotPlain();
        }
        count();
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        while (indent == column && !dash(start + column)) {
            int keyAt = start + column;
            int colon = colon(keyAt);
            if (colon < 0) {
                throw new NotPlain();
            }
            Yaml.Scalar key = key(keyAt, colon);
            int at = skipSpaces(colon + 1);
            Yaml value = atEndOrComment(at) ? below(column, true, depth) : scalar(at, column);
            if (entries.putIfAbsent(key.text(), new Yaml.Entry(key, value)) != null) {
                throw new NotPlain();
            }
        }
        checkDedent(column);
        return new Yaml.Mapping(entries, firstLine);
    }

    private void checkDedent(int column) throws NotPlain {
        if (indent > column) {
            throw new NotPlain();
        }
    }

    /**
     * What stands on the lines below; nothing where they don't belong here. A map's list may stand
     * under its key.
     */
    private Yaml below(int column, boolean inMap, int depth) throws NotPlain {
        int emptyLine = line;
        nextLine();
        toContent();
        if (indent > column || (inMap && indent == column && dash(start + indent))) {
            return block(depth + 1);
        }
        count();
        return new Yaml.Scalar("", true, emptyLine);
    }

    private int skipSpaces(int from) {
        int at = from;
        while (at < chars.length && chars[at] == ' ') {
            at++;
        }
        return at;
    }

    private boolean atEndOrComment(int at) {
        return at >= chars.length
                || chars[at] == '\n'
                || (chars[at] == '#' && chars[at - 1] == ' ');
    }

    /** Where the colon stands that makes a key of what begins here, or -1 where no key begins. */
    private int colon(int from) throws NotPlain {
        char first = chars[from];
        if (first == '\'' || first == '"') {
            int end = skipSpaces(first == '\'' ? singleEnd(from) : doubleEnd(from));
            return end < chars.length && chars[end] == ':' && endsKey(end) ? end : -1;
        }
        int end = lineEnd(from);
        for (int at = from; at < end; at++) {
            char c = chars[at];
            if (c == ':' && endsKey(at)) {
                return at;
            }
            if (c == '#' && at > from && chars[at - 1] == ' ') {
                return -1;
            }
        }
        return -1;
    }

    private boolean endsKey(int colon) {
        return endsWord(colon + 1);
    }

    private boolean endsWord(int at) {
        return at >= chars.length || chars[at] == ' ' || chars[at] == '\n';
    }

    private Yaml.Scalar key(int from, int colon) throws NotPlain {
        count();
        char first = chars[from];
        if (first == '\'') {
            return new Yaml.Scalar(quoted(from, singleEnd(from)), false, line);
        }
        if (first == '"') {
            return new Yaml.Scalar(quoted(from, doubleEnd(from)), false, line);
        }
        checkPlainStart(from);
        return new Yaml.Scalar(text.substring(from, colon).stripTrailing(), true, line);
    }

    /**
     * Reads a scalar from here, and goes on to the next line with content, which must not continue
     * it.
     */
    private Yaml scalar(int from, int column) throws NotPlain {
        count();
        int firstLine = line;
        char first = chars[from];
        if (first == '|') {
            return literal(from, column);
        }
        String value;
        int end;
        if (first == '\'') {
            end = singleEnd(from);
            value = quoted(from, end);
        } else if (first == '"') {
            end = doubleEnd(from);
            value = quoted(from, end);
        } else {
            checkPlainStart(from);
            if (colon(from) >= 0) {
                throw new NotPlain();
            }
            end = plainEnd(from);
            value = text.substring(from, end).stripTrailing();
        }
        if (!atEndOrComment(skipSpaces(end))) {
            throw new NotPlain();
        }
        nextLine();
        toContent();
        if (indent > column) {
            throw new NotPlain();
        }
        return new Yaml.Scalar(value, first != '\'' && first != '"', firstLine);
    }

    /** Where the line ends, or the comment on it begins. */
    private int plainEnd(int from) {
        int end = lineEnd(from);
        for (int at = from + 1; at < end; at++) {
            if (chars[at] == '#' && chars[at - 1] == ' ') {
                return at - 1;
            }
        }
        return end;
    }

    /**
     * Only what can begin a plain scalar whatever follows (YAML 1.2.2 §7.3.3), or an indicator
     * before text.
     */
    private void checkPlainStart(int from) throws NotPlain {
        char first = chars[from];
        if ("-?:".indexOf(first) >= 0) {
            if (endsWord(from + 1)) {
                throw new NotPlain();
            }
        } else if ("[]{},&*!|>%@`#".indexOf(first) >= 0) {
            throw new NotPlain();
        }
    }

    /** Behind the closing quote, which must stand on the same line. */
    private int singleEnd(int from) throws NotPlain {
        int end = lineEnd(from);
        for (int at = from + 1; at < end; at++) {
            if (chars[at] == '\'') {
                if (at + 1 >= chars.length || chars[at + 1] != '\'') {
                    return at + 1;
                }
                at++;
            }
        }
        throw new NotPlain();
    }

    private int doubleEnd(int from) throws NotPlain {
        int end = lineEnd(from);
        for (int at = from + 1; at < end; at++) {
            char c = chars[at];
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\') {
                at++;
            }
        }
        throw new NotPlain();
    }

    private String quoted(int from, int end) throws NotPlain {
        String inside = text.substring(from + 1, end - 1);
        String value = chars[from] == '\'' ? Quoted.single(inside) : Quoted.twice(inside);
        if (value == null) {
            throw new NotPlain();
        }
        return value;
    }

    /**
     * A literal block, {@code |} or {@code |-}, whose first line has content (YAML 1.2.2 §8.1.2).
     */
    private Yaml literal(int from, int column) throws NotPlain {
        int firstLine = line;
        int headEnd = lineEnd(from);
        String head = text.substring(from, headEnd).stripTrailing();
        if (!head.equals("|") && !head.equals("|-")) {
            throw new NotPlain();
        }
        nextLine();
        int margin = skipSpaces(start) - start;
        if (margin <= column || start + margin >= chars.length || chars[start + margin] == '\n') {
            throw new NotPlain();
        }
        var value = new StringBuilder();
        int length = 0;
        while (start < chars.length) {
            int content = skipSpaces(start);
            boolean empty = content >= chars.length || chars[content] == '\n';
            if (empty && content - start > margin) {
                throw new NotPlain();
            }
            if (!empty && content - start < margin) {
                break;
            }
            if (empty) {
                value.append('\n');
            } else {
                value.append(text, start + margin, lineEnd(start)).append('\n');
                length = value.length();
            }
            nextLine();
        }
        value.setLength(head.equals("|-") ? length - 1 : length);
        if (head.equals("|") && chars[chars.length - 1] != '\n' && start >= chars.length) {
            throw new NotPlain();
        }
        toContent();
        if (indent > column) {
            throw new NotPlain();
        }
        return new Yaml.Scalar(value.toString(), false, firstLine);
    }
}
