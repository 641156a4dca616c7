package org.danaya.sigma.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.danaya.sigma.rule.Fold;
import org.danaya.sigma.rule.Part;
import org.danaya.sigma.rule.ValueTest;
import org.jspecify.annotations.Nullable;

/**
 * A pattern laid on a text: its pieces between runs of any length, each at the first place where it
 * fits behind the one before. Takes at most the product of both lengths.
 */
final class GlobSearch {

    /** In a piece, any one character. */
    private static final int ANY = -1;

    private final ValueTest.Glob glob;
    private final String text;
    private final int[] characters;

    GlobSearch(ValueTest.Glob glob, String text) {
        this.glob = glob;
        this.text = text;
        this.characters = text.codePoints().map(this::compared).toArray();
    }

    /** Where the first piece with a letter of its own stands; null where the text doesn't fit. */
    @Nullable Place place() {
        List<int[]> pieces = pieces();
        int[] first = pieces.getFirst();
        int[] last = pieces.getLast();
        if (pieces.size() == 1) {
            return characters.length == first.length && fits(first, 0) ? place(first, 0) : null;
        }
        int end = characters.length - last.length;
        if (first.length > end || !fits(first, 0) || !fits(last, end)) {
            return null;
        }
        Place place = hasLetter(first) ? place(first, 0) : null;
        int at = first.length;
        for (int[] piece : pieces.subList(1, pieces.size() - 1)) {
            while (at + piece.length <= end && !fits(piece, at)) {
                at++;
            }
            if (at + piece.length > end) {
                return null;
            }
            place = place == null && hasLetter(piece) ? place(piece, at) : place;
            at += piece.length;
        }
        return place == null ? place(last, end) : place;
    }

    /** What stands before, between and behind the runs; empty where nothing does. */
    private List<int[]> pieces() {
        List<int[]> pieces = new ArrayList<>();
        IntStream piece = IntStream.empty();
        for (Part part : glob.parts()) {
            switch (part) {
                case Part.Literal(String literal) ->
                        piece = IntStream.concat(piece, literal.codePoints().map(this::compared));
                case Part.AnyOne unused -> piece = IntStream.concat(piece, IntStream.of(ANY));
                case Part.AnyRun unused -> {
                    pieces.add(piece.toArray());
                    piece = IntStream.empty();
                }
            }
        }
        pieces.add(piece.toArray());
        return pieces;
    }

    private int compared(int character) {
        return glob.cased() ? character : Fold.fold(character);
    }

    private boolean fits(int[] piece, int from) {
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] != ANY && piece[i] != characters[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLetter(int[] piece) {
        return IntStream.of(piece).anyMatch(character -> character != ANY);
    }

    private Place place(int[] piece, int from) {
        int begin = text.offsetByCodePoints(0, from);
        return new Place(begin, text.offsetByCodePoints(begin, piece.length));
    }
}
