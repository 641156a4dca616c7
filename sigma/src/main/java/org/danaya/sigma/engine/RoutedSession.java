package org.danaya.sigma.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.danaya.sigma.explain.EventValues;
import org.danaya.sigma.explain.Scalar;
import org.danaya.sigma.route.Coverage;
import org.danaya.sigma.rule.LogSource;
import org.danaya.sigma.search.Words;
import org.jspecify.annotations.Nullable;

/** One thread's evaluation of events by a {@link Routing}. */
public final class RoutedSession {

    /** So many kinds of marks are known by their bytes; the others are looked at anew. */
    private static final int KNOWN = 1 << 10;

    /** Marks of more bytes are looked at anew. */
    private static final int LONGEST = 1 << 12;

    /** Name, kind and size of a mark. */
    private static final int MARK_HEAD = 5;

    private final Routing routing;
    private final int marks;
    private final Memory memory;
    private final Map<Engine, Session> sessions = new HashMap<>();
    private final Map<RoutedPart, long[]> events = new HashMap<>();
    private final @Nullable Way[] ways = new Way[KNOWN];
    private byte[] key = new byte[LONGEST + Words.PADDING];
    private int[] places = new int[64];
    private int count;
    private int[] matches = new int[16];
    private @Nullable Way way;
    private @Nullable Slots slots;

    /** Who evaluates events of these marks. */
    private static final class Way {

        private final byte[] marks;
        private final RoutedPart part;
        private final Session session;
        private final long[] events;

        private Way(byte[] marks, RoutedPart part, Session session, long[] events) {
            this.marks = marks;
            this.part = part;
            this.session = session;
            this.events = events;
        }

        private boolean isOf(byte[] key, int length) {
            return marks.length == length && Arrays.equals(marks, 0, length, key, 0, length);
        }
    }

    public RoutedSession(Routing routing) {
        this(routing, new Memory());
    }

    /** An evaluation that remembers together with others. */
    public RoutedSession(Routing routing, Memory memory) {
        this.memory = memory;
        this.routing = routing;
        this.marks = routing.router().marks().size();
    }

    /**
     * Evaluates the rules that concern an event on it.
     *
     * @return how many match: {@link #match} tells them
     */
    public int evaluate(Slots of) {
        Way led = way(of);
        way = led;
        slots = of;
        count = of.count;
        if (places.length < count) {
            places = new int[count * 2];
        }
        System.arraycopy(of.name, 0, places, 0, count);
        led.events[0]++;
        led.part.rename(of);
        int found = led.session.evaluate(of);
        if (found > matches.length) {
            matches = new int[found * 2];
        }
        int kept = 0;
        for (int i = 0; i < found; i++) {
            int match = led.session.match(i);
            int rule = led.part.number(match);
            if (rule >= 0 && (led.part.told || led.part.has(of, match))) {
                matches[kept++] = rule;
            }
        }
        return kept;
    }

    /** The number of a rule that matched, in no order. */
    public int match(int place) {
        return matches[place];
    }

    /** The text of the first value at a place, by its number among {@link Routing#names}. */
    public Optional<String> textAt(int place) {
        return first(places, place, count);
    }

    /** The text of the first value of a field, as the rule of that number names it. */
    public Optional<String> text(int rule, String field) {
        Way led = way;
        Slots of = slots;
        if (led == null || of == null) {
            return Optional.empty();
        }
        LogSource source = routing.rules().get(rule).logSource();
        return first(of.name, led.part.field(led.part.naming.places(source, field)), of.count);
    }

    /**
     * What the last event holds, by the names that the rule of that number gives to fields; good
     * until the next event.
     */
    public EventValues values(int rule) {
        Way led = way;
        Slots of = slots;
        if (led == null || of == null) {
            throw new IllegalStateException("No event was evaluated");
        }
        return new Values(led.part, of, routing.rules().get(rule).logSource());
    }

    private record Values(RoutedPart part, Slots of, LogSource source) implements EventValues {

        @Override
        public Optional<List<Scalar>> field(String name) {
            int number = part.field(part.naming.places(source, name));
            boolean there = false;
            List<Scalar> scalars = new ArrayList<>();
            for (int i = 0; number >= 0 && i < of.count; i++) {
                if (of.name[i] == number) {
                    there = true;
                    scalar(i).ifPresent(scalars::add);
                }
            }
            return there ? Optional.of(scalars) : Optional.empty();
        }

        @Override
        public List<String> texts() {
            return IntStream.range(0, of.count)
                    .filter(i -> Kind.isScalar(of.kind[i]))
                    .mapToObj(of::text)
                    .toList();
        }

        private Optional<Scalar> scalar(int i) {
            return switch (of.kind[i]) {
                case Kind.JSON_TEXT, Kind.TEXT -> Optional.of(new Scalar.Text(of.text(i)));
                case Kind.NUMBER -> Optional.of(new Scalar.Digits(of.text(i)));
                case Kind.TRUTH -> Optional.of(new Scalar.Truth(of.text(i).equals("true")));
                case Kind.NULL -> Optional.of(new Scalar.Null());
                default -> Optional.empty();
            };
        }
    }

    private Optional<String> first(int[] names, int name, int among) {
        Slots of = slots;
        for (int i = 0; of != null && name >= 0 && i < among; i++) {
            if (names[i] == name && Kind.isScalar(of.kind[i])) {
                return Optional.of(of.text(i));
            }
        }
        return Optional.empty();
    }

    /** How many times a rule was looked at, since the beginning. */
    public long looked() {
        return sessions.values().stream().mapToLong(Session::looked).sum();
    }

    /** Adds what came of each kind of events. */
    public void tell(Coverage coverage) {
        events.forEach(
                (part, count) ->
                        coverage.add(
                                part,
                                part::concerns,
                                part.told,
                                count[0],
                                (source, field) -> came(part, source, field)));
    }

    private boolean came(RoutedPart part, LogSource source, String field) {
        int name = part.field(part.naming.places(source, field));
        Session session = sessions.get(part.engine);
        return name >= 0 && session != null && session.came(name);
    }

    private Way way(Slots of) {
        Way before = way;
        if (marks == 0 && before != null) {
            return before;
        }
        int length = marks(of);
        if (length < 0) {
            return found(of, new byte[0]);
        }
        if (before != null && before.isOf(key, length)) {
            return before;
        }
        int at = (int) (Words.hash(key, 0, length) >>> 40) & (KNOWN - 1);
        Way known = ways[at];
        if (known == null || !known.isOf(key, length)) {
            known = found(of, Arrays.copyOf(key, length));
            ways[at] = known;
        }
        return known;
    }

    /** Writes down what the marks hold; how many bytes that is, or -1 for too many. */
    private int marks(Slots of) {
        int length = 0;
        for (int i = 0; i < of.count; i++) {
            int name = of.name[i];
            if (name < 0 || name >= marks || !Kind.isScalar(of.kind[i])) {
                continue;
            }
            int size = of.to[i] - of.from[i];
            if (length + size + MARK_HEAD > LONGEST) {
                return -1;
            }
            key[length++] = (byte) (name >> 8);
            key[length++] = (byte) name;
            key[length++] = of.kind[i];
            key[length++] = (byte) (size >> 8);
            key[length++] = (byte) size;
            System.arraycopy(of.bytes, of.from[i], key, length, size);
            length += size;
        }
        return length;
    }

    private Way found(Slots of, byte[] told) {
        List<List<String>> values = new ArrayList<>();
        for (int mark = 0; mark < marks; mark++) {
            values.add(new ArrayList<>());
        }
        for (int i = 0; i < of.count; i++) {
            int name = of.name[i];
            if (name >= 0 && name < marks && Kind.isScalar(of.kind[i])) {
                values.get(name).add(of.text(i));
            }
        }
        RoutedPart part = routing.part(routing.router().origin(values));
        Session session =
                sessions.computeIfAbsent(part.engine, engine -> new Session(engine, memory));
        long[] count = events.computeIfAbsent(part.whole(), unused -> new long[1]);
        return new Way(told, part, session, count);
    }
}
