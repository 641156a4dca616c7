package org.danaya.mandates;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Within what the powers of a mandate hold.
 *
 * @param limits by side; a side that is missing is open
 * @param most the most that may be engaged; empty for no limit in money
 */
public record Scope(Map<Side, Limit> limits, Optional<Amount> most) {

    /** No limit at all. */
    public static final Scope OPEN = new Scope(Map.of(), Optional.empty());

    /** What the line of the amount begins with. */
    static final String MOST = "most";

    /** The sides of a scope. Words under {@code mandates.side.CODE}. */
    public enum Side {
        /** What it is about, in words of the mandate's own. */
        MATTERS,
        /** Where: ISO 3166 codes of countries or of their parts. */
        TERRITORY,
        /** At which events: their ids or names. */
        EVENTS,
        /** About which texts. */
        TEXTS,
        /** Towards which structures, by identifier. */
        STRUCTURES;

        /** Its stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Keeps a copy, without what is open. */
    public Scope {
        EnumMap<Side, Limit> kept = new EnumMap<>(Side.class);
        limits.forEach(
                (side, limit) -> {
                    if (limit instanceof Limit.Only) {
                        kept.put(side, limit);
                    }
                });
        limits = Map.copyOf(kept);
    }

    /** How far a side goes. */
    public Limit limit(Side side) {
        return limits.getOrDefault(side, new Limit.Open());
    }

    /** Whether nothing is limited. */
    public boolean isOpen() {
        return limits.isEmpty() && most.isEmpty();
    }

    /** Whether all that this allows is allowed by another. */
    public boolean within(Scope other) {
        return beyond(other).isEmpty() && withinMost(other);
    }

    /** The sides on which this goes further than another; money isn't one. */
    public List<Side> beyond(Scope other) {
        List<Side> beyond = new ArrayList<>();
        for (Side side : Side.values()) {
            if (!limit(side).within(other.limit(side))) {
                beyond.add(side);
            }
        }
        return beyond;
    }

    /** Whether it engages no more money than another. */
    public boolean withinMost(Scope other) {
        return other.most.isEmpty() || (most.isPresent() && most.get().within(other.most.get()));
    }

    /** As lines of text, always the same for the same scope: {@code side code}, then the amount. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Side side : Side.values()) {
            limit(side).codes().forEach(code -> lines.add(side.code() + " " + code));
        }
        most.ifPresent(amount -> lines.add(MOST + " " + amount));
        return lines;
    }

    /**
     * Reads {@link #lines}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Scope read(List<String> lines) {
        Map<String, List<String>> bySide =
                lines.stream()
                        .map(line -> line.split(" ", 2))
                        .collect(
                                Collectors.groupingBy(
                                        parts -> parts[0],
                                        Collectors.mapping(
                                                parts -> parts[1], Collectors.toList())));
        Map<Side, Limit> limits = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            limits.put(side, Limit.of(bySide.getOrDefault(side.code(), List.of())));
        }
        return new Scope(
                limits,
                bySide.getOrDefault(MOST, List.of()).stream().findFirst().map(Scope::amount));
    }

    private static Amount amount(String text) {
        String[] parts = text.split(" ", 2);
        return new Amount(Long.parseLong(parts[0]), parts[1]);
    }
}
