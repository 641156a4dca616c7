package org.danaya.text.redline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.RandomTexts;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static List<Piece> pieces(String before, String after) {
        return WordComparison.pieces(List.of(Run.of(before)), List.of(Run.of(after)));
    }

    private static String seen(List<Piece> pieces) {
        StringBuilder seen = new StringBuilder();
        for (Piece piece : pieces) {
            seen.append(
                    switch (piece) {
                        case Piece.Same same -> text(same.inlines());
                        case Piece.Inserted inserted -> "{+" + text(inserted.inlines()) + "+}";
                        case Piece.Deleted deleted -> "[-" + text(deleted.inlines()) + "-]";
                        case Piece.Restyled restyled ->
                                "~" + text(List.copyOf(restyled.after())) + "~";
                        case Piece.Noted _ -> "(note)";
                    });
        }
        return seen.toString();
    }

    private static String text(List<Inline> inlines) {
        return String.join("", inlines.stream().map(Inline::text).toList());
    }

    @Test
    void wordsAreComparedNotLetters() {
        assertEquals(
                "L’[-agence-]{+autorité+} veille sur les réseaux{+ et les données+}.",
                seen(
                        pieces(
                                "L’agence veille sur les réseaux.",
                                "L’autorité veille sur les réseaux et les données.")));
        assertEquals(
                "dans un délai de [-trente-]{+soixante+} jours",
                seen(pieces("dans un délai de trente jours", "dans un délai de soixante jours")));
    }

    @Test
    void aLineThatIsAllNewIsNotTornToPieces() {
        assertEquals(
                "[-Les opérateurs de la place tiennent un registre.-]{+Il est créé un fonds, de nature publique.+}",
                seen(
                        pieces(
                                "Les opérateurs de la place tiennent un registre.",
                                "Il est créé un fonds, de nature publique.")));
    }

    @Test
    void otherLooksAreNotOtherWords() {
        Style bold = Style.PLAIN.with(Mark.BOLD);
        assertEquals(
                "le ~risque~ majeur",
                seen(
                        WordComparison.pieces(
                                List.of(Run.of("le risque majeur")),
                                List.of(
                                        Run.of("le "),
                                        new Run("risque", bold),
                                        Run.of(" majeur")))));
    }

    @Test
    void anyTwoVersionsAreWhatTheirComparisonSays() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        for (int at = 0; at < 300; at++) {
            RandomTexts texts = new RandomTexts(seed + at);
            Flow before = texts.text(2 + at % 10);
            Flow after = at % 3 == 0 ? texts.text(2 + at % 10) : edited(before, texts);
            Redline redline = Comparison.compare(before, after);
            assertEquals(before.blocks(), redline.before().blocks(), "seed " + (seed + at));
            assertEquals(after.blocks(), redline.after().blocks(), "seed " + (seed + at));
        }
    }

    /** Lines changed, dropped, added, moved; rows too. */
    static Flow edited(Flow flow, RandomTexts texts) {
        Random random = texts.random();
        List<Block> blocks = new ArrayList<>(flow.blocks());
        for (int edit = 0; edit < 1 + random.nextInt(12); edit++) {
            int at = random.nextInt(blocks.size());
            switch (random.nextInt(5)) {
                case 0 -> blocks.add(random.nextInt(blocks.size()), blocks.remove(at));
                case 1 -> {
                    if (blocks.size() > 2) {
                        blocks.remove(at);
                    }
                }
                case 2 -> blocks.add(at, blocks.get(random.nextInt(blocks.size())));
                default -> blocks.set(at, edited(blocks.get(at), texts));
            }
        }
        return new Flow(flow.language(), flow.title(), blocks);
    }

    private static Block edited(Block block, RandomTexts texts) {
        return switch (block) {
            case Line line -> {
                List<Inline> inlines = new ArrayList<>(line.inlines());
                if (!inlines.isEmpty() && texts.random().nextBoolean()) {
                    inlines.remove(texts.random().nextInt(inlines.size()));
                }
                inlines.addAll(texts.random().nextInt(inlines.size() + 1), texts.inlines(true));
                yield line.with(Piece.joined(inlines));
            }
            case Grid grid -> {
                List<Grid.Row> rows = new ArrayList<>(grid.rows());
                rows.addAll(texts.random().nextInt(rows.size() + 1), texts.grid().rows());
                yield new Grid(grid.place(), grid.level(), rows);
            }
        };
    }

    @Test
    void partsAreFoundAgainThoughMovedRenumberedSplitAndMerged() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        int right = 0;
        int all = 0;
        for (int at = 0; at < 40; at++) {
            LabelledTexts texts = new LabelledTexts(seed + at, at % 2 == 0);
            LabelledTexts.Pair pair = texts.pair(60, 5 + at);
            int[] judged =
                    LabelledTexts.judged(pair, Comparison.compare(pair.before(), pair.after()));
            right += judged[0];
            all += judged[1];
        }
        assertTrue(right >= 0.98 * all, right + " of " + all + ", seed " + seed);
    }
}
