package org.danaya.text.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.danaya.text.form.Footnotes;
import org.jspecify.annotations.Nullable;

/** Fills the lines of one paragraph, word by word. */
final class LineFill {

    private final Letters.Case letters;
    private final Part.Shape shape;
    private final float width;
    private final List<String> names;
    private final boolean marked;

    private final List<Filled> lines = new ArrayList<>();
    private final List<Chunk> word = new ArrayList<>();
    private Filled line = new Filled();
    private float left;
    private float x;
    private float end;
    private @Nullable Chunk space;

    /** Words of one look; a footnote's call where {@code called} is there. */
    private record Chunk(
            String text, Look look, String href, Tag tag, Footnotes.@Nullable Called called) {

        boolean looksLike(Chunk other) {
            return look.equals(other.look) && href.equals(other.href) && tag == other.tag;
        }
    }

    /** A line that is being filled. */
    private static final class Filled {
        private final List<Chunk> chunks = new ArrayList<>();
        private final List<Float> places = new ArrayList<>();
        private final List<Footnotes.Called> called = new ArrayList<>();
    }

    LineFill(
            Letters.Case letters,
            Part.Shape shape,
            float width,
            List<String> names,
            boolean marked) {
        this.letters = letters;
        this.shape = shape;
        this.width = Math.max(width, shape.indent() + shape.size());
        this.names = names;
        this.marked = marked;
        this.left = shape.indent();
        this.x = left;
    }

    /** How far the line is filled. */
    float filled() {
        wordEnds();
        return x + (space == null ? 0 : wide(space));
    }

    /** What follows is set in by so much more, also on this line. */
    void hang(float by) {
        wordEnds();
        if (space != null) {
            put(space);
            space = null;
        }
        left = shape.indent() + by;
        x = Math.max(x, left);
    }

    void space(Look look, Tag tag) {
        wordEnds();
        space = new Chunk(" ", look, "", tag, null);
    }

    void words(String text, Look look, String href, Tag tag) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                if (i > from) {
                    word.add(new Chunk(text.substring(from, i), look, href, tag, null));
                }
                if (i < text.length()) {
                    wordEnds();
                    space = new Chunk(" ", look, href, tag, null);
                }
                from = i + 1;
            }
        }
    }

    void call(Bit.Call call, Tag tag) {
        String href = "#note-" + call.called().index();
        word.add(new Chunk(call.called().label(), call.look(), href, tag, call.called()));
    }

    void turn() {
        wordEnds();
        lineEnds();
    }

    private float wide(Chunk chunk) {
        return wide(chunk.text(), chunk.look());
    }

    private float wide(String text, Look look) {
        return letters.of(look.face()).width(text, shape.size() * look.scale());
    }

    /** The word goes on this line or, where it doesn't fit, on the next. */
    private void wordEnds() {
        if (word.isEmpty()) {
            return;
        }
        float wide = 0;
        for (Chunk chunk : word) {
            wide += wide(chunk);
        }
        Chunk before = space;
        space = null;
        boolean begun = !line.chunks.isEmpty();
        if (before != null && begun) {
            float gap = wide(before);
            put(before);
            if (x + wide > width) {
                x -= gap;
                lineEnds();
            }
        } else if (begun && x + wide > width && left + wide <= width) {
            lineEnds();
        }
        if (x + wide <= width) {
            word.forEach(this::put);
        } else {
            word.forEach(this::putBroken);
        }
        word.clear();
    }

    /** A word that no line holds is broken where the line is full, never before a mark. */
    private void putBroken(Chunk chunk) {
        String text = chunk.text();
        int from = 0;
        float filled = x;
        for (int i = 0; i < text.length(); ) {
            int next = i + Character.charCount(text.codePointAt(i));
            float one = wide(text.substring(i, next), chunk.look());
            boolean fresh = i == from && line.chunks.isEmpty();
            if (filled + one > width && !fresh && one > 0) {
                if (i > from) {
                    put(part(chunk, from, i));
                }
                lineEnds();
                from = i;
                filled = x;
            }
            filled += one;
            i = next;
        }
        put(part(chunk, from, text.length()));
    }

    private static Chunk part(Chunk chunk, int from, int to) {
        boolean last = to == chunk.text().length();
        return new Chunk(
                chunk.text().substring(from, to),
                chunk.look(),
                chunk.href(),
                chunk.tag(),
                last ? chunk.called() : null);
    }

    private void put(Chunk chunk) {
        int last = line.chunks.size() - 1;
        boolean next = last >= 0 && end == x && chunk.called() == null;
        if (next && line.chunks.get(last).looksLike(chunk)) {
            Chunk before = line.chunks.get(last);
            Chunk both =
                    new Chunk(
                            before.text() + chunk.text(),
                            chunk.look(),
                            chunk.href(),
                            chunk.tag(),
                            before.called());
            line.chunks.set(last, both);
        } else {
            line.chunks.add(chunk);
            line.places.add(x);
        }
        if (chunk.called() != null) {
            line.called.add(chunk.called());
        }
        x += wide(chunk);
        end = x;
    }

    private void lineEnds() {
        lines.add(line);
        line = new Filled();
        x = left;
        space = null;
    }

    /** The lines, each with its footnotes. */
    List<SetLine> lines(Function<Footnotes.Called, List<SetLine>> notes) {
        wordEnds();
        if (!line.chunks.isEmpty() || lines.isEmpty()) {
            lineEnds();
        }
        List<SetLine> set = new ArrayList<>();
        for (Filled each : lines) {
            List<Fragment> fragments = new ArrayList<>();
            for (int i = 0; i < each.chunks.size(); i++) {
                fragments.add(fragment(each.chunks.get(i), each.places.get(i)));
            }
            List<String> begun = new ArrayList<>(set.isEmpty() ? names : List.of());
            List<SetLine> below = new ArrayList<>();
            for (Footnotes.Called called : each.called) {
                begun.add("call-" + called.index());
                below.addAll(notes.apply(called));
            }
            float leading = shape.leading();
            float baseline = leading * 0.5f + shape.size() * 0.36f;
            set.add(new SetLine(fragments, leading, baseline, begun, below, marked));
        }
        return set;
    }

    private Fragment fragment(Chunk chunk, float at) {
        float size = shape.size() * chunk.look().scale();
        return new Fragment(
                at, chunk.text(), wide(chunk), size, chunk.look(), chunk.href(), chunk.tag());
    }
}
