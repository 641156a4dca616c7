package org.danaya.evtx;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record: a view over its chunk's bytes, good for the call of {@link EventSink#accept} that it
 * is given to and no longer. Its XML was followed to its end before it is shown, so that nothing
 * below fails; nothing is put into words before it is asked for.
 */
public final class Event {

    /** The template under the event's root, and its values: EventData or UserData. */
    static final class Inner {

        static final Inner NONE = new Inner(EndSpaces.KEPT);

        private final Slots slots;
        private @Nullable Template template;

        Inner(EndSpaces endSpaces) {
            this.slots = new Slots(endSpaces);
        }

        @Nullable Template template() {
            return template;
        }

        Slots slots() {
            return slots;
        }
    }

    private static final long TO_1601_SECONDS = 11_644_473_600L;

    /** Bytes that values used more than once may come to. */
    private static final long REPEATED = 1 << 20;

    private final Templates templates;
    private final Shapes shapes = new Shapes();
    private final Slots slots;
    private final Inner inner;
    private byte[] chunk = new byte[0];
    private int limit;
    private @Nullable Template template;
    private long serial;
    private long recordId;
    private long written;
    private int chunkNumber;
    private int numberInChunk;
    private long index;

    Event(EndSpaces endSpaces) {
        this.templates = new Templates(endSpaces);
        this.slots = new Slots(endSpaces);
        this.inner = new Inner(endSpaces);
    }

    /** The record's number in its log, as the record's header says. */
    public long recordId() {
        return recordId;
    }

    /** When it was written, by the record's header: 100 nanoseconds since 1601, unsigned. */
    public long filetime() {
        return written;
    }

    /** When it was written, by the record's header. */
    public Instant written() {
        long seconds = Long.divideUnsigned(written, 10_000_000);
        return Instant.ofEpochSecond(
                seconds - TO_1601_SECONDS, (written - seconds * 10_000_000) * 100);
    }

    /** The chunk that it is in, counted from 0. */
    public int chunk() {
        return chunkNumber;
    }

    /** Its number among the records seen in its chunk, from 0. */
    public int numberInChunk() {
        return numberInChunk;
    }

    /**
     * Its number among the records seen, from 0: in the file where chunks are read in their order,
     * else in its chunk.
     */
    public long index() {
        return index;
    }

    /** Appends the event as one line of JSON, without a line feed: {@code {"Event":{…}}}. */
    public void json(Utf8 out) {
        Template root = root();
        out.put('{');
        out.put(root.key());
        root.program().run(out, chunk, slots, inner);
        out.put('}');
    }

    /** The JSON as a string; for tests and messages. */
    @Override
    public String toString() {
        Utf8 out = new Utf8();
        json(out);
        return out.toString();
    }

    byte[] bytes() {
        return chunk;
    }

    Template root() {
        Template root = template;
        if (root == null) {
            throw new IllegalStateException("this event was left behind by its reader");
        }
        return root;
    }

    Slots slots() {
        return slots;
    }

    Inner inner() {
        return inner;
    }

    /** Another number for each event that this view shows. */
    long serial() {
        return serial;
    }

    void begin(byte[] bytes, int length, int number) {
        chunk = bytes;
        limit = length;
        chunkNumber = number;
        templates.begin(bytes, length);
        shapes.begin(bytes, length);
    }

    void place(long id, long time, int inChunk, long inFile) {
        recordId = id;
        written = time;
        numberInChunk = inChunk;
        index = inFile;
    }

    void leave() {
        template = null;
    }

    /** Follows the record's XML. */
    void follow(int from, int end) throws Malformed {
        serial++;
        template = null;
        inner.template = null;
        int at = instance(from, end);
        if (at < 0) {
            template = shapes.of(from, end, slots);
        } else if (followInstance(at, end)) {
            return;
        }
        if (template == null) {
            slots.clear();
            inner.template = null;
            template =
                    Template.ofTree(
                            new Materializer(chunk, limit, templates).fragment(from, end, 0));
        }
    }

    /** One template instance, and one below it: what nearly all records are. */
    private boolean followInstance(int at, int end) throws Malformed {
        Template outer = templates.of(at, end);
        if (!outer.isRegular()) {
            return false;
        }
        slots.read(chunk, Templates.values(chunk, at, end), end);
        for (int slot = 0; slot < outer.uses().length && slot < slots.count(); slot++) {
            if (slot == outer.childSlot()) {
                if (!slots.isEmpty(chunk, slot) && !followInner(slot, outer)) {
                    return false;
                }
            } else if (hasXml(slots, slot, outer)) {
                return false;
            }
        }
        check(outer, slots);
        template = outer;
        return true;
    }

    private boolean followInner(int slot, Template outer) throws Malformed {
        int from = slots.from(slot);
        int end = from + slots.size(slot);
        boolean inside = !outer.around().isEmpty();
        if (slots.type(slot) != ValueType.XML) {
            return inside;
        }
        int at = instance(from, end);
        if (at < 0) {
            Template shape = shapes.of(from, end, inner.slots);
            inner.template = shape;
            return shape != null && !(inside && shape.tree().is("Data"));
        }
        Template below = templates.of(at, end);
        boolean alone = below.childSlot() < 0 && !(inside && below.tree().is("Data"));
        if (!below.isRegular() || !alone) {
            return false;
        }
        inner.slots.read(chunk, Templates.values(chunk, at, end), end);
        for (int i = 0; i < below.uses().length && i < inner.slots.count(); i++) {
            if (hasXml(inner.slots, i, below)) {
                return false;
            }
        }
        check(below, inner.slots);
        inner.template = below;
        return true;
    }

    private static boolean hasXml(Slots slots, int slot, Template template) {
        return slots.type(slot) == ValueType.XML
                && slots.size(slot) > 0
                && template.uses()[slot] > 0;
    }

    private static void check(Template template, Slots slots) throws Malformed {
        if (!template.repeats()) {
            return;
        }
        int[] uses = template.uses();
        long bytes = 0;
        for (int slot = 0; slot < uses.length && slot < slots.count(); slot++) {
            bytes += (uses[slot] - 1L) * slots.size(slot);
        }
        if (bytes > REPEATED) {
            throw new Malformed(Cause.TOO_LARGE);
        }
    }

    /** Behind the token of the template instance that the fragment is; -1 where it is another. */
    private int instance(int from, int end) {
        int at = from;
        if (end - at > 4 && chunk[at] == XmlParser.FRAGMENT_HEADER) {
            at += 4;
        }
        return at < end && chunk[at] == XmlParser.TEMPLATE_INSTANCE ? at + 1 : -1;
    }
}
