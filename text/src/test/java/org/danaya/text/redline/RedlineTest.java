package org.danaya.text.redline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.junit.jupiter.api.Test;

class RedlineTest {

    private static Line line(Inline... inlines) {
        return Line.of(Role.BODY, 0, "", List.of(inlines));
    }

    @Test
    void aRedlineSaysBothVersions() {
        Note old = new Note("1", List.of(line(Run.of("Voir plus bas."))));
        Note now = new Note("1", List.of(line(Run.of("Voir plus haut."))));
        Style bold = Style.PLAIN.with(Mark.BOLD);
        Line before = line(Run.of("Le Conseil adopte"), old, Run.of(" la loi."));
        Line after = line(Run.of("Le "), new Run("Conseil", bold), Run.of(" adopte"), now);
        Change.Kept kept =
                new Change.Kept(
                        before,
                        after,
                        List.of(
                                new Piece.Same(List.of(Run.of("Le "))),
                                new Piece.Restyled(
                                        List.of(Run.of("Conseil")),
                                        List.of(new Run("Conseil", bold))),
                                new Piece.Same(List.of(Run.of(" adopte"))),
                                new Piece.Noted(
                                        old,
                                        now,
                                        List.of(
                                                new Change.Deleted(old.lines().getFirst()),
                                                new Change.Inserted(now.lines().getFirst()))),
                                new Piece.Deleted(List.of(Run.of(" la loi.")))));
        Line moved = line(Run.of("Déplacé."));
        Redline redline =
                new Redline(
                        "fr",
                        "Avant",
                        "Après",
                        List.of(
                                new Change.MovedTo(1, Change.Kept.same(moved)),
                                kept,
                                new Change.MovedFrom(1, Change.Kept.same(moved)),
                                new Change.Inserted(line(Run.of("Neuf.")))));

        assertEquals(List.of(before, moved), redline.before().blocks());
        assertEquals(List.of(moved, after, line(Run.of("Neuf."))), redline.after().blocks());
    }

    @Test
    void whatDoesNotSayBothVersionsIsRefused() {
        Line before = line(Run.of("un"));
        Line after = line(Run.of("deux"));
        List<Piece> same = List.of(new Piece.Same(List.of(Run.of("un"))));
        assertThrows(IllegalArgumentException.class, () -> new Change.Kept(before, after, same));
        Change.Kept kept = Change.Kept.same(before);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Redline("", "", "", List.of(new Change.MovedTo(1, kept))));
        Grid.Row row = new Grid.Row(false, List.of(new Grid.Cell(1, 1, List.of(before))));
        Grid grid = new Grid(Place.NOWHERE, 0, List.of(row));
        assertThrows(IllegalArgumentException.class, () -> new Change.Table(grid, grid, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RowChange.Kept(row, row, List.of(List.of(new Change.Deleted(before)))));
    }
}
