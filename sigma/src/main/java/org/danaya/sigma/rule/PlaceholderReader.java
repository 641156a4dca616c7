package org.danaya.sigma.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.danaya.sigma.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * Reads what placeholders stand for from a YAML file: a map from their names, without percent
 * signs, to a value or a list of values, each written as a rule's value is. The limits are those of
 * {@link RuleReader}.
 */
public final class PlaceholderReader {
    private PlaceholderReader() {}

    /** What became of a file. */
    public sealed interface Outcome {
        /** Read whole. */
        record Given(Placeholders placeholders) implements Outcome {}

        /** Not read. */
        record Refused(Read.Refused refusal) implements Outcome {}
    }

    /** Reads a file. */
    public static Outcome read(Path file) {
        try {
            return new Outcome.Given(placeholders(RuleReader.yaml(RuleReader.text(file))));
        } catch (Refusal e) {
            return new Outcome.Refused(
                    RuleReader.refused(new Header.Source(file.toString(), 0, 1), null, e));
        }
    }

    private static Placeholders placeholders(@Nullable Yaml yaml) throws Refusal {
        if (!(yaml instanceof Yaml.Mapping map)) {
            throw new Refusal(
                    Cause.ATTRIBUTE_TYPE,
                    yaml == null ? 0 : yaml.line(),
                    "Placeholders must be a map from names to values");
        }
        Map<String, List<String>> values = new HashMap<>();
        for (Map.Entry<String, Yaml.Entry> entry : map.entries().entrySet()) {
            String name = entry.getKey();
            if (!Placeholders.isName(name)) {
                throw new Refusal(
                        Cause.ATTRIBUTE_TYPE,
                        entry.getValue().key().line(),
                        name,
                        "The name of a placeholder has no percent sign, blank or backslash");
            }
            values.put(name, values(name, entry.getValue().value()));
        }
        return new Placeholders(values);
    }

    private static List<String> values(String name, Yaml value) throws Refusal {
        List<Yaml> items = value instanceof Yaml.Sequence list ? list.items() : List.of(value);
        List<String> values = new ArrayList<>();
        for (Yaml item : items) {
            if (!(item instanceof Yaml.Scalar text) || text.isNull()) {
                throw new Refusal(
                        Cause.ATTRIBUTE_TYPE, item.line(), name, "A placeholder stands for texts");
            }
            values.add(text.text());
        }
        return values;
    }
}
