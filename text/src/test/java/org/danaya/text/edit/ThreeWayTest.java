package org.danaya.text.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThreeWayTest {

    private static final String LAW =
            "# Article 3\n\nChaque structure tient l’inventaire.\n\nElle le revoit chaque année.";

    @Test
    void changesOfDifferentLinesComeTogether() {
        assertEquals(
                Optional.of(
                        "# Article 3\n\nToute autorité tient l’inventaire.\n\nElle le revoit chaque"
                                + " semestre.\n\nElle le publie."),
                ThreeWay.merged(
                        LAW,
                        LAW.replace("Chaque structure", "Toute autorité"),
                        LAW.replace("année", "semestre") + "\n\nElle le publie."));
    }

    @Test
    void changesOfDifferentWordsOfALineComeTogether() {
        String one = LAW.replace("Chaque", "Toute");
        String other = LAW.replace("tient", "publie");
        assertEquals(Optional.of(one.replace("tient", "publie")), ThreeWay.merged(LAW, one, other));
    }

    @Test
    void theSameWordsChangedInTwoWaysAreForAPersonToDecide() {
        String changed = LAW.replace("tient", "publie");
        assertEquals(
                Optional.empty(), ThreeWay.merged(LAW, changed, LAW.replace("tient", "garde")));
        assertEquals(
                Optional.empty(),
                ThreeWay.merged(
                        LAW,
                        LAW.replace("\n\nElle le revoit chaque année.", ""),
                        LAW.replace("année", "mois")));
        assertEquals(Optional.empty(), ThreeWay.merged(LAW, LAW + " Un.", LAW + " Deux."));
    }

    @Test
    void theSameChangeIsOneAndWhatOnePersonLeftAloneIsTheOthers() {
        String changed = LAW.replace("tient", "publie");
        assertEquals(Optional.of(changed), ThreeWay.merged(LAW, changed, changed));
        assertEquals(Optional.of(changed), ThreeWay.merged(LAW, LAW, changed));
        assertEquals(Optional.of(changed), ThreeWay.merged(LAW, changed, LAW));
        assertEquals(Optional.of("a"), ThreeWay.merged("", "", "a"));
        assertEquals(Optional.of(""), ThreeWay.merged("a", "", "a"));
    }

    @Test
    void whatIsTooMuchToCompareIsForAPersonToDecide() {
        String one = "a\n".repeat(3_000);
        String other = "b\n".repeat(3_000);
        assertEquals(Optional.empty(), ThreeWay.merged("c\n".repeat(3_000), one, other));
    }

    @Test
    void anyChangesOfLinesThatOnlyOnePersonTouchesComeTogether() {
        long seed = 20_261_123;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<String> begun = new ArrayList<>();
            List<String> one = new ArrayList<>();
            List<String> other = new ArrayList<>();
            List<String> both = new ArrayList<>();
            int lines = 1 + random.nextInt(12);
            for (int line = 0; line < lines; line++) {
                String said = "ligne " + random.nextInt(4) + " " + line;
                begun.add(said);
                int who = random.nextInt(4);
                String new1 = "mot" + round + " " + line;
                one.add(who == 0 ? new1 : said);
                other.add(who == 1 ? new1 : said);
                both.add(who < 2 ? new1 : said);
                // A line that nobody touches keeps changes apart.
                String apart = "apart " + line;
                List.of(begun, one, other, both).forEach(all -> all.add(apart));
            }
            assertEquals(
                    Optional.of(String.join("\n", both)),
                    ThreeWay.merged(
                            String.join("\n", begun),
                            String.join("\n", one),
                            String.join("\n", other)),
                    "seed " + seed + ", round " + round);
        }
    }
}
