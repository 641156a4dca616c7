package org.danaya.mandates.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Terms;
import org.danaya.verify.mandate.SealKind;
import org.danaya.verify.mandate.SealedMandate;

/** What the register says of a mandate, in the form of a seal. */
final class SealedFacts {

    private static final char ELLIPSIS = '…';

    private SealedFacts() {}

    /** The facts that a seal of the mandate bears, in full. */
    static SealedMandate of(Known known, ZoneId zone) {
        Mandate.Head head = known.head();
        Terms terms = head.terms();
        return new SealedMandate(
                kind(terms.kind()),
                head.number(),
                head.code(),
                head.names().holder(),
                head.names().function(),
                head.names().identifier(),
                head.names().brief(),
                terms.powers(),
                String.join(" ; ", terms.scope().lines()),
                head.index(),
                start(terms.period().from(), zone),
                start(terms.period().until(), zone));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static SealKind kind(MandateKind kind) {
        return switch (kind) {
            case MANDATE -> SealKind.MANDATE;
            case MEMBER -> SealKind.DELEGATION_MEMBER;
            case HEAD -> SealKind.DELEGATION_HEAD;
            case SPOKESPERSON -> SealKind.SPOKESPERSON;
        };
    }

    /** Whether a seal claims nothing but what the register says; texts may be shortened. */
    static boolean agree(SealedMandate claimed, SealedMandate register) {
        return claimed.kind() == register.kind()
                && claimed.number() == register.number()
                && claimed.code().equals(register.code())
                && claimed.structureId().equals(register.structureId())
                && claimed.powers().equals(register.powers())
                && claimed.index() == register.index()
                && claimed.from().equals(register.from())
                && claimed.until().equals(register.until())
                && shortened(claimed.name(), register.name())
                && shortened(claimed.function(), register.function())
                && shortened(claimed.structure(), register.structure());
    }

    private static boolean shortened(String claimed, String whole) {
        int cut = claimed.indexOf(ELLIPSIS);
        return claimed.equals(whole)
                || (cut >= 0
                        && whole.startsWith(claimed.substring(0, cut))
                        && whole.endsWith(claimed.substring(cut + 1)));
    }
}
