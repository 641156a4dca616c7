package org.danaya.consultation.observation.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.danaya.consultation.Stage;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Parts;
import org.danaya.consultation.observation.TestObservations;
import org.junit.jupiter.api.Test;

/** What the cells of a row name, in the words of the field. */
class ClauseFinderTest {

    private final TestObservations kit = new TestObservations();

    @Test
    void aRowThatNamesSeveralPlacesWaitsForSomebody() {
        ClauseFinder finder =
                new ClauseFinder(
                        Parts.of(
                                kit.texts
                                        .register
                                        .text(
                                                kit.texts.at(
                                                        Stage.FROZEN,
                                                        kit.dossier,
                                                        """
                                                        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
                                                        <doc name="d"><meta/><mainBody><article><num>Article 3</num><heading>Ensemble des acteurs</heading>
                                                        <paragraph><num>3.1</num><content><p>Un.</p></content></paragraph>
                                                        <paragraph><num>4.</num><content><p>Quatre.</p></content></paragraph>
                                                        </article><article><num>Article 3 bis</num><content><p>Bis.</p></content>
                                                        </article><article><num>Article 4</num><heading>Délais et suites</heading>
                                                        <content><p>A.</p><p>B.</p><p>C.</p><p>D.</p></content></article>
                                                        </mainBody></doc></akomaNtoso>
                                                        """))
                                        .flow()));
        for (String[] row :
                new String[][] {
                    {"Article 3 et Article 4", ""},
                    {"Article 3 et 4", ""},
                    {"Articles 3 à 5", ""},
                    {"Article 3 à 5", ""},
                    {"art. 3, 4", ""},
                    {"3 ; 4", ""},
                    {"Article 3 / Article 4", ""},
                    {"Article 3 et suivants", ""},
                    {"Article 3 (fin) et article 4", ""},
                    {"Article 4, alinéa 1 et alinéa 2", ""},
                    {"Article 4, al. 1, al. 2", ""},
                    {"Article 4", "1 et 2"},
                    {"Article 4", "al. 1 à 3"},
                    {"Tout l’article 4", ""}
                }) {
            assertThat(find(finder, row))
                    .as(String.join(" | ", row))
                    .isInstanceOf(Anchor.Unplaced.class);
        }
        for (String[] row :
                new String[][] {
                    {"Article 3", "", "Article 3"},
                    {"Ensemble des acteurs", "", "Article 3"},
                    {"Article 3, 4.", "", "Article 3, 4."},
                    {"Article 3, 4.", "« Quatre »", "Article 3, 4."},
                    {"Article 3, 4.", "1", "Article 3, 4."},
                    {"3.1", "", "3.1"},
                    {"Article 3 bis", "", "Article 3 bis"},
                    {"art. 4 – Délais et suites", "", "Article 4"},
                    {"Délais et suites", "", "Article 4"},
                    {"Article 4, alinéa 4", "", "Article 4"},
                    {"art. 4 al. 4", "", "Article 4"},
                    {"Article 4", "4", "Article 4"}
                }) {
            Anchor found = find(finder, row);
            assertThat(found).as(String.join(" | ", row)).isNotInstanceOf(Anchor.Unplaced.class);
            assertThat(found.label()).isEqualTo(row[2]);
        }
    }

    private static Anchor find(ClauseFinder finder, String[] row) {
        return finder.find(
                new FormRow("F", 1, "", "", row[0], row[1], "te", "Ceci", "", "", false));
    }
}
