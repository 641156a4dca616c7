package org.danaya.consultation.observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.base.SearchText;

/**
 * Which submitted observations are looked for, as SQL over {@code o}, an observation, and {@code
 * d}, its dossier: our own words alone; what was typed is in the parameters.
 */
public final class Conditions {

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> given = new HashMap<>();

    /** Those about a version. */
    public Conditions(UUID version) {
        put("o.version = :version and o.state = 'submitted'", "version", version);
    }

    /** With a value in a column, where one is asked for. */
    public Conditions with(String column, String name, Optional<?> value) {
        value.ifPresent(each -> put(column + " = :" + name, name, each));
        return this;
    }

    /** Of which something is true. */
    public Conditions that(String condition) {
        all.add(condition);
        return this;
    }

    /** That hold words, if any; what is confidential only where whoever looks may read it. */
    public Conditions saying(String text, Sight sight) {
        List<String> patterns = SearchText.patterns(text.strip());
        for (int at = 0; at < patterns.size(); at++) {
            put("o.search like :word" + at, "word" + at, patterns.get(at));
        }
        if (!patterns.isEmpty()) {
            all.add(
                    "(not o.confidential or "
                            + reach("o.structure", sight.own(), "own")
                            + " or "
                            + reach("d.structure", sight.leads(), "leads")
                            + ")");
        }
        return this;
    }

    private String reach(String column, Reach reach, String name) {
        return switch (reach) {
            case Reach.Everywhere() -> "true";
            case Reach.Structures(var ids) -> {
                given.put(name, ids.toArray(UUID[]::new));
                yield column + " = any (:" + name + ")";
            }
        };
    }

    private void put(String condition, String name, Object value) {
        all.add(condition);
        given.put(name, value);
    }

    /** The clause, with a space before it. */
    public String where() {
        return " where " + String.join(" and ", all);
    }

    /** The parameters, by name. */
    public Map<String, Object> given() {
        return Map.copyOf(given);
    }
}
