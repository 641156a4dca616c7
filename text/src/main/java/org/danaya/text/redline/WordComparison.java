package org.danaya.text.redline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Run;

/**
 * What became of the words of a line. Words are matched first, space between matched words follows
 * them; a word or two that happen to be in both, amid much that isn't, are not torn out of it.
 */
final class WordComparison {

    /** A line that keeps less of its words than this is shown as gone and come. */
    private static final double KEPT = 0.2;

    private final List<Token> before;
    private final List<Token> after;
    private final int[] partners;

    private WordComparison(List<Token> before, List<Token> after) {
        this.before = before;
        this.after = after;
        this.partners = partners();
    }

    static List<Piece> pieces(List<Inline> before, List<Inline> after) {
        if (before.equals(after)) {
            return before.isEmpty() ? List.of() : List.of(new Piece.Same(before));
        }
        return new WordComparison(Token.of(before), Token.of(after)).pieces();
    }

    private int[] partners() {
        Map<String, Integer> ids = new HashMap<>();
        int[] old = places(before);
        int[] now = places(after);
        int[] words =
                Matching.partners(
                        Arrays.stream(old).map(at -> id(ids, before.get(at))).toArray(),
                        Arrays.stream(now).map(at -> id(ids, after.get(at))).toArray());
        int[] all = new int[before.size()];
        Arrays.fill(all, -1);
        for (int at = 0; at < words.length; at++) {
            all[old[at]] = words[at] < 0 ? -1 : now[words[at]];
        }
        spaces(all);
        islands(all);
        return all;
    }

    private static int[] places(List<Token> tokens) {
        return IntStream.range(0, tokens.size()).filter(at -> !tokens.get(at).space()).toArray();
    }

    private static int id(Map<String, Integer> ids, Token token) {
        return ids.computeIfAbsent(token.key(), _ -> ids.size());
    }

    /** Space that follows a matched word, or precedes one, in both versions. */
    private void spaces(int[] all) {
        boolean[] taken = new boolean[after.size()];
        for (int at = 0; at < all.length; at++) {
            if (before.get(at).space()) {
                int left = at == 0 ? 0 : all[at - 1] < 0 ? -1 : all[at - 1] + 1;
                int right =
                        at + 1 == all.length
                                ? after.size() - 1
                                : all[at + 1] < 0 ? -1 : all[at + 1] - 1;
                int partner = fits(at, left, taken) ? left : fits(at, right, taken) ? right : -1;
                if (partner >= 0) {
                    all[at] = partner;
                    taken[partner] = true;
                }
            }
        }
    }

    private boolean fits(int at, int place, boolean[] taken) {
        return place >= 0
                && place < after.size()
                && !taken[place]
                && after.get(place).key().equals(before.get(at).key());
    }

    /** Lets go of what is kept between changes that are much larger than it. */
    private void islands(int[] all) {
        long kept =
                IntStream.range(0, all.length)
                        .filter(at -> all[at] >= 0 && before.get(at).word())
                        .count();
        long words = Math.max(words(before), words(after));
        if (kept < KEPT * words && words > 3) {
            IntStream.range(0, all.length)
                    .filter(at -> !(before.get(at).inline() instanceof Note))
                    .forEach(at -> all[at] = -1);
            return;
        }
        int at = 0;
        while (at < all.length) {
            int end = at;
            while (end < all.length
                    && all[end] >= 0
                    && (end == at || all[end] == all[end - 1] + 1)) {
                end++;
            }
            if (end == at) {
                at++;
                continue;
            }
            if (small(at, end)
                    && gapBefore(all, at) + gapAfter(all, end) >= 6
                    && changed(all, at - 1)
                    && changed(all, end)) {
                Arrays.fill(all, at, end, -1);
            }
            at = end;
        }
    }

    private static long words(List<Token> tokens) {
        return tokens.stream().filter(Token::word).count();
    }

    private boolean small(int from, int to) {
        int letters = 0;
        for (int at = from; at < to; at++) {
            if (!(before.get(at).inline() instanceof Run)) {
                return false;
            }
            letters += before.get(at).word() ? before.get(at).key().length() : 0;
        }
        return letters <= 3;
    }

    private static boolean changed(int[] all, int at) {
        return at >= 0 && at < all.length && all[at] < 0;
    }

    private static int gapBefore(int[] all, int at) {
        int gap = 0;
        for (int back = at - 1; back >= 0 && all[back] < 0; back--) {
            gap++;
        }
        return gap;
    }

    private static int gapAfter(int[] all, int end) {
        int gap = 0;
        for (int on = end; on < all.length && all[on] < 0; on++) {
            gap++;
        }
        return gap;
    }

    private List<Piece> pieces() {
        Pieces pieces = new Pieces();
        int next = 0;
        for (int at = 0; at < partners.length; at++) {
            if (partners[at] < 0) {
                pieces.deleted(before.get(at).inline());
            } else {
                while (next < partners[at]) {
                    pieces.inserted(after.get(next++).inline());
                }
                pieces.kept(before.get(at).inline(), after.get(next++).inline());
            }
        }
        while (next < after.size()) {
            pieces.inserted(after.get(next++).inline());
        }
        return pieces.done();
    }

    /** Puts pieces of one kind together; what is gone before what came. */
    private static final class Pieces {

        private final List<Piece> pieces = new ArrayList<>();
        private final List<Inline> deleted = new ArrayList<>();
        private final List<Inline> inserted = new ArrayList<>();
        private final List<Inline> same = new ArrayList<>();
        private final List<Run> old = new ArrayList<>();
        private final List<Run> now = new ArrayList<>();

        void deleted(Inline inline) {
            endKept();
            deleted.add(inline);
        }

        void inserted(Inline inline) {
            endKept();
            inserted.add(inline);
        }

        void kept(Inline was, Inline is) {
            endChanged();
            if (was.equals(is)) {
                endRestyled();
                same.add(is);
            } else if (was instanceof Run run && is instanceof Run other) {
                endSame();
                old.add(run);
                now.add(other);
            } else if (was instanceof Note note && is instanceof Note other) {
                endKept();
                pieces.add(
                        new Piece.Noted(
                                note, other, Comparison.inOrder(note.lines(), other.lines())));
            }
        }

        List<Piece> done() {
            endKept();
            endChanged();
            return pieces;
        }

        private void endChanged() {
            if (!deleted.isEmpty()) {
                pieces.add(new Piece.Deleted(Piece.joined(deleted)));
                deleted.clear();
            }
            if (!inserted.isEmpty()) {
                pieces.add(new Piece.Inserted(Piece.joined(inserted)));
                inserted.clear();
            }
        }

        private void endKept() {
            endSame();
            endRestyled();
        }

        private void endSame() {
            if (!same.isEmpty()) {
                pieces.add(new Piece.Same(Piece.joined(same)));
                same.clear();
            }
        }

        private void endRestyled() {
            if (!old.isEmpty()) {
                pieces.add(new Piece.Restyled(runs(old), runs(now)));
                old.clear();
                now.clear();
            }
        }

        private static List<Run> runs(List<Run> runs) {
            return Piece.joined(List.copyOf(runs)).stream().map(Run.class::cast).toList();
        }
    }
}
