package org.danaya.mandates.position.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.letter.ExampleLetters;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.PlatformPositions;
import org.danaya.mandates.position.PositionTerms;
import org.danaya.mandates.position.Wording;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.PlatformSeals;
import org.danaya.trust.profile.AuthorityKind;
import org.junit.jupiter.api.Test;

/** The files of positions before veraPDF, sealed as they are given out. A few seconds. */
class PositionPaperTest {

    private static final String STRUCTURE = "positions-papier";

    /** A word that no line holds, letters that few fonts have, and more than a page. */
    private static final String LONG =
            "Mot : "
                    + "x".repeat(300)
                    + "\n一二三 ɛ ɔ ɲ ŋ « é » 😀\n\n"
                    + "Un paragraphe de plus (exemple).\n".repeat(150);

    private final PlatformPositions kit = new PlatformPositions(STRUCTURE);

    @Test
    void aSealedPositionIsAnArchivablePdfWhateverItSays() throws Exception {
        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.STRUCTURES);
        PlatformSeals.certify(
                TestPlatform::bean, kit.mandates.structure, STRUCTURE, "Positions de papier");
        for (PositionTerms terms :
                new PositionTerms[] {
                    kit.terms(new Wording("Sujet archivé", "Un texte."), Optional.empty()),
                    kit.terms(
                            new Wording("Sujet long", LONG),
                            Optional.of(new Wording("Long subject", LONG)))
                }) {
            byte[] file = file(kit.inForce(terms));
            assertThat(ExampleLetters.broken(file)).as(terms.french().subject()).isEmpty();
        }
    }

    private static byte[] file(OfficialPosition position) {
        PositionPapers papers = TestPlatform.bean(PositionPapers.class);
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!papers.has(position.id())) {
            assertThat(Instant.now()).as("its file is made by now").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return papers.content(position.id()).orElseThrow();
    }
}
