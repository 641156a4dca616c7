package org.danaya.evtx;

import java.util.ArrayList;
import java.util.List;

/** As much of JSON as tests need, written without a look at the code that writes it. */
final class Json {

    /** A value that holds no others, and the way to it: {@code Event/System/EventID}. */
    record Leaf(String way, String value) {}

    private final String json;
    private final List<Leaf> leaves = new ArrayList<>();
    private int at;

    private Json(String json) {
        this.json = json;
    }

    /** JSON without the white space between its tokens. */
    static String compact(String json) {
        StringBuilder compact = new StringBuilder(json.length());
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted || !Character.isWhitespace(c)) {
                compact.append(c);
            }
            if (quoted && c == '\\') {
                i++;
                compact.append(json.charAt(i));
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return compact.toString();
    }

    /**
     * The leaves in their order. Steps {@code #attributes} and {@code #text} are left out, items of
     * a list have the way of the list, null is empty text. Strict: what isn't JSON is an error.
     */
    static List<Leaf> leaves(String json) {
        Json reader = new Json(json);
        reader.value("");
        if (reader.at != json.length()) {
            throw reader.wrong("the end");
        }
        return reader.leaves;
    }

    private void value(String way) {
        char first = json.charAt(at);
        if (first == '{') {
            object(way);
        } else if (first == '[') {
            list(way);
        } else if (first == '"') {
            leaves.add(new Leaf(way, string()));
        } else {
            int from = at;
            while (at < json.length() && ",]}".indexOf(json.charAt(at)) < 0) {
                at++;
            }
            String bare = json.substring(from, at);
            if (!bare.matches("null|true|false|-?(0|[1-9][0-9]*)")) {
                throw wrong("a value");
            }
            leaves.add(new Leaf(way, bare.equals("null") ? "" : bare));
        }
    }

    private void object(String way) {
        List<String> names = new ArrayList<>();
        take('{');
        while (json.charAt(at) != '}') {
            if (!names.isEmpty()) {
                take(',');
            }
            String name = string();
            if (names.contains(name)) {
                throw wrong("another name than " + name);
            }
            names.add(name);
            take(':');
            boolean step = name.equals("#attributes") || name.equals("#text");
            value(step ? way : way.isEmpty() ? name : way + "/" + name);
        }
        take('}');
    }

    private void list(String way) {
        take('[');
        value(way);
        while (json.charAt(at) != ']') {
            take(',');
            value(way);
        }
        take(']');
    }

    private String string() {
        take('"');
        StringBuilder text = new StringBuilder();
        while (json.charAt(at) != '"') {
            char c = json.charAt(at++);
            if (c < 0x20) {
                throw wrong("no control character");
            }
            text.append(c == '\\' ? escaped() : c);
        }
        take('"');
        return text.toString();
    }

    private char escaped() {
        char c = json.charAt(at++);
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(json, at - 4, at, 16);
        }
        int plain = "bfnrt\"\\/".indexOf(c);
        if (plain < 0) {
            throw wrong("an escape");
        }
        return "\b\f\n\r\t\"\\/".charAt(plain);
    }

    private void take(char wanted) {
        if (json.charAt(at) != wanted) {
            throw wrong(String.valueOf(wanted));
        }
        at++;
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException(
                "wanted "
                        + wanted
                        + " at "
                        + at
                        + " of "
                        + json.substring(0, Math.min(at + 20, json.length())));
    }
}
