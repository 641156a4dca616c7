package org.danaya.sigma.naive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain trees; numbers keep the digits that they're written with. Of a key that stands
 * twice the last counts.
 */
public sealed interface Json {
    record Obj(Map<String, Json> fields) implements Json {}

    record Arr(List<Json> items) implements Json {}

    record Str(String text) implements Json {}

    record Num(String digits) implements Json {}

    record Bool(boolean value) implements Json {}

    record Nul() implements Json {}

    /** The text of a scalar, as rules see it. */
    default @Nullable String text() {
        return switch (this) {
            case Str string -> string.text();
            case Num number -> number.digits();
            case Bool bool -> Boolean.toString(bool.value());
            case Nul nul -> null;
            case Obj object -> null;
            case Arr array -> null;
        };
    }

    static Json parse(String text) {
        var reader = new Reader(text);
        Json json = reader.value();
        reader.space();
        if (reader.at != text.length()) {
            throw new IllegalArgumentException("more behind the value");
        }
        return json;
    }

    /** Reads one value. */
    final class Reader {
        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private void space() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private boolean accept(char c) {
            space();
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private void expect(char c) {
            if (!accept(c)) {
                throw new IllegalArgumentException("no " + c + " at " + at);
            }
        }

        private Json value() {
            space();
            char c = text.charAt(at);
            return switch (c) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> new Str(string());
                case 't' -> word("true", new Bool(true));
                case 'f' -> word("false", new Bool(false));
                case 'n' -> word("null", new Nul());
                default -> number();
            };
        }

        private Json word(String word, Json json) {
            if (!text.startsWith(word, at)) {
                throw new IllegalArgumentException("no " + word + " at " + at);
            }
            at += word.length();
            return json;
        }

        private Json number() {
            int from = at;
            while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (from == at) {
                throw new IllegalArgumentException("no value at " + at);
            }
            return new Num(text.substring(from, at));
        }

        private Json object() {
            Map<String, Json> fields = new LinkedHashMap<>();
            expect('{');
            if (accept('}')) {
                return new Obj(fields);
            }
            do {
                space();
                String key = string();
                expect(':');
                fields.put(key, value());
            } while (accept(','));
            expect('}');
            return new Obj(fields);
        }

        private Json array() {
            List<Json> items = new ArrayList<>();
            expect('[');
            if (accept(']')) {
                return new Arr(items);
            }
            do {
                items.add(value());
            } while (accept(','));
            expect(']');
            return new Arr(items);
        }

        private String string() {
            expect('"');
            var string = new StringBuilder();
            while (text.charAt(at) != '"') {
                char c = text.charAt(at++);
                string.append(c == '\\' ? escape() : c);
            }
            at++;
            return string.toString();
        }

        private char escape() {
            char c = text.charAt(at++);
            return switch (c) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'u' -> {
                    at += 4;
                    yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
                }
                default -> c;
            };
        }
    }
}
