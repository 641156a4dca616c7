package org.danaya.mandates.check;

import org.danaya.mandates.Known;
import org.danaya.mandates.Worth;
import org.danaya.verify.mandate.Standing;

/** How a mandate stands, as verifiers are told. */
final class Standings {

    private Standings() {}

    static Standing of(Known known) {
        Worth worth = known.worth();
        boolean cut =
                worth.period().until().isBefore(known.head().terms().period().until())
                        && !known.day().isBefore(worth.period().until());
        return switch (worth.hold()) {
            case REVOKED -> new Standing.Revoked();
            case SUSPENDED, PENDING -> cut ? new Standing.Revoked() : new Standing.Suspended();
            case NONE ->
                    cut
                            ? new Standing.Revoked()
                            : worth.powers().covers(known.head().terms().powers())
                                    ? new Standing.InForce()
                                    : new Standing.Reduced(worth.powers());
        };
    }
}
