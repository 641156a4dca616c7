package org.danaya.evtx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.danaya.evtx.FieldPlan.Site;
import org.jspecify.annotations.Nullable;

/**
 * Reads wanted fields of one event after the other, without allocation: {@link #of} an event, then
 * {@link #load} a field, whose UTF-8 is {@code bytes()[start() .. end())} until the next event. A
 * field's first value is put into words once for each event, however often it is loaded. One to a
 * thread.
 *
 * <p>Values are as in the JSON, without its quotes and escapes. A field has several where the event
 * has several elements of that name, or an array.
 */
public final class Fields {

    private final FieldNames names;
    private final Utf8 text = new Utf8();
    private final long[] known;
    private final int[] starts;
    private final int[] ends;
    private final ValueKind[] kinds;
    private byte[] chunk = new byte[0];
    private @Nullable Event event;
    private @Nullable FieldPlan outer;
    private @Nullable FieldPlan inner;
    private long serial;
    private int start;
    private int end;
    private ValueKind kind = ValueKind.ABSENT;

    /** A reader of these fields. */
    public Fields(FieldNames names) {
        this.names = names;
        this.known = new long[names.size()];
        this.starts = new int[names.size()];
        this.ends = new int[names.size()];
        this.kinds = new ValueKind[names.size()];
        Arrays.fill(kinds, ValueKind.ABSENT);
    }

    /** Turns to an event. Costs next to nothing. */
    public void of(Event next) {
        event = next;
        chunk = next.bytes();
        outer = next.root().plan(names, "");
        Template below = next.inner().template();
        inner = below == null ? null : below.plan(names, next.root().around());
        serial++;
        text.clear();
    }

    /**
     * Loads the field's first value.
     *
     * @return what it is; {@link ValueKind#ABSENT} and {@link ValueKind#NULL} have no text
     */
    public ValueKind load(int field) {
        if (known[field] != serial) {
            known[field] = serial;
            kinds[field] = find(field, 0);
            starts[field] = start;
            ends[field] = end;
        }
        start = starts[field];
        end = ends[field];
        kind = kinds[field];
        return kind;
    }

    /** Loads the value of that number, from 0, among {@link #count} of the field. */
    public ValueKind load(int field, int number) {
        if (number == 0) {
            return load(field);
        }
        kind = find(field, number);
        return kind;
    }

    /** How many values the field has. */
    public int count(int field) {
        int count = 0;
        FieldPlan below = inner;
        FieldPlan above = outer;
        Event current = event;
        if (above == null || current == null) {
            return 0;
        }
        int rank = rank(field);
        if (below != null && below.rank(field) == rank) {
            for (Site site : below.sites(field)) {
                count += count(site, current.inner().slots());
            }
        }
        if (above.rank(field) == rank) {
            for (Site site : above.sites(field)) {
                count += count(site, current.slots());
            }
        }
        return count;
    }

    /** The array that the loaded value's text is in. */
    public byte[] bytes() {
        return text.bytes();
    }

    /** Where the loaded value's text begins. */
    public int start() {
        return start;
    }

    /** Where it ends. */
    public int end() {
        return end;
    }

    /** What the loaded value is. */
    public ValueKind kind() {
        return kind;
    }

    /** The loaded value as a string; for tests and messages. */
    public String string() {
        return new String(text.bytes(), start, end - start, StandardCharsets.UTF_8);
    }

    private int rank(int field) {
        FieldPlan below = inner;
        FieldPlan above = outer;
        int rank = above == null ? FieldPlan.NOWHERE : above.rank(field);
        return below == null ? rank : Math.min(rank, below.rank(field));
    }

    private ValueKind find(int field, int number) {
        start = text.length();
        end = start;
        FieldPlan below = inner;
        FieldPlan above = outer;
        Event current = event;
        if (above == null || current == null) {
            return ValueKind.ABSENT;
        }
        int rank = rank(field);
        int rest = number;
        if (below != null && below.rank(field) == rank) {
            for (Site site : below.sites(field)) {
                int here = count(site, current.inner().slots());
                if (rest < here) {
                    return write(site, current.inner().slots(), rest);
                }
                rest -= here;
            }
        }
        if (above.rank(field) == rank) {
            for (Site site : above.sites(field)) {
                int here = count(site, current.slots());
                if (rest < here) {
                    return write(site, current.slots(), rest);
                }
                rest -= here;
            }
        }
        return ValueKind.ABSENT;
    }

    private int count(Site site, Slots slots) {
        int slot = site.slot();
        if (slot < 0) {
            return site.kind() == ValueKind.ABSENT ? 0 : 1;
        }
        if (slots.isEmpty(chunk, slot)) {
            return site.place() == FieldPlan.Place.ATTRIBUTE ? 0 : 1;
        }
        int type = slots.type(slot);
        if (type == ValueType.XML) {
            return 0;
        }
        if (!ValueType.isArray(type)) {
            return 1;
        }
        return ValueType.items(chunk, type, slots.from(slot), slots.size(slot));
    }

    private ValueKind write(Site site, Slots slots, int number) {
        int slot = site.slot();
        if (slot < 0) {
            text.put(site.constant(), 0, site.constant().length);
            end = text.length();
            return site.kind();
        }
        if (slots.isEmpty(chunk, slot)) {
            return site.place() == FieldPlan.Place.DATA ? ValueKind.STRING : ValueKind.NULL;
        }
        int type = slots.type(slot);
        int from = slots.from(slot);
        int size = slots.size(slot);
        if (ValueType.isArray(type)) {
            int stop = from + size;
            int next = ValueType.itemEnd(chunk, type, from, stop, size);
            for (int i = 0; i < number; i++) {
                from = next;
                next = ValueType.itemEnd(chunk, type, from, stop, size);
            }
            type &= ~ValueType.ARRAY;
            size = next - from;
        }
        ValueText.write(text, chunk, type, from, size, false);
        end = text.length();
        return ValueKind.of(type, size);
    }
}
