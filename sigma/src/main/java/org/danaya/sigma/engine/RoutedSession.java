package org.danaya.sigma.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thread's evaluation of events by a {@link Routing}. */
public final class RoutedSession {

    private static final int FIELDS = 3;
    private static final int MOST_SOURCES = 4_096;

    private final Routing routing;
    private final Map<Routing.Source, Way> ways = new HashMap<>();
    private final Map<BitSet, Session> sessions = new HashMap<>();
    private @Nullable Session whole;

    /** The three fields of the event before, as they were written, and where they led. */
    private final byte[][] last = {{}, {}, {}};

    private final boolean[] there = new boolean[FIELDS];
    private final int[] at = new int[FIELDS];
    private @Nullable Way way;
    private int[] matches = new int[16];

    /** Who evaluates the events of a source. */
    private record Way(Session session, Routing.@Nullable Part part, BitSet concerned) {}

    public RoutedSession(Routing routing) {
        this.routing = routing;
    }

    /**
     * Evaluates the rules that concern an event on it.
     *
     * @return how many match: {@link #match} tells them
     */
    public int evaluate(Slots slots) {
        Way led = way(slots);
        int count = led.session().evaluate(slots);
        if (count > matches.length) {
            matches = new int[count * 2];
        }
        int kept = 0;
        Routing.Part part = led.part();
        for (int i = 0; i < count; i++) {
            int rule = led.session().match(i);
            if (part != null) {
                matches[kept++] = part.numbers().get(rule);
            } else if (led.concerned().get(rule)) {
                matches[kept++] = rule;
            }
        }
        return kept;
    }

    /** The number of a rule that matched, in no order. */
    public int match(int place) {
        return matches[place];
    }

    private Way way(Slots slots) {
        Arrays.fill(at, -1);
        for (int i = 0; i < slots.count; i++) {
            int name = slots.name[i];
            if (name >= 0 && name < FIELDS && at[name] < 0 && isText(slots.kind[i])) {
                at[name] = i;
            }
        }
        Way before = way;
        if (before != null && isAsBefore(slots)) {
            return before;
        }
        for (int field = 0; field < FIELDS; field++) {
            there[field] = at[field] >= 0;
            last[field] =
                    there[field]
                            ? Arrays.copyOfRange(
                                    slots.bytes, slots.from[at[field]], slots.to[at[field]])
                            : new byte[0];
        }
        if (ways.size() >= MOST_SOURCES) {
            ways.clear();
        }
        Way found =
                ways.computeIfAbsent(
                        new Routing.Source(text(slots, 0), text(slots, 1), text(slots, 2)),
                        this::way);
        way = found;
        return found;
    }

    private static boolean isText(byte kind) {
        return kind == Kind.JSON_TEXT || kind == Kind.TEXT;
    }

    private boolean isAsBefore(Slots slots) {
        for (int field = 0; field < FIELDS; field++) {
            int place = at[field];
            if (there[field] != place >= 0) {
                return false;
            }
            if (place >= 0
                    && !Arrays.equals(
                            last[field],
                            0,
                            last[field].length,
                            slots.bytes,
                            slots.from[place],
                            slots.to[place])) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String text(Slots slots, int field) {
        int place = at[field];
        if (place < 0) {
            return null;
        }
        return slots.kind[place] == Kind.JSON_TEXT
                ? JsonText.decode(slots.bytes, slots.from[place], slots.to[place])
                : Names.text(slots.bytes, slots.from[place], slots.to[place]);
    }

    private Way way(Routing.Source source) {
        BitSet concerned = routing.concerned(source);
        Routing.Part part = routing.part(concerned);
        if (part == null) {
            Session all = whole;
            if (all == null) {
                all = new Session(routing.whole());
                whole = all;
            }
            return new Way(all, null, concerned);
        }
        Session session = sessions.computeIfAbsent(concerned, unused -> new Session(part.engine()));
        return new Way(session, part, concerned);
    }
}
