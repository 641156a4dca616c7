package org.danaya.sigma.correlate;

import java.util.Arrays;

/**
 * Tuples of numbers by numbers, each with how many times it is there. From one place of a tuple on
 * its numbers are of {@link Texts}, which are held as long as the tuple is there.
 */
final class Tuples extends HashIndex {
    private final int width;
    private final int textsFrom;
    private final Texts texts;
    private final Mixer mixer;
    private final Room room;

    /** The tuple that is looked for; filled by the caller. */
    final int[] wanted;

    /** By tuple: how many times it is there (or the next free one), and its numbers. */
    private int[] entries;

    private int used = 1;
    private int free;

    /**
     * @param textsFrom the first place that holds a text; the width where none does
     */
    Tuples(int width, int textsFrom, Texts texts, Room room, Mixer mixer) {
        this.width = width;
        this.textsFrom = textsFrom;
        this.texts = texts;
        this.room = room;
        this.mixer = mixer;
        wanted = new int[width];
        entries = new int[8 * (width + 1)];
    }

    /** The number of the tuple that is wanted, or 0. */
    int find() {
        return find(Mixer.end(hash(wanted, 0)));
    }

    /** The number of the tuple that is wanted, which is there once more. */
    int add() {
        int hash = Mixer.end(hash(wanted, 0));
        int number = find(hash);
        if (number == NONE) {
            number = free();
            int at = at(number);
            entries[at] = 0;
            System.arraycopy(wanted, 0, entries, at + 1, width);
            for (int i = textsFrom; i < width; i++) {
                texts.hold(wanted[i]);
            }
            put(hash, number);
        }
        entries[at(number)]++;
        return number;
    }

    /** Takes a tuple away once; whether that was the last time. */
    boolean remove(int number) {
        int at = at(number);
        if (--entries[at] > 0) {
            return false;
        }
        drop(Mixer.end(hash(entries, at + 1)), number);
        for (int i = textsFrom; i < width; i++) {
            texts.release(entries[at + 1 + i]);
        }
        entries[at] = free;
        free = number;
        room.bytes -= bytes();
        return true;
    }

    int count(int number) {
        return entries[at(number)];
    }

    int get(int number, int place) {
        return entries[at(number) + 1 + place];
    }

    @Override
    boolean is(int number) {
        int at = at(number) + 1;
        return Arrays.equals(entries, at, at + width, wanted, 0, width);
    }

    private int free() {
        room.bytes += bytes();
        int number = free;
        if (number != NONE) {
            free = entries[at(number)];
            return number;
        }
        if ((used + 1) * (width + 1) > entries.length) {
            entries = Arrays.copyOf(entries, entries.length * 2);
        }
        return used++;
    }

    private int bytes() {
        return (width + 1) * Integer.BYTES;
    }

    private int at(int number) {
        return number * (width + 1);
    }

    private long hash(int[] numbers, int from) {
        long hash = mixer.begin(width);
        for (int i = from; i < from + width; i++) {
            hash = mixer.mix(hash, numbers[i]);
        }
        return hash;
    }
}
