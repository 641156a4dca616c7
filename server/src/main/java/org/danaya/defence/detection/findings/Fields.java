package org.danaya.defence.detection.findings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event's fields, as people read them: a name along the levels, and a value. */
final class Fields {

    /** The most fields of an event that are shown. */
    static final int MOST = 80;

    /** The most characters of a name or a value. */
    static final int LONGEST = 600;

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Report.Field> fields = new ArrayList<>();

    private Fields() {}

    /** An event's first fields; one more than {@link #MOST} where there are more. */
    static List<Report.Field> of(String evidence) {
        Fields all = new Fields();
        try {
            all.walk("", JSON.readTree(evidence));
        } catch (JacksonException _) {
            all.add("", evidence);
        }
        return List.copyOf(all.fields);
    }

    private void walk(String name, JsonNode node) {
        if (fields.size() > MOST) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(each -> walk(below(name, each.getKey()), each.getValue()));
        } else if (node.isArray()) {
            node.forEach(each -> walk(name, each));
        } else {
            add(name, node.isString() ? node.stringValue() : node.toString());
        }
    }

    private void add(String name, String value) {
        fields.add(new Report.Field(shortened(name), shortened(value)));
    }

    private static String below(String name, String key) {
        return name.isEmpty() ? key : name + "." + key;
    }

    /** A text that a page can hold, and not more of it than a person reads. */
    static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    static String shortened(String text, int longest) {
        return Told.harmless(text.length() <= longest ? text : text.substring(0, longest) + "…");
    }
}
