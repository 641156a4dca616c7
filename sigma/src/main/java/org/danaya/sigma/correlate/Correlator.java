package org.danaya.sigma.correlate;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thread's correlation of what rules find in events.
 *
 * <p>Hits wait until the latest time seen is more than the allowed lateness after them, and are
 * then taken in the order of time, place, and the correlation's references. At each, the
 * correlation's condition is asked over the hits of its group from the time span before it up to
 * it, both ends included.
 *
 * <p>What is told is exactly that, unless {@link CorrelationSink#late} or {@link
 * CorrelationSink#evicted} was called. After an exception of the sink or of {@link EventFields} a
 * correlator can't be used any more.
 */
public final class Correlator {
    /**
     * How often hits of one event are looked at by correlations: correlations that refer to one
     * another several times would multiply them without end.
     */
    static final int MOST_AT_ONCE = 65_536;

    private final Correlations correlations;
    private final CorrelationSink sink;
    private final Room room;
    private final Texts texts;
    private final Waiting waiting;
    private final List<Windows> windows;
    private final Batch batch;
    private final Correlated correlated;
    private final int[] hit;
    private final long lateness;

    /** The latest time seen. */
    private long latest = Long.MIN_VALUE;

    /** The time and place that were taken last. */
    private long doneTime = Long.MIN_VALUE;

    private long donePlace = Long.MIN_VALUE;

    /** How often hits of the event that is being taken were looked at. */
    private int looked;

    /** The correlation whose old hits were let go last without need. */
    private int tidied;

    private long late;
    private long evicted;

    public Correlator(Correlations correlations, Limits limits, CorrelationSink sink) {
        this.correlations = correlations;
        this.sink = sink;
        lateness = EventTime.span(limits.lateness());
        room = new Room(limits);
        var mixer = new Mixer();
        texts = new Texts(room, mixer);
        waiting = new Waiting(correlations.widest(), room);
        windows =
                correlations.plans().stream()
                        .map(plan -> new Windows(plan, texts, room, mixer))
                        .toList();
        batch = new Batch(correlations, texts);
        correlated = new Correlated(texts);
        hit = new int[correlations.widest()];
    }

    /**
     * A rule matched an event. Hits of rules that no correlation refers to are ignored.
     *
     * @param rule its place in {@link org.danaya.sigma.rule.RuleSet#rules}
     * @param time when the event happened, in nanoseconds since 1970 ({@link EventTime})
     * @param place a number of the event, the same for all rules that match it: events of one time
     *     are taken in the order of their places
     * @param fields asked at once, and only for the host and {@link Correlations#fields}
     */
    public void accept(int rule, long time, long place, EventFields fields) {
        if (!correlations.awaits(rule)) {
            return;
        }
        if (isLate(time, place)) {
            late++;
            sink.late(rule, time, place);
            return;
        }
        List<String> wanted = correlations.fields(rule);
        hit[Plan.HOST] = number(fields.host());
        for (int i = 0; i < wanted.size(); i++) {
            hit[i + 1] = number(fields.text(wanted.get(i)));
        }
        waiting.add(time, place, rule, hit, wanted.size() + 1);
        advance(time);
        bound();
    }

    /**
     * An event of this time was seen, whether or not a rule matched it: hits needn't wait for the
     * next hit.
     */
    public void advance(long time) {
        latest = Math.max(latest, time);
        long watermark = watermark();
        while (waiting.size() > 0 && waiting.time() < watermark) {
            take();
        }
        tidy(watermark);
    }

    /** Takes everything that waits. What comes after that and is earlier, is late. */
    public void flush() {
        while (waiting.size() > 0) {
            take();
        }
    }

    /** How many hits came too late. */
    public long late() {
        return late;
    }

    /** How many hits limits forced out of time spans. */
    public long evicted() {
        return evicted;
    }

    /** How many hits wait for their order. */
    public int waiting() {
        return waiting.size();
    }

    /** How many groups live. */
    public int groups() {
        return room.groups;
    }

    /** How many hits are within the time spans of correlations. */
    public int hits() {
        return room.hits;
    }

    /** How many bytes {@link Limits#bytes} counts. */
    public long bytes() {
        return room.bytes;
    }

    private int number(@Nullable String text) {
        return text == null ? Texts.NONE : texts.add(text);
    }

    private long watermark() {
        return EventTime.before(latest, lateness);
    }

    private boolean isLate(long time, long place) {
        return time < watermark() || time < doneTime || (time == doneTime && place <= donePlace);
    }

    /** Keeps what waits within its limits. */
    private void bound() {
        while (!room.forWaiting(waiting.size())) {
            take();
        }
        while (room.isOverfilled() && room.hits > 0) {
            evict();
        }
        while (room.isOverfilled() && waiting.size() > 0) {
            take();
        }
    }

    /** Takes the hits of the earliest event. */
    private void take() {
        doneTime = waiting.time();
        donePlace = waiting.place();
        looked = 0;
        do {
            int rule = waiting.rule();
            batch.begin(rule);
            for (int i = 0; i <= correlations.fields(rule).size(); i++) {
                batch.text(waiting.value(i));
            }
            waiting.remove();
        } while (waiting.size() > 0 && waiting.time() == doneTime && waiting.place() == donePlace);
        for (int plan = batch.pending(0); plan >= 0; plan = batch.pending(plan + 1)) {
            correlate(plan);
        }
        batch.clear();
        tidy(doneTime);
    }

    /** Lets old hits of one correlation go, another each time: also where no hits come any more. */
    private void tidy(long now) {
        if (!windows.isEmpty()) {
            tidied = (tidied + 1) % windows.size();
            windows.get(tidied).expire(now);
        }
    }

    private void correlate(int number) {
        Windows of = windows.get(number);
        of.expire(doneTime);
        for (int reference = 0; reference < of.plan().references(); reference++) {
            int source = of.plan().source(reference);
            for (int at = batch.first(source); at != Batch.NONE; at = batch.next(at)) {
                if (looked++ < MOST_AT_ONCE) {
                    look(number, of, reference, batch.start(at));
                } else {
                    tellEvicted(of);
                }
            }
        }
    }

    private void look(int number, Windows of, int reference, int start) {
        while (!room.forHit() && room.hits > 0) {
            evict();
        }
        if (!room.forGroup() && !of.hasGroup(reference, batch.values(), start)) {
            while (!room.forGroup()) {
                evict();
            }
        }
        int group = of.add(doneTime, reference, batch.values(), start);
        BigDecimal value = of.holding(group);
        if (value != null) {
            correlated.set(of, group, value, doneTime, donePlace);
            sink.found(correlated);
            pass(number, of, group);
        }
    }

    /** What a correlation found is a hit for those that refer to it. */
    private void pass(int number, Windows of, int group) {
        int source = correlations.source(number);
        if (correlations.listeners(source).length > 0) {
            batch.begin(source);
            int host = of.host(group);
            texts.hold(host);
            batch.text(host);
            for (int field = 0; field < of.plan().correlation().groupBy().size(); field++) {
                int text = of.key(group, field);
                texts.hold(text);
                batch.text(text);
            }
        }
    }

    /** Makes room: by what is out of its time span, else by the oldest hit of who has most. */
    private void evict() {
        int before = room.hits;
        Windows fullest = windows.getFirst();
        boolean byGroups = !room.forGroup();
        for (Windows of : windows) {
            of.expire(doneTime);
            boolean fuller = byGroups ? of.groups() > fullest.groups() : of.hits() > fullest.hits();
            fullest = fuller ? of : fullest;
        }
        if (room.hits == before) {
            fullest.forget();
            tellEvicted(fullest);
        }
    }

    private void tellEvicted(Windows of) {
        evicted++;
        sink.evicted(of.plan().correlation());
    }
}
