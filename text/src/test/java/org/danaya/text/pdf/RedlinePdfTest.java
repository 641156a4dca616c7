package org.danaya.text.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Run;
import org.danaya.text.form.RandomRedlines;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Hunk;
import org.danaya.text.redline.Hunks;
import org.danaya.text.redline.Piece;
import org.danaya.text.redline.Redline;
import org.danaya.text.redline.RowChange;
import org.junit.jupiter.api.Test;

class RedlinePdfTest {

    @Test
    void everyChangeIsSaidAndTagged() throws Exception {
        byte[] pdf = Pdf.of(RandomRedlines.example(), Policies.IMPRINT);
        PdfTest.keep(pdf, "redline");
        assertEquals(List.of(), Judges.broken(pdf));
        assertArrayEquals(pdf, Pdf.of(RandomRedlines.example(), Policies.IMPRINT));
        String text = Judges.poppler(pdf, "pdftotext", "-layout");
        for (String said :
                List.of(
                        "1 paragraphe déplacé",
                        "Article 2 Article 3 Suite",
                        "D’importance majeure vitale",
                        "Déplacé d’ici. Aller à la nouvelle place",
                        "Déplacé ici. Voir l’ancienne place",
                        "note neuve")) {
            assertTrue(text.contains(said), said + "\n" + text);
        }
        String tags = Judges.poppler(pdf, "pdfinfo", "-struct");
        assertTrue(tags.contains("/TextDecorationType /Underline"), tags);
        assertTrue(tags.contains("/TextDecorationType /LineThrough"), tags);
    }

    @Test
    void afterEachLineItIsSaidWhy() throws Exception {
        Redline redline = RandomRedlines.example();
        Map<String, List<String>> why = new HashMap<>();
        List<Hunk> hunks = Hunks.of(redline);
        for (int at = 0; at < hunks.size(); at++) {
            why.put(hunks.get(at).id(), List.of("Raison " + at, "et encore"));
        }
        byte[] pdf = Pdf.of(redline, why, Policies.IMPRINT);
        assertEquals(List.of(), Judges.broken(pdf));
        String text = Judges.poppler(pdf, "pdftotext", "-raw").replaceAll("\\s+", " ");
        int last = -1;
        for (int at = 0; at < hunks.size(); at++) {
            int found = text.indexOf("Raison " + at + " ; et encore");
            assertTrue(found > last, at + "\n" + text);
            last = found;
        }
        assertEquals(
                hunks,
                Hunks.byChange(redline).stream().flatMap(List::stream).toList(),
                "the same changes, line by line");
        assertEquals(redline.changes().size(), Hunks.byChange(redline).size());
    }

    /** Whatever changed: valid, and the words of both versions are there. */
    @Test
    void randomChangesAreTaken() throws Exception {
        for (long seed = 0; seed < 16; seed++) {
            Redline redline = RandomRedlines.of(seed);
            byte[] pdf = Pdf.of(redline, Policies.IMPRINT);
            if (seed < 8) {
                assertEquals(List.of(), Judges.broken(pdf), "seed " + seed);
            }
            String text = Spoken.bare(Judges.poppler(pdf, "pdftotext", "-raw"));
            for (Change change : redline.changes()) {
                for (Run run : runs(change).toList()) {
                    for (String word : Pattern.compile(" ").split(run.text(), -1)) {
                        assertTrue(
                                text.contains(Spoken.bare(Bits.drawable(word))),
                                "seed " + seed + ": " + word);
                    }
                }
            }
        }
    }

    private static Stream<Run> runs(Change change) {
        return switch (change) {
            case Change.Kept kept -> kept.pieces().stream().flatMap(RedlinePdfTest::runs);
            case Change.Inserted in -> in.block().lines().flatMap(line -> runs(line.inlines()));
            case Change.Deleted out -> out.block().lines().flatMap(line -> runs(line.inlines()));
            case Change.MovedFrom from -> runs(from.line().before().inlines());
            case Change.MovedTo to -> runs(to.line());
            case Change.Table table -> table.rows().stream().flatMap(RedlinePdfTest::runs);
        };
    }

    private static Stream<Run> runs(RowChange row) {
        return switch (row) {
            case RowChange.Kept kept ->
                    kept.cells().stream().flatMap(List::stream).flatMap(RedlinePdfTest::runs);
            case RowChange.Inserted in -> runs(in.row());
            case RowChange.Deleted out -> runs(out.row());
        };
    }

    private static Stream<Run> runs(Grid.Row row) {
        return row.cells().stream()
                .flatMap(cell -> cell.lines().stream())
                .flatMap(line -> runs(line.inlines()));
    }

    private static Stream<Run> runs(Piece piece) {
        return switch (piece) {
            case Piece.Same same -> runs(same.inlines());
            case Piece.Inserted in -> runs(in.inlines());
            case Piece.Deleted out -> runs(out.inlines());
            case Piece.Restyled restyled -> restyled.after().stream();
            case Piece.Noted both -> both.changes().stream().flatMap(RedlinePdfTest::runs);
        };
    }

    private static Stream<Run> runs(List<Inline> inlines) {
        return inlines.stream().filter(Run.class::isInstance).map(Run.class::cast);
    }
}
