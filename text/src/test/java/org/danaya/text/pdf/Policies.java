package org.danaya.text.pdf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.danaya.text.form.Legend;

/** Texts such as a ministry writes. */
final class Policies {

    static final Imprint IMPRINT =
            new Imprint(
                    "Ministère de l’exemple",
                    Instant.parse("2026-03-01T08:00:00Z"),
                    "Version 3 · sha256 1f8b…c2",
                    true,
                    Imprint.Sheet.UPRIGHT,
                    Legend.FRENCH);

    private static final String SENTENCE =
            "Les opérateurs d’importance vitale, au sens de la présente loi, tiennent à la"
                    + " disposition de l’autorité nationale la liste de leurs systèmes"
                    + " d’information, mettent en œuvre les mesures qui leur sont notifiées et"
                    + " rendent compte, dans les soixante-douze heures, de tout incident"
                    + " significatif\u00a0; Ɲɛnɛ ni Ŋɔlɔ ye sariya labatoli sinsin. ";

    private Policies() {}

    static Imprint plain() {
        return new Imprint("", IMPRINT.date(), "", false, Imprint.Sheet.UPRIGHT, Legend.FRENCH);
    }

    static Line line(Role role, int level, String number, String words) {
        return Line.of(role, level, number, List.of(Run.of(words)));
    }

    static Grid.Cell cell(String words, int columns, int rows) {
        return new Grid.Cell(columns, rows, List.of(line(Role.BODY, 0, "", words)));
    }

    /** A law of so many articles; six are about a page. */
    static Flow law(int articles) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(line(Role.TITLE, 0, "", "Loi n° 2026-001 relative à la cybersécurité"));
        blocks.add(line(Role.FRONT, 0, "", "L’Assemblée nationale a délibéré et adopté,"));
        for (int i = 1; i <= articles; i++) {
            if (i % 10 == 1) {
                blocks.add(line(Role.HEADING, 1, "Titre " + (i / 10 + 1), "Dispositions"));
            }
            Place place = new Place("article", "art_" + i, "art_" + i);
            blocks.add(
                    new Line(
                            place,
                            "article",
                            Role.HEADING,
                            3,
                            "Article " + i,
                            List.of(Run.of("Obligations des opérateurs"))));
            blocks.add(new Line(place, "", Role.BODY, 0, "", sentences(i)));
            blocks.add(line(Role.BODY, 1, "a)", SENTENCE.strip()));
            blocks.add(line(Role.BODY, 1, "b)", "la coopération\u00a0;"));
            blocks.add(line(Role.BODY, 2, "–", "par tous moyens."));
            if (i % 5 == 0) {
                blocks.add(line(Role.CAPTION, 0, "Tableau " + i, "Échéances"));
                blocks.add(table(i));
            }
        }
        return new Flow("fr", "", blocks);
    }

    private static List<Inline> sentences(int article) {
        List<Inline> inlines = new ArrayList<>();
        inlines.add(Run.of(SENTENCE + "Voir l’"));
        inlines.add(new Run("article\u00a01", Style.PLAIN.to("#art_1")));
        inlines.add(Run.of(". "));
        if (article % 3 == 0) {
            inlines.add(
                    new Note(
                            "",
                            List.of(line(Role.BODY, 0, "", "Note de l’article " + article + "."))));
        }
        inlines.add(Run.of(SENTENCE.strip()));
        return inlines;
    }

    static Grid table(int rows) {
        List<Grid.Row> all = new ArrayList<>();
        all.add(
                new Grid.Row(
                        true,
                        List.of(
                                cell("Mesure", 1, 1),
                                cell("Structure", 1, 1),
                                cell("Délai", 1, 1))));
        for (int i = 0; i < Math.max(2, rows % 30); i++) {
            all.add(
                    new Grid.Row(
                            false,
                            List.of(
                                    cell(SENTENCE.substring(0, 60 + i * 3 % 90).strip(), 1, 1),
                                    cell("Autorité nationale", 1, 1),
                                    cell(i + " mois", 1, 1))));
        }
        return new Grid(Place.NOWHERE, 0, all);
    }
}
