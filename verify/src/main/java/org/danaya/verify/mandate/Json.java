package org.danaya.verify.mandate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.Strict;
import org.jspecify.annotations.Nullable;

/** A value of JSON (RFC 8259), read with bounds and without any liberty. */
sealed interface Json {

    /** The longest that is read, in bytes. */
    int MAX_BYTES = 1 << 20;

    /** The deepest nesting that is read. */
    int MAX_DEPTH = 16;

    /** A text. */
    record Text(String value) implements Json {}

    /** A number, as it is spelt. */
    record Numeral(String spelling) implements Json {}

    /** True or false. */
    record Flag(boolean value) implements Json {}

    /** Null. */
    record Nothing() implements Json {}

    /** An array. */
    record Array(List<Json> items) implements Json {}

    /** An object; no member is there twice. */
    record Members(Map<String, Json> members) implements Json {

        String text(String name) throws Broken {
            if (members.get(name) instanceof Text(String value)) {
                return value;
            }
            throw new Broken(Reason.ANCHOR_FORM, "no text " + name);
        }

        boolean flag(String name) throws Broken {
            if (members.get(name) instanceof Flag(boolean value)) {
                return value;
            }
            throw new Broken(Reason.ANCHOR_FORM, "no true or false: " + name);
        }

        List<Json> array(String name, int max) throws Broken {
            if (members.get(name) instanceof Array(List<Json> items) && items.size() <= max) {
                return items;
            }
            throw new Broken(Reason.ANCHOR_FORM, "no array " + name + " of at most " + max);
        }

        Members object(String name) throws Broken {
            return of(members.get(name));
        }

        static Members of(@Nullable Json value) throws Broken {
            if (value instanceof Members object) {
                return object;
            }
            throw new Broken(Reason.ANCHOR_FORM, "no object");
        }
    }

    /** Reads one value, and nothing behind it but white space. */
    static Parsed<Json> read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Parsed.malformed(Reason.TOO_LARGE, "more than 1 MiB of JSON");
        }
        return Strict.readUtf8(bytes).then(text -> Broken.read(() -> new Reader(text).whole()));
    }

    /** The text as JSON spells it. */
    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** Goes through the text once. */
    final class Reader {

        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private Broken broken(String detail) {
            return new Broken(Reason.JSON_FORM, at + 1, detail);
        }

        private Json whole() throws Broken {
            Json value = value(0);
            space();
            if (at != text.length()) {
                throw broken("text behind the value");
            }
            return value;
        }

        private void space() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private boolean took(char c) {
            space();
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private void need(char c) throws Broken {
            if (!took(c)) {
                throw broken("no " + c);
            }
        }

        private Json value(int depth) throws Broken {
            space();
            if (at >= text.length() || depth > MAX_DEPTH) {
                throw broken("JSON that breaks off, or too deep");
            }
            return switch (text.charAt(at)) {
                case '{' -> object(depth);
                case '[' -> array(depth);
                case '"' -> new Text(string());
                case 't' -> word("true", new Flag(true));
                case 'f' -> word("false", new Flag(false));
                case 'n' -> word("null", new Nothing());
                default -> number();
            };
        }

        private Json word(String word, Json value) throws Broken {
            if (!text.startsWith(word, at)) {
                throw broken("an unknown word");
            }
            at += word.length();
            return value;
        }

        private Json object(int depth) throws Broken {
            need('{');
            Map<String, Json> members = new LinkedHashMap<>();
            if (took('}')) {
                return new Members(members);
            }
            do {
                space();
                String name = string();
                need(':');
                if (members.put(name, value(depth + 1)) != null) {
                    throw broken("a member that is there twice");
                }
            } while (took(','));
            need('}');
            return new Members(members);
        }

        private Json array(int depth) throws Broken {
            need('[');
            List<Json> items = new ArrayList<>();
            if (took(']')) {
                return new Array(items);
            }
            do {
                items.add(value(depth + 1));
            } while (took(','));
            need(']');
            return new Array(items);
        }

        private Json number() throws Broken {
            int start = at;
            while (at < text.length() && "+-.0123456789Ee".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String spelling = text.substring(start, at);
            if (!spelling.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([Ee][+-]?[0-9]+)?")) {
                throw broken("not a value");
            }
            return new Numeral(spelling);
        }

        private String string() throws Broken {
            need('"');
            StringBuilder out = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '"') {
                    String string = out.toString();
                    if (!Strict.encodable(string)) {
                        throw broken("half a character");
                    }
                    return string;
                }
                if (c < ' ') {
                    throw broken("a control character");
                }
                out.append(c == '\\' ? escaped() : c);
            }
            throw broken("a string that breaks off");
        }

        private char escaped() throws Broken {
            char c = at < text.length() ? text.charAt(at++) : 0;
            int known = "\"\\/bfnrt".indexOf(c);
            if (known >= 0) {
                return "\"\\/\b\f\n\r\t".charAt(known);
            }
            if (c != 'u' || at + 4 > text.length()) {
                throw broken("an unknown escape");
            }
            int value = 0;
            for (int i = 0; i < 4; i++) {
                int digit = "0123456789abcdefABCDEF".indexOf(text.charAt(at++));
                if (digit < 0) {
                    throw broken("an escape that is not hexadecimal");
                }
                value = value << 4 | (digit > 15 ? digit - 6 : digit);
            }
            return (char) value;
        }
    }
}
