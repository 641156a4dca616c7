package org.danaya.mandates.check;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.danaya.verify.mandate.SealKind;
import org.danaya.verify.mandate.SealedMandate;
import org.danaya.verify.mandate.ShortCode;

/**
 * What the public sees of a mandate, for programs.
 *
 * @param kind {@code mandate}, {@code delegation-member}, {@code delegation-head} or {@code
 *     spokesperson}
 * @param structureId the structure's identifier
 * @param powers what was granted: {@code SIGNER}, …
 * @param remaining what is left of them
 * @param index its place in the status lists
 * @param until the first instant at which it doesn't hold any more
 */
record Facts(
        String kind,
        long number,
        String code,
        String name,
        String function,
        String structureId,
        String structure,
        List<String> powers,
        List<String> remaining,
        String limit,
        long index,
        Instant from,
        Instant until) {

    static Facts of(MandateVerdict.Known verdict) {
        SealedMandate mandate = verdict.mandate();
        return new Facts(
                spelled(mandate.kind()),
                mandate.number(),
                ShortCode.ofData(mandate.code()).toString(),
                mandate.name(),
                mandate.function(),
                mandate.structureId(),
                mandate.structure(),
                codes(mandate.powers()),
                codes(verdict.remaining()),
                mandate.limit(),
                mandate.index(),
                mandate.from(),
                mandate.until());
    }

    private static String spelled(SealKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> codes(Powers powers) {
        return powers.toSet().stream().map(Power::code).toList();
    }

    /**
     * The same as a seal has them.
     *
     * @throws IllegalArgumentException where they break a seal's rules
     */
    SealedMandate sealed() {
        return new SealedMandate(
                SealKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
                number,
                code.replace("-", "").substring(0, ShortCode.DATA),
                name,
                function,
                structureId,
                structure,
                powers(powers),
                limit,
                index,
                from,
                until);
    }

    /** What is left of the powers. */
    Powers left() {
        return powers(remaining);
    }

    private static Powers powers(Collection<String> codes) {
        return Powers.of(
                Arrays.stream(Power.values()).filter(each -> codes.contains(each.code())).toList());
    }
}
