package org.danaya.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdoptingTest {

    @Test
    void onlyAnActThatCouldHaveAdoptedItIsMeant() {
        assertThat(Adopting.meant(AdoptionKind.DECREE))
                .containsExactly(
                        AdoptionKind.LAW,
                        AdoptionKind.ORDINANCE,
                        AdoptionKind.DECREE,
                        AdoptionKind.ORDER);
        assertThat(Adopting.meant(AdoptionKind.ORDER)).containsExactly(AdoptionKind.ORDER);
        assertThat(Adopting.meant(AdoptionKind.COMMUNICATION))
                .containsExactly(AdoptionKind.COMMUNICATION);
    }
}
