package org.danaya.mandates.check;

import org.danaya.verify.mandate.SealedMandate;

/** Compares what a seal claims with what a register says. */
final class SealedFacts {

    private static final char ELLIPSIS = '…';

    private SealedFacts() {}

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
                && shortened(claimed.structure(), register.structure())
                && shortened(claimed.limit(), register.limit());
    }

    private static boolean shortened(String claimed, String whole) {
        int cut = claimed.indexOf(ELLIPSIS);
        return claimed.equals(whole)
                || (cut >= 0
                        && whole.startsWith(claimed.substring(0, cut))
                        && whole.endsWith(claimed.substring(cut + 1)));
    }
}
