package org.danaya.verify.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.danaya.verify.Reason;
import org.junit.jupiter.api.Test;

class VerdictWordsTest {

    private static final Instant NOW = ExampleRegister.NOW;
    private static final SealedMandate MANDATE = ExampleRegister.mandate(0);

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        VerdictWords french = VerdictWords.FRENCH;
        VerdictWords english = VerdictWords.of(Locale.UK);
        assertEquals(french.all().keySet(), english.all().keySet());
        french.all()
                .forEach(
                        (key, word) -> {
                            assertFalse(word.isBlank(), key);
                            assertFalse(word.contains("'"), key);
                            assertEquals(places(word), places(english.all().get(key)), key);
                        });
    }

    private static List<String> places(String word) {
        return java.util.regex.Pattern.compile("\\{[a-z]+}")
                .matcher(word)
                .results()
                .map(java.util.regex.MatchResult::group)
                .sorted()
                .toList();
    }

    @Test
    void aSentenceSaysWhoForWhomForWhatUntilWhenAndTheLimit() {
        MandateVerdict valid =
                MandateCheck.decide(MANDATE, new Standing.InForce(), Freshness.live(NOW));
        VerdictWords words = VerdictWords.of(Locale.FRENCH);
        assertEquals("Valide", words.title(valid));
        assertEquals(
                "Aïssata Exemple KONÉ (Ingénieure réseau, membre de la délégation officielle) peut"
                        + " représenter et s’exprimer publiquement pour AMRTP jusqu’au 20 mars 2026"
                        + " inclus.",
                words.sentence(valid));
        assertEquals(List.of("Limite\u00a0: Sans engagement financier"), words.remarks(valid));
        assertEquals(
                "Informations du 10 mars 2026, 09:30 UTC (à l’instant)",
                words.age(valid.freshness()));
        assertTrue(words.next(valid).contains("identité"));
    }

    @Test
    void whatWasWithdrawnAndWhatIsOldIsSaid() {
        Freshness old =
                new Freshness(
                        NOW.minus(Duration.ofDays(9)),
                        NOW,
                        Duration.ofDays(7),
                        true,
                        ClockRemark.BEHIND,
                        true);
        MandateVerdict verdict =
                MandateCheck.decide(MANDATE, new Standing.Reduced(Powers.of(Power.SPEAK)), old);
        VerdictWords words = VerdictWords.ENGLISH;
        assertEquals("Valid, to be confirmed", words.title(verdict));
        List<String> remarks = words.remarks(verdict);
        assertEquals(5, remarks.size());
        assertTrue(remarks.getFirst().startsWith("ALARM"));
        assertTrue(remarks.contains("May no longer represent."));
        assertTrue(remarks.contains("This information is more than 7 days old."));
        assertEquals("Information of 1 March 2026, 09:30 UTC (9 days ago)", words.age(old));
        // A mandate that hasn't begun may be revoked already.
        MandateVerdict early =
                MandateCheck.decide(
                        MANDATE,
                        new Standing.Revoked(),
                        Freshness.live(Instant.parse("2026-02-01T00:00:00Z")));
        assertEquals("PAS_ENCORE", early.code());
        assertTrue(words.remarks(early).contains("This mandate was also revoked."));
        assertTrue(words.sentence(early).contains("from 1 March 2026"));
    }

    @Test
    void everyReasonHasASentence() {
        for (Reason reason : Reason.values()) {
            MandateVerdict refused = MandateCheck.refuse(reason, "", Freshness.live(NOW));
            assertTrue(VerdictWords.FRENCH.sentence(refused).length() > 60, reason.code());
        }
        assertTrue(
                VerdictWords.FRENCH
                        .reason(Reason.SEAL_HEALTH_CERTIFICATE)
                        .contains("certificat de santé"));
    }

    @Test
    void aDoubtfulCharacterIsNamed() {
        ShortCode code = ShortCode.ofData("7K3MQX2V9A");
        String wrong = code.toString().replace('Q', 'B');
        String words = VerdictWords.FRENCH.reading(ShortCode.read(wrong));
        assertTrue(words.startsWith("Le 5e caractère est douteux"), words);
        assertTrue(words.contains(code.toString()));
        assertEquals("", VerdictWords.FRENCH.reading(ShortCode.read(code.toString())));
        assertTrue(VerdictWords.FRENCH.reading(ShortCode.read("U")).startsWith("Le 1er caract"));
    }
}
