package org.danaya.audit;

import java.util.Map;
import java.util.TreeMap;

/**
 * Facts as JSON in the one form that RFC 8785 gives them: keys sorted by UTF-16 code units
 * (§3.2.3), no white space, strings escaped as §3.2.2.2 says.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(Map<String, String> facts) {
        StringBuilder json = new StringBuilder(64).append('{');
        new TreeMap<>(facts)
                .forEach(
                        (key, value) -> {
                            if (json.length() > 1) {
                                json.append(',');
                            }
                            string(json, key);
                            json.append(':');
                            string(json, value);
                        });
        return json.append('}').toString();
    }

    static void string(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(json, text.charAt(i));
        }
        json.append('"');
    }

    private static void character(StringBuilder json, char c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (c < ' ') {
                    json.append("\\u%04x".formatted((int) c));
                } else {
                    json.append(c);
                }
            }
        }
    }
}
