package org.danaya.consultation.observation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Line;

/**
 * The parts of a version, from top to bottom, and the lines of each.
 *
 * @param parts that have a lasting name
 * @param lines by the {@code wId} of the part that they are of; those outside of all parts are
 *     under an empty one
 */
public record Parts(List<Part> parts, Map<String, List<Line>> lines) {

    private static final int LABEL_WORDS = 60;

    /** Keeps copies. */
    public Parts {
        parts = List.copyOf(parts);
        lines = Map.copyOf(lines);
    }

    /**
     * A part.
     *
     * @param tag such as {@code article}
     * @param number as it is written before its words, such as {@code Article 3}; may be empty
     * @param label as readers call it: its number, or its first words
     * @param heading its first words; may be empty
     * @param depth how many parts it lies in, as far as their names tell
     */
    public record Part(
            String wId, String tag, String number, String label, String heading, int depth) {}

    /** The parts of a text. */
    public static Parts of(Flow flow) {
        Map<String, Part> parts = new LinkedHashMap<>();
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        flow.lines()
                .forEach(
                        line -> {
                            String wId = line.place().wId();
                            lines.computeIfAbsent(wId, _ -> new ArrayList<>()).add(line);
                            if (!line.opens().isEmpty() && !wId.isEmpty()) {
                                parts.putIfAbsent(wId, part(line, parts));
                            }
                        });
        return new Parts(List.copyOf(parts.values()), lines);
    }

    private static Part part(Line line, Map<String, Part> before) {
        String eId = line.place().eId();
        String wId = line.place().wId();
        int depth = 0;
        for (String in = wId; in.contains("__"); ) {
            in = in.substring(0, in.lastIndexOf("__"));
            depth += before.containsKey(in) ? 1 : 0;
        }
        String number = line.number().strip();
        String words = brief(line.text());
        String label = number.isEmpty() ? words.isEmpty() ? eId : words : number;
        return new Part(wId, line.opens(), number, in(label, wId, before), words, depth);
    }

    /** A number that says little is told with that of the part around it: {@code Article 3, a)}. */
    private static String in(String label, String wId, Map<String, Part> before) {
        int cut = wId.lastIndexOf("__");
        Part around = cut > 0 ? before.get(wId.substring(0, cut)) : null;
        boolean brief = label.length() <= 6 && !label.matches("\\d+(\\.\\d+)+\\.?");
        return around != null && brief ? around.label() + ", " + label : label;
    }

    private static String brief(String text) {
        String plain = text.replaceAll("[\\s\\u00a0]+", " ").strip();
        return plain.length() <= LABEL_WORDS ? plain : plain.substring(0, LABEL_WORDS) + "…";
    }

    /** A part, by its lasting name. */
    public Optional<Part> find(String wId) {
        return parts.stream().filter(part -> part.wId().equals(wId)).findFirst();
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
