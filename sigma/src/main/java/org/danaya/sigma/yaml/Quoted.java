package org.danaya.sigma.yaml;

import org.jspecify.annotations.Nullable;

/** What stands between quotes on one line (YAML 1.2.2 §7.3.1, §7.3.2). */
final class Quoted {
    private Quoted() {}

    static String single(String inside) {
        return inside.indexOf('\'') < 0 ? inside : inside.replace("''", "'");
    }

    /** The text, or null where it has other escapes than the few usual ones. */
    static @Nullable String twice(String inside) {
        if (inside.indexOf('\\') < 0) {
            return inside;
        }
        var value = new StringBuilder(inside.length());
        for (int at = 0; at < inside.length(); at++) {
            char c = inside.charAt(at);
            if (c == '\\') {
                at++;
                switch (inside.charAt(at)) {
                    case '\\' -> value.append('\\');
                    case '"' -> value.append('"');
                    case 'n' -> value.append('\n');
                    case 't' -> value.append('\t');
                    default -> {
                        return null;
                    }
                }
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }
}
