package org.danaya.sigma.input;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements {@code <Data Name="field">value</Data>} of an event of Windows as XML. What
 * surrounds them doesn't matter; nothing is fetched, and no entity is known but those of XML
 * itself.
 */
final class DataElements {

    private static final String BEGIN = "<Data";
    private static final String END = "</Data>";
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final int LONGEST_REFERENCE = 10;

    private DataElements() {}

    /**
     * An object of fields and values, those without a name in a list {@code Data}; null of none.
     */
    static @Nullable String json(String xml) {
        StringBuilder json = new StringBuilder(xml.length()).append('{');
        List<String> unnamed = new ArrayList<>();
        int at = next(xml, 0);
        while (at >= 0) {
            int close = xml.indexOf('>', at);
            if (close < 0) {
                return null;
            }
            boolean empty = xml.charAt(close - 1) == '/';
            int end = empty ? close + 1 : xml.indexOf(END, close);
            if (end < 0) {
                return null;
            }
            String value = empty ? "" : value(xml.substring(close + 1, end));
            String name = name(xml.substring(at + BEGIN.length(), close));
            if (name == null) {
                unnamed.add(value);
            } else {
                member(json, name);
                EscapedText.append(json, value);
            }
            at = next(xml, end);
        }
        if (!unnamed.isEmpty()) {
            member(json, "Data");
            for (int i = 0; i < unnamed.size(); i++) {
                json.append(i == 0 ? '[' : ',');
                EscapedText.append(json, unnamed.get(i));
            }
            json.append(']');
        }
        return json.length() == 1 ? null : json.append('}').toString();
    }

    private static void member(StringBuilder json, String name) {
        if (json.length() > 1) {
            json.append(',');
        }
        EscapedText.append(json, name);
        json.append(':');
    }

    /** Where the next element begins; not those whose names only begin alike. */
    private static int next(String xml, int from) {
        int at = xml.indexOf(BEGIN, from);
        while (at >= 0 && Character.isLetterOrDigit(behind(xml, at + BEGIN.length()))) {
            at = xml.indexOf(BEGIN, at + 1);
        }
        return at;
    }

    private static char behind(String xml, int at) {
        return at < xml.length() ? xml.charAt(at) : 0;
    }

    private static @Nullable String name(String attributes) {
        int at = attributes.indexOf("Name=");
        if (at < 0) {
            return null;
        }
        int from = at + "Name=".length();
        char quote = behind(attributes, from);
        int to = quote == '"' || quote == '\'' ? attributes.indexOf(quote, from + 1) : -1;
        return to < 0 ? null : value(attributes.substring(from + 1, to));
    }

    private static String value(String xml) {
        if (xml.startsWith(CDATA) && xml.endsWith(CDATA_END)) {
            return xml.substring(CDATA.length(), xml.length() - CDATA_END.length());
        }
        StringBuilder value = new StringBuilder(xml.length());
        int at = 0;
        while (at < xml.length()) {
            char c = xml.charAt(at);
            int end = c == '&' ? xml.indexOf(';', at) : -1;
            int reference =
                    end < 0 || end - at > LONGEST_REFERENCE
                            ? -1
                            : reference(xml.substring(at + 1, end));
            if (reference < 0) {
                value.append(c);
                at++;
            } else {
                value.appendCodePoint(reference);
                at = end + 1;
            }
        }
        return value.toString();
    }

    /** The character that a reference stands for (XML 1.0 §4.1, §4.6); -1 for none. */
    private static int reference(String name) {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> {
                boolean hex = name.startsWith("#x");
                if (!hex && !name.startsWith("#")) {
                    yield -1;
                }
                try {
                    int c = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
                    yield Character.isValidCodePoint(c) ? c : -1;
                } catch (NumberFormatException e) {
                    yield -1;
                }
            }
        };
    }
}
