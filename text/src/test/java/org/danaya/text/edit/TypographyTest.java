package org.danaya.text.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TypographyTest {

    private static String set(String words) {
        return Typography.set(words, "fr").words();
    }

    @Test
    void frenchIsSetAsItIsSet() {
        assertEquals("l’État\u00a0: «\u00a0oui\u00a0»\u00a0!", set("l'État : \"oui\" !"));
        assertEquals("Quoi\u00a0?! Non\u00a0; si…", set("Quoi ?! Non; si..."));
        assertEquals("«\u00a0confiance\u00a0»", set("«confiance»"));
        assertEquals("«\u00a0confiance\u00a0»", set("« confiance »"));
        assertEquals("**mot**\u00a0: à 10:30", set("**mot** : à 10:30"));
    }

    @Test
    void linksMarksAndCodesStay() {
        String kept =
                "[ici](https://exemple.ml/?a=b:c) `x : 'y'` {date 0a1b2c} a:b@exemple.ml http://x.y/z?q";
        assertEquals(kept, set(kept));
        assertEquals("[^1: note]", set("[^1: note]"));
        assertEquals("{…}", set("{...}").replace("...", "…"));
    }

    @Test
    void anAddressEndsAtASpaceOfAnyKind() {
        String once = "](«\u00a0}\u00a0;\u202f{«\u00a0é)";
        assertEquals(once, set("](«} ;\u202f{«é)"));
        assertEquals(once, set(once));
        assertEquals("http://x.y\u00a0: l’un", set("http://x.y\u00a0: l'un"));
        assertEquals("http://x.y\u00a0» l’un", set("http://x.y\u00a0» l'un"));
    }

    @Test
    void otherLanguagesKeepTheirSigns() {
        assertEquals(
                "the State’s: \"yes\"!", Typography.set("the State's: \"yes\"!", "en").words());
        assertEquals("n’i ɲɛ ?", Typography.set("n'i ɲɛ ?", "bm").words());
    }

    @Test
    void whatWasSetStaysAndNoOtherLetterChanges() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        String signs = "abcéɛŋ 1':;?!«»\"…. \u00a0\u202f[](){}*_`\n|\\";
        for (int at = 0; at < 20_000; at++) {
            StringBuilder typed = new StringBuilder();
            for (int letter = random.nextInt(40); letter > 0; letter--) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            String once = set(typed.toString());
            String which = "seed " + seed + " [" + typed + "]";
            assertEquals(once, set(once), which);
            assertEquals(bare(typed.toString()), bare(once), which);
        }
    }

    private static String bare(String words) {
        return words.replace("...", "…")
                .replaceAll("[\\s\\u00a0\\u202f\"'’«»]", "")
                .replace("…", "...");
    }

    @Test
    void whatChangedIsTold() {
        assertEquals(
                List.of(new Typography.Correction(2, "l'État", "l’État")),
                Typography.set("rien\nl'État", "fr").corrections());
    }

    @Test
    void signsThatNobodyTypesAreLeftAlone() {
        assertEquals(
                "l’a\u0001b\u0001 `c'd`", Typography.set("l'a\u0001b\u0001 `c'd`", "fr").words());
    }
}
