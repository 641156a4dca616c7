package org.danaya.sigma.correlate;

import java.util.Arrays;

/**
 * Texts by numbers, each kept once as long as somebody holds it. They lie in cells of four words
 * that are chained, so that no text leaves a gap that another doesn't fit in: in the first cell the
 * chain, the holders, the shape and the hash, then 16 bytes; in each further one the chain and 24
 * bytes. The number of a text is that of its first cell.
 *
 * <p>A text is kept in one byte a character where all are of Latin-1, else in two. Of one longer
 * than {@link #LONGEST} the rest is kept as a hash of 128 bits with secret numbers.
 */
final class Texts extends HashIndex {
    /** How many characters of a text are kept. */
    static final int LONGEST = 1_024;

    static final int CELL_BYTES = 32;

    private static final int PAGE_BITS = 12;
    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;
    private static final int WIDE = 1;
    private static final int CUT = 2;
    private static final long LOW = 0xffff_ffffL;

    private final Room room;
    private final Mixer mixer;
    private long[][] pages = {new long[4 << PAGE_BITS]};

    /** Cells that were ever used; the first is none. */
    private int used = 1;

    /** The first of a chain of free cells, or 0. */
    private int free;

    /** The text that is looked for: its words, how many, and its length and kind. */
    private final long[] words = new long[(LONGEST / 4) + 2];

    private int count;
    private int shape;

    Texts(Room room, Mixer mixer) {
        this.room = room;
        this.mixer = mixer;
    }

    /** The number of a text, which is held once more. */
    int add(String text) {
        encode(text);
        long hash = mixer.begin(shape);
        for (int i = 0; i < count; i++) {
            hash = mixer.mix(hash, words[i]);
        }
        int end = Mixer.end(hash);
        int number = find(end);
        if (number == NONE) {
            number = keep(end);
            put(end, number);
        }
        hold(number);
        return number;
    }

    /** Holds the text once more; nothing where there is none. */
    void hold(int number) {
        if (number != NONE) {
            page(number)[at(number)]++;
        }
    }

    /** Undoes one {@link #add} or {@link #hold}. */
    void release(int number) {
        if (number != NONE && (--page(number)[at(number)] & LOW) == 0) {
            drop((int) page(number)[at(number) + 1], number);
            for (int cell = number; cell != NONE; ) {
                int next = next(cell);
                page(cell)[at(cell)] = (long) free << 32;
                free = cell;
                room.bytes -= CELL_BYTES;
                cell = next;
            }
        }
    }

    /** The text, or as much of it as is kept. */
    String text(int number) {
        int kept = shape(number);
        boolean wide = (kept & WIDE) != 0;
        char[] characters = new char[kept >>> 2];
        int each = wide ? 4 : 8;
        int cell = number;
        int word = 2;
        for (int i = 0; i < characters.length; i += each) {
            if (word == 4) {
                cell = next(cell);
                word = 1;
            }
            long bits = page(cell)[at(cell) + word++];
            for (int k = i; k < Math.min(i + each, characters.length); k++) {
                characters[k] = (char) (wide ? bits & 0xffff : bits & 0xff);
                bits >>>= 64 / each;
            }
        }
        return new String(characters);
    }

    @Override
    boolean is(int number) {
        if (shape(number) != shape) {
            return false;
        }
        int cell = number;
        int word = 2;
        for (int i = 0; i < count; i++) {
            if (word == 4) {
                cell = next(cell);
                word = 1;
            }
            if (page(cell)[at(cell) + word++] != words[i]) {
                return false;
            }
        }
        return true;
    }

    private int keep(int hash) {
        int first = cell();
        page(first)[at(first) + 1] = ((long) shape << 32) | (hash & LOW);
        int cell = first;
        int word = 2;
        for (int i = 0; i < count; i++) {
            if (word == 4) {
                int next = cell();
                page(cell)[at(cell)] |= (long) next << 32;
                cell = next;
                word = 1;
            }
            page(cell)[at(cell) + word++] = words[i];
        }
        return first;
    }

    private int cell() {
        room.bytes += CELL_BYTES;
        int cell = free;
        if (cell != 0) {
            free = next(cell);
        } else {
            cell = used++;
            int page = cell >>> PAGE_BITS;
            if (page == pages.length) {
                pages = Arrays.copyOf(pages, page * 2);
            }
            if ((cell & PAGE_MASK) == 0) {
                pages[page] = new long[4 << PAGE_BITS];
            }
        }
        page(cell)[at(cell)] = 0;
        return cell;
    }

    private void encode(String text) {
        int length = Math.min(text.length(), LONGEST);
        shape = length << 2;
        if (!narrow(text, length)) {
            wide(text, length);
            shape |= WIDE;
        }
        if (length < text.length()) {
            shape |= CUT;
            words[count++] = whole(text, 1);
            words[count++] = whole(text, 2);
        }
    }

    private boolean narrow(String text, int length) {
        int any = 0;
        count = 0;
        for (int i = 0; i < length; i += 8) {
            long word = 0;
            int end = Math.min(i + 8, length);
            for (int k = i; k < end; k++) {
                char c = text.charAt(k);
                any |= c;
                word |= (long) c << ((k & 7) << 3);
            }
            words[count++] = word;
        }
        return any <= 0xff;
    }

    private void wide(String text, int length) {
        count = 0;
        for (int i = 0; i < length; i += 4) {
            words[count++] = four(text, i, length);
        }
    }

    /** A hash of a whole text; another for each {@code which}. */
    private long whole(String text, int which) {
        int length = text.length();
        long hash = mixer.begin(((long) which << 32) | length);
        for (int i = 0; i < length; i += 4) {
            hash = mixer.mix(hash, four(text, i, length));
        }
        return hash;
    }

    /** Four characters in a word, or as many as there are. */
    private static long four(String text, int from, int length) {
        long word = 0;
        for (int i = from; i < Math.min(from + 4, length); i++) {
            word |= (long) text.charAt(i) << ((i & 3) << 4);
        }
        return word;
    }

    private int shape(int number) {
        return (int) (page(number)[at(number) + 1] >>> 32);
    }

    private int next(int cell) {
        return (int) (page(cell)[at(cell)] >>> 32);
    }

    private long[] page(int cell) {
        return pages[cell >>> PAGE_BITS];
    }

    private static int at(int cell) {
        return (cell & PAGE_MASK) << 2;
    }
}
