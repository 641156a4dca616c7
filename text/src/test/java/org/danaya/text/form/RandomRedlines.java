package org.danaya.text.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Comparison;
import org.danaya.text.redline.Piece;
import org.danaya.text.redline.Redline;

/** Two versions of texts of all shapes. */
public final class RandomRedlines {

    private RandomRedlines() {}

    /** A text, and what somebody made of it. */
    public static Redline of(long seed) {
        Random random = new Random(seed);
        Flow before = new RandomFlows(seed).flow(14);
        Flow other = new RandomFlows(seed + 1_000_000).flow(6);
        List<Block> blocks = new ArrayList<>();
        for (Block block : before.blocks()) {
            switch (random.nextInt(7)) {
                case 0 -> {}
                case 1 -> blocks.add(other.blocks().get(random.nextInt(6)));
                case 2 -> blocks.add(changed(block, random));
                default -> blocks.add(block);
            }
        }
        if (blocks.size() > 3 && random.nextBoolean()) {
            Collections.swap(blocks, 0, blocks.size() - 1);
        }
        return Comparison.compare(before, new Flow(before.language(), before.title(), blocks));
    }

    private static Block changed(Block block, Random random) {
        return switch (block) {
            case Grid grid -> {
                List<Grid.Row> rows = new ArrayList<>(grid.rows());
                rows.add(random.nextInt(rows.size() + 1), rows.getFirst());
                yield new Grid(grid.place(), grid.level(), rows);
            }
            case Line line -> {
                List<Inline> words = new ArrayList<>(line.inlines());
                words.add(random.nextInt(words.size() + 1), Run.of("neuf"));
                String number = random.nextBoolean() ? line.number() : "Article 9";
                yield new Line(
                        line.place(), line.opens(), line.role(), line.level(), number, words);
            }
        };
    }

    private static Line line(Role role, String number, Inline... words) {
        return Line.of(role, 1, number, List.of(words));
    }

    /** One change of each kind. */
    public static Redline example() {
        Place place = new Place("article", "art_1", "art_1");
        Line first = new Line(place, "article", Role.HEADING, 1, "Article 1", run("Objet"));
        Line moved = line(Role.BODY, "a)", Run.of("Les réseaux de l’État sont protégés."));
        Note note = new Note("", List.of(line(Role.BODY, "", Run.of("note neuve"))));
        List<Inline> inserted = List.of(Run.of(" vitale"), note);
        List<Inline> old = List.of(Run.of(" majeure"));
        Line was = line(Role.BODY, "", Run.of("D’importance majeure."));
        Line is = line(Role.BODY, "", Run.of("D’importance vitale"), note, Run.of("."));
        return new Redline(
                "fr",
                "Loi",
                "Loi",
                List.of(
                        Change.Kept.same(first),
                        new Change.Kept(
                                was,
                                is,
                                List.of(
                                        new Piece.Same(run("D’importance")),
                                        new Piece.Deleted(old),
                                        new Piece.Inserted(inserted),
                                        new Piece.Same(run(".")))),
                        new Change.MovedFrom(1, Change.Kept.same(moved)),
                        new Change.Kept(
                                line(Role.HEADING, "Article 2", Run.of("Suite")),
                                line(Role.HEADING, "Article 3", Run.of("Suite")),
                                List.of(new Piece.Same(run("Suite")))),
                        new Change.Inserted(line(Role.BODY, "", Run.of("Paragraphe neuf."))),
                        new Change.Deleted(line(Role.BODY, "", Run.of("Paragraphe retiré."))),
                        new Change.MovedTo(1, Change.Kept.same(moved))));
    }

    private static List<Inline> run(String words) {
        return List.of(Run.of(words));
    }

    /** Twenty lines, and one that is new. */
    public static Redline mostlySame() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            changes.add(Change.Kept.same(line(Role.BODY, "", Run.of("Ligne " + i))));
        }
        changes.add(new Change.Inserted(line(Role.BODY, "", Run.of("Neuve"))));
        return new Redline("fr", "", "", changes);
    }

    /** What is new stands deep below what is the same: under a part, a chapter and an article. */
    public static Redline deeplySame() {
        List<Change> changes = new ArrayList<>();
        changes.add(same(Role.TITLE, 0, "Loi"));
        for (int part = 1; part <= 2; part++) {
            changes.add(same(Role.HEADING, 1, "Titre " + part));
            for (int chapter = 1; chapter <= 3; chapter++) {
                changes.add(same(Role.HEADING, 2, "Chapitre %d.%d".formatted(part, chapter)));
                for (int line = 1; line <= 5; line++) {
                    changes.add(same(Role.BODY, 3, "Ligne " + line));
                }
            }
        }
        changes.add(
                new Change.Inserted(
                        Line.of(Role.HEADING, 3, "Article 9", List.of(Run.of("Neuf")))));
        return new Redline("fr", "", "", changes);
    }

    private static Change same(Role role, int level, String words) {
        return Change.Kept.same(Line.of(role, level, "", run(words)));
    }
}
