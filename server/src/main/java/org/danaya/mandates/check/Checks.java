package org.danaya.mandates.check;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.Register;
import org.danaya.mandates.credential.Credentials;
import org.danaya.mandates.position.portal.PositionChecks;
import org.danaya.mandates.position.portal.PositionVerdict;
import org.danaya.mandates.status.MandateSeals;
import org.danaya.mandates.status.Standings;
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
    private final MandateSeals seals;
    private final Credentials credentials;
    private final PositionChecks positions;
    private final Clock clock;

    Checks(
            Register register,
            MandateSeals seals,
            Credentials credentials,
            PositionChecks positions,
            Clock clock) {
        this.register = register;
        this.seals = seals;
        this.credentials = credentials;
        this.positions = positions;
        this.clock = clock;
    }

    /** What a person typed or pasted: a short code, or the text of a seal. */
    CheckOutcome typed(String text) {
        return isSeal(text) ? sealed(text) : coded(text);
    }

    /** What stands in a QR: a seal, or the short code or short address of a mandate. */
    CheckOutcome.Decided scanned(String text) {
        String last = text.substring(text.lastIndexOf('/') + 1);
        return !text.startsWith(MandateSeal.PREFIX)
                        && ShortCode.read(last) instanceof ShortCode.Reading.Good(ShortCode code)
                ? coded(code)
                : sealed(text);
    }

    /** No short code has a colon, or is as long as what stands in a QR. */
    static boolean isSeal(String text) {
        return text.contains(":") || text.strip().length() > 2 * ShortCode.CHARACTERS;
    }

    /** The mandate of a short code that was typed. */
    CheckOutcome coded(String typed) {
        return switch (ShortCode.read(typed)) {
            case ShortCode.Reading.Good(ShortCode code) -> coded(code);
            case ShortCode.Reading.Doubtful doubtful -> new CheckOutcome.Mistyped(doubtful);
            case ShortCode.Reading.Wrong wrong -> new CheckOutcome.Mistyped(wrong);
        };
    }

    /** The instant as of which the register is read. */
    Instant now() {
        return clock.instant();
    }

    /** The mandate of a short code. */
    private CheckOutcome.Decided coded(ShortCode code) {
        return find(code.data())
                .map(this::decided)
                .or(() -> positions.ofCode(code.data()).map(this::decided))
                .orElseGet(this::unknown);
    }

    /** The verdict on the file or the proof of an official position; nothing for another file. */
    Optional<CheckOutcome.Decided> ofPosition(byte[] file) {
        return positions.ofFile(file).or(() -> positions.ofProof(file)).map(this::decided);
    }

    /** The verdict on a document that names these and is none of their files. */
    CheckOutcome.Decided unproven(List<CheckOutcome.Decided> named) {
        return named.stream()
                .flatMap(each -> each.position().stream())
                .findFirst()
                .map(each -> decided(PositionChecks.altered(each)))
                .orElseGet(() -> refused(Reason.LETTER_UNPROVEN, "no letter that was sealed here"));
    }

    private CheckOutcome.Decided decided(PositionVerdict verdict) {
        return new CheckOutcome.Decided(
                MandateCheck.refuse(
                        Reason.MANDATE_UNKNOWN,
                        "an official position",
                        Freshness.live(verdict.at())),
                Optional.empty(),
                Optional.of(verdict));
    }

    /** What stands in a QR. */
    CheckOutcome.Decided sealed(String scanned) {
        if (Credentials.isOne(scanned)) {
            return credentials
                    .code(scanned)
                    .map(code -> find(code).map(this::decided).orElseGet(this::unknown))
                    .orElseGet(() -> refused(Reason.SIGNATURE_WRONG, "not a credential of ours"));
        }
        return switch (MandateSeal.read(scanned)) {
            case Parsed.Malformed<MandateSeal>(Reason reason, _, _, String detail) ->
                    refused(reason, detail);
            case Parsed.Ok<MandateSeal>(MandateSeal seal) -> sealed(seal);
        };
    }

    private CheckOutcome.Decided sealed(MandateSeal seal) {
        return find(seal.claimed().code())
                .map(known -> isItsSeal(known, seal) ? decided(known) : forged())
                .orElseGet(this::unknown);
    }

    /** A mandate has one seal, always the same, so that any other is a forgery. */
    private boolean isItsSeal(Known known, MandateSeal seal) {
        return seals.find(known.mandate().id())
                .filter(made -> Arrays.equals(made.seal().toBytes(), seal.toBytes()))
                .isPresent();
    }

    private CheckOutcome.Decided forged() {
        return refused(Reason.SIGNATURE_WRONG, "not the seal that the register has");
    }

    /** Whether what stands in a QR claims to be about a mandate. */
    static boolean isOurs(String text) {
        String last = text.substring(text.lastIndexOf('/') + 1);
        return text.startsWith(MandateSeal.PREFIX)
                || ShortCode.read(last) instanceof ShortCode.Reading.Good;
    }

    /** The seal of a mandate, where it has one. */
    Optional<String> seal(UUID mandate) {
        return seals.find(mandate).map(made -> made.seal().text());
    }

    /** The verdict on the mandate of a letter. */
    CheckOutcome.Decided of(UUID mandate) {
        return decided(register.get(mandate));
    }

    /** The verdict on a mandate at the instant of which it is known. */
    CheckOutcome.Decided decided(Known known) {
        SealedMandate facts = seals.facts(known.head());
        return new CheckOutcome.Decided(
                MandateCheck.decide(facts, Standings.of(known), Freshness.live(known.at())),
                Optional.of(known));
    }

    /** The register has no such mandate for the public. */
    CheckOutcome.Decided unknown() {
        return refused(Reason.MANDATE_UNKNOWN, "the register has no such code");
    }

    /** What could not be read, or is not what it says. */
    CheckOutcome.Decided refused(Reason reason, String detail) {
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
