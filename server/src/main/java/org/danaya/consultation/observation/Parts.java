package org.danaya.consultation.observation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Line;

/** The parts of a version, from top to bottom, and the lines of each. Never changes. */
public final class Parts {

    private static final int LABEL_WORDS = 60;

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, List<Line>> lines = new LinkedHashMap<>();

    /**
     * In which part the lines are that are of something without a line of its own, as a list is.
     */
    private final Map<String, String> loose = new HashMap<>();

    /**
     * A part.
     *
     * @param tag such as {@code article}
     * @param number as it is written before its words, such as {@code Article 3}; may be empty
     * @param label as readers call it: its number, or its first words
     * @param heading its first words; may be empty
     * @param around the part that it lies in; empty where in none
     * @param depth how many parts it lies in
     */
    public record Part(
            String wId,
            String tag,
            String number,
            String label,
            String heading,
            String around,
            int depth) {}

    private Parts(Flow flow) {
        Map<String, Part> named = new HashMap<>();
        flow.lines().forEach(line -> add(line, named));
    }

    /** The parts of a text. */
    public static Parts of(Flow flow) {
        return new Parts(flow);
    }

    /**
     * Where a part lies is told by how this version names it: its lasting name stays as it moves.
     */
    private void add(Line line, Map<String, Part> named) {
        String eId = line.place().eId();
        String wId = line.place().wId();
        lines.computeIfAbsent(wId, _ -> new ArrayList<>()).add(line);
        Optional<Part> around = around(eId, named);
        if (!line.opens().isEmpty() && !wId.isEmpty()) {
            Part part = part(line, around);
            parts.putIfAbsent(wId, part);
            named.putIfAbsent(eId, part);
        } else {
            around.ifPresent(part -> loose.putIfAbsent(wId, part.wId()));
        }
    }

    private static Part part(Line line, Optional<Part> around) {
        String number = line.number().strip();
        String words = brief(line.text());
        String label = number.isEmpty() ? words.isEmpty() ? line.place().eId() : words : number;
        return new Part(
                line.place().wId(),
                line.opens(),
                number,
                in(label, around),
                words,
                around.map(Part::wId).orElse(""),
                around.map(part -> part.depth() + 1).orElse(0));
    }

    private static Optional<Part> around(String eId, Map<String, Part> named) {
        for (int cut = eId.lastIndexOf("__"); cut > 0; cut = eId.lastIndexOf("__", cut - 1)) {
            Part part = named.get(eId.substring(0, cut));
            if (part != null) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** A number that says little is told with that of the part around it: {@code Article 3, a)}. */
    private static String in(String label, Optional<Part> around) {
        boolean brief = label.length() <= 6 && !label.matches("\\d+(\\.\\d+)+\\.?");
        return around.filter(_ -> brief).map(part -> part.label() + ", " + label).orElse(label);
    }

    private static String brief(String text) {
        String plain = text.replaceAll("[\\s\\u00a0]+", " ").strip();
        return plain.length() <= LABEL_WORDS ? plain : plain.substring(0, LABEL_WORDS) + "…";
    }

    /** Those that have a lasting name. */
    public Collection<Part> parts() {
        return Collections.unmodifiableCollection(parts.values());
    }

    /**
     * The lines, by the {@code wId} of what they are of; those outside of all parts are under an
     * empty one.
     */
    public Map<String, List<Line>> lines() {
        return Collections.unmodifiableMap(lines);
    }

    /** A part, by its lasting name. */
    public Optional<Part> find(String wId) {
        return Optional.ofNullable(parts.get(wId));
    }

    /** The part in which something with a lasting name lies; empty where in none. */
    public String around(String wId) {
        return find(wId).map(Part::around).orElse(loose.getOrDefault(wId, ""));
    }

    /** Whether something with a lasting name is a part, or lies in it. */
    public boolean within(String wId, String part) {
        String in = wId;
        while (!in.isEmpty() && !in.equals(part)) {
            in = around(in);
        }
        return !in.isEmpty();
    }

    /** What readers call the part of a name; empty outside of all parts. */
    public String label(String wId) {
        return find(wId).map(Part::label).orElse("");
    }

    /** The lines of a part alone, without those of the parts in it. */
    public List<Line> of(String wId) {
        return lines.getOrDefault(wId, List.of());
    }
}
