package org.danaya.consultation.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.danaya.consultation.Stage;
import org.danaya.consultation.TestTexts;
import org.junit.jupiter.api.Test;

/** Where quoted words are, and where they are in later versions. */
class PlacesTest {

    private final TestObservations kit = new TestObservations();
    private final Observations observations = kit.observations;

    @Test
    void wordsAreFoundWhateverBecameOfTheirSpacesAndQuotes() {
        Parts parts = Parts.of(kit.texts.register.text(kit.version).flow());
        Anchor.OnSpan span =
                Passages.find(parts, "", " signalé  dans\u00a0un DÉLAI ", "", "").orElseThrow();
        assertThat(span.quote()).isEqualTo("signalé dans un délai");
        assertThat(span.label()).isEqualTo("Article 2");
        assertThat(Passages.find(parts, "", "nulle part ainsi", "", "")).isEmpty();
        assertThat(Passages.find(parts, "", "  ", "", "")).isEmpty();
    }

    @Test
    void anObservationKeepsItsAnchorAndGetsItsPlaceInLaterVersions() {
        Referral referral = kit.asked(15);
        List<List<String>> later =
                List.of(
                        List.of("La présente stratégie protège le cyberespace national."),
                        List.of(
                                "Tout incident grave est signalé dans un délai de dix jours.",
                                "Le signalement est gratuit."));
        Observation days = on(referral, "trente jours");
        Observation free = on(referral, "gratuit");
        Observation gone = on(referral, "prestataires");
        Observation thirty = on(referral, "trente");
        var next = kit.texts.at(Stage.FROZEN, kit.dossier, TestTexts.akn(later));
        assertThat(observations.places().of(free, next))
                .isInstanceOfSatisfying(
                        Place.OnSpan.class,
                        place -> {
                            assertThat(place.words()).isEqualTo("gratuit");
                            assertThat(place.changed()).isFalse();
                            assertThat(place.label()).isEqualTo("Article 2");
                        });
        assertThat(observations.places().of(days, next))
                .isInstanceOfSatisfying(
                        Place.OnSpan.class,
                        place -> {
                            assertThat(place.words()).endsWith("jours");
                            assertThat(place.changed()).isTrue();
                        });
        assertThat(observations.places().of(thirty, next)).isInstanceOf(Place.WordsGone.class);
        assertThat(observations.places().of(gone, next)).isEqualTo(new Place.PartGone("Article 3"));
        assertThat(observations.drafts().get(days.id()).said().anchor())
                .isEqualTo(days.said().anchor());
    }

    private Observation on(Referral referral, String quote) {
        return observations
                .drafts()
                .write(
                        UUID.randomUUID(),
                        referral.id(),
                        TestObservations.said("Sur " + quote, kit.span(quote)));
    }
}
