package org.danaya.sigma.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Structured data (RFC 5424 §6.3): {@code [id name="value"][id]}. */
final class StructuredData {

    /** What a backslash takes its meaning from (§6.3.3). */
    private static final String ESCAPED = "\"\\]";

    private StructuredData() {}

    /** Goes behind the elements that stand here; none where one of them is broken. */
    static List<Syslog.Element> read(Cursor cursor) {
        List<Syslog.Element> elements = new ArrayList<>();
        while (cursor.take("[")) {
            Slice id = name(cursor);
            List<Syslog.Param> params = new ArrayList<>();
            while (cursor.take(" ") && cursor.here() != ']') {
                Slice name = name(cursor);
                Slice value = cursor.take("=\"") ? value(cursor) : null;
                if (name.isEmpty() || value == null) {
                    return List.of();
                }
                params.add(new Syslog.Param(name, value));
            }
            if (id.isEmpty() || !cursor.take("]")) {
                return List.of();
            }
            elements.add(new Syslog.Element(id, params));
        }
        return elements;
    }

    /** §6.3.2: anything but a space, an equals sign, a bracket, a quote. */
    private static Slice name(Cursor cursor) {
        int from = cursor.at();
        while (cursor.here() > ' ' && "=]\"".indexOf(cursor.here()) < 0) {
            cursor.moveTo(cursor.at() + 1);
        }
        return new Slice(from, cursor.at());
    }

    private static @Nullable Slice value(Cursor cursor) {
        int from = cursor.at();
        while (!cursor.isAtEnd()) {
            byte b = cursor.here();
            if (b == '"') {
                Slice value = new Slice(from, cursor.at());
                cursor.take("\"");
                return value;
            }
            cursor.moveTo(cursor.at() + (b == '\\' ? 2 : 1));
        }
        return null;
    }

    /** Writes an element's parameters as an object, those that come again as an array. */
    static void write(byte[] bytes, Syslog.Element element, JsonOut out) {
        Map<String, List<Syslog.Param>> values = new LinkedHashMap<>();
        for (Syslog.Param param : element.params()) {
            values.computeIfAbsent(text(bytes, param.name()), none -> new ArrayList<>(1))
                    .add(param);
        }
        out.open();
        for (List<Syslog.Param> params : values.values()) {
            out.name(bytes, params.getFirst().name());
            write(bytes, params, out);
        }
        out.close();
    }

    private static void write(byte[] bytes, List<Syslog.Param> params, JsonOut out) {
        if (params.size() == 1) {
            out.escaped(bytes, params.getFirst().value(), ESCAPED);
            return;
        }
        String before = "[";
        for (Syslog.Param param : params) {
            out.json(before);
            out.escaped(bytes, param.value(), ESCAPED);
            before = ",";
        }
        out.json("]");
    }

    private static String text(byte[] bytes, Slice slice) {
        int length = slice.to() - slice.from();
        return new String(bytes, slice.from(), length, StandardCharsets.ISO_8859_1);
    }
}
