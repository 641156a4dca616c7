package org.danaya.evtx;

import java.util.Arrays;
import org.danaya.evtx.Node.Element;
import org.jspecify.annotations.Nullable;

/**
 * The templates of the chunk that is being read, by the places of their definitions. What other
 * chunks of the file had already is taken from {@link KnownTemplates}.
 */
final class Templates {

    /** A definition: link to the next (4 bytes), GUID (16), size of what follows (4). */
    static final int HEADER = 24;

    private static final int TABLE = 512;

    /**
     * Bytes of definitions that are parsed for one chunk. Those of a sound chunk don't overlap and
     * are less than 64 KiB together; records that each name another place as theirs end here.
     */
    private static final int BUDGET = 1 << 18;

    private final EndSpaces endSpaces;
    private final KnownTemplates known = new KnownTemplates();
    private final int[] places = new int[TABLE];
    private final @Nullable Template[] found = new @Nullable Template[TABLE];
    private byte[] chunk = new byte[0];
    private int limit;
    private int held;
    private int budget;

    Templates(EndSpaces endSpaces) {
        this.endSpaces = endSpaces;
    }

    EndSpaces endSpaces() {
        return endSpaces;
    }

    /** Begins a chunk: its bytes, and how many of them there are. */
    void begin(byte[] bytes, int length) {
        chunk = bytes;
        limit = length;
        held = 0;
        budget = BUDGET;
        Arrays.fill(places, 0);
    }

    /** The template of an instance; {@code at} is behind the instance's token. */
    Template of(int at, int end) throws Malformed {
        if (end - at < 9) {
            throw new Malformed(Cause.VALUES);
        }
        int place = Bytes.i32(chunk, at + 5);
        int cell = ((place >>> 3) ^ (place >>> 12)) & (TABLE - 1);
        while (places[cell] != 0) {
            if (places[cell] == place) {
                Template template = found[cell];
                if (template == null) {
                    throw new Malformed(Cause.TEMPLATE);
                }
                return template;
            }
            cell = (cell + 1) & (TABLE - 1);
        }
        if (place <= 0 || held == TABLE / 2) {
            throw new Malformed(Cause.TEMPLATE);
        }
        held++;
        places[cell] = place;
        found[cell] = null;
        Template template = read(place);
        found[cell] = template;
        return template;
    }

    /** Where the values of an instance are: behind the definition, where that is inside. */
    static int values(byte[] chunk, int at, int end) throws Malformed {
        int place = Bytes.i32(chunk, at + 5);
        int body = at + 9;
        if (place != body) {
            return body;
        }
        if (end - body < HEADER) {
            throw new Malformed(Cause.TEMPLATE);
        }
        long size = Bytes.u32(chunk, body + 20);
        if (size > end - body - HEADER) {
            throw new Malformed(Cause.TEMPLATE);
        }
        return body + HEADER + (int) size;
    }

    private Template read(int place) throws Malformed {
        if (place > limit - HEADER) {
            throw new Malformed(Cause.TEMPLATE);
        }
        long size = Bytes.u32(chunk, place + 20);
        if (size > limit - place - HEADER) {
            throw new Malformed(Cause.TEMPLATE);
        }
        int end = place + HEADER + (int) size;
        Template before = known.find(chunk, limit, place, end);
        if (before != null) {
            return before;
        }
        budget -= (int) size;
        if (budget < 0) {
            throw new Malformed(Cause.TOO_LARGE);
        }
        XmlParser parser = new XmlParser(chunk, limit, 0, endSpaces, null);
        try {
            Element tree = parser.parse(place, place + HEADER, end, true);
            Template template = new Template(tree);
            known.keep(chunk, place, end, parser.names(), template);
            return template;
        } catch (Malformed e) {
            throw new Malformed(e.cause() == Cause.TOKENS ? Cause.TEMPLATE : e.cause());
        }
    }
}
