package org.danaya.mandates.check;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.Register;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.mandate.Freshness;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.SealedMandate;
import org.danaya.verify.mandate.ShortCode;

/** Says the verdict on what is shown, from the register as it is now. For any thread. */
final class Checks {

    private final Register register;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param zone the country's, in which days begin
     */
    Checks(Register register, ZoneId zone, Clock clock) {
        this.register = register;
        this.zone = zone;
        this.clock = clock;
    }

    /** What a person typed or pasted: a short code, or the text of a seal. */
    CheckOutcome typed(String text) {
        if (isSeal(text)) {
            return sealed(text);
        }
        return switch (ShortCode.read(text)) {
            case ShortCode.Reading.Good(ShortCode code) -> coded(code);
            case ShortCode.Reading.Doubtful doubtful -> new CheckOutcome.Mistyped(doubtful);
            case ShortCode.Reading.Wrong wrong -> new CheckOutcome.Mistyped(wrong);
        };
    }

    /** A short code's colon is nobody's; all that QR codes say is longer, or has one. */
    private static boolean isSeal(String text) {
        return text.contains(":") || text.strip().length() > 2 * ShortCode.CHARACTERS;
    }

    /** The mandate of a short code. */
    CheckOutcome coded(ShortCode code) {
        return find(code.data()).map(this::decided).orElseGet(this::unknown);
    }

    /** What stands in a QR. */
    CheckOutcome sealed(String scanned) {
        return switch (MandateSeal.read(scanned)) {
            case Parsed.Malformed<MandateSeal>(Reason reason, _, _, String detail) ->
                    refused(reason, detail);
            case Parsed.Ok<MandateSeal>(MandateSeal seal) -> sealed(seal);
        };
    }

    private CheckOutcome sealed(MandateSeal seal) {
        Optional<Known> known = find(seal.claimed().code());
        if (known.isEmpty()) {
            return unknown();
        }
        return SealedFacts.agree(seal.claimed(), SealedFacts.of(known.get(), zone))
                ? decided(known.get())
                : refused(Reason.SIGNATURE_WRONG, "the register says otherwise");
    }

    private CheckOutcome decided(Known known) {
        SealedMandate facts = SealedFacts.of(known, zone);
        return new CheckOutcome.Decided(
                MandateCheck.decide(facts, Standings.of(known), Freshness.live(known.at())),
                Optional.of(known));
    }

    private CheckOutcome unknown() {
        return refused(Reason.MANDATE_UNKNOWN, "the register has no such code");
    }

    /** What could not be read, or is not what it says. */
    CheckOutcome refused(Reason reason, String detail) {
        Instant now = clock.instant();
        return new CheckOutcome.Decided(
                MandateCheck.refuse(reason, detail, Freshness.live(now)), Optional.empty());
    }

    /** The mandate, once its grantor has signed it: drafts are nobody's business. */
    private Optional<Known> find(String code) {
        return register.byCode(code).filter(known -> isSigned(known.mandate()));
    }

    private static boolean isSigned(Mandate mandate) {
        return switch (mandate) {
            case Mandate.Draft _, Mandate.Approved _, Mandate.Withdrawn _ -> false;
            case Mandate.Signed _,
                    Mandate.InForce _,
                    Mandate.Suspended _,
                    Mandate.Revoked _,
                    Mandate.Replaced _,
                    Mandate.Expired _ ->
                    true;
        };
    }
}
