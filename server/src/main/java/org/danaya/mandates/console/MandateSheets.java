package org.danaya.mandates.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateEvent;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Worth;
import org.danaya.page.Deed;
import org.danaya.page.Language;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.danaya.verify.mandate.ShortCode;
import org.springframework.stereotype.Component;

/** All that a page shows of one mandate. */
@Component
class MandateSheets {

    private final Mandates mandates;
    private final Within within;
    private final Positions positions;
    private final Structures structures;

    MandateSheets(Mandates mandates, Within within, Positions positions, Structures structures) {
        this.mandates = mandates;
        this.within = within;
        this.positions = positions;
        this.structures = structures;
    }

    /** For an officer. */
    Shown.One inConsole(Known known) {
        boolean wrote = mandates.approvals().wrote(Actor.self(), known.head());
        return one(known, Deeds.ofOfficer(known, wrote, within.person(), signs(known)), true);
    }

    /** For its holder or its grantor. */
    Shown.One ofOwn(Known known) {
        return one(known, Deeds.ofOwner(known, within.person(), signs(known)), false);
    }

    private boolean signs(Known known) {
        return mandates.signatures().signsFor(Actor.self(), known.head().terms().grantor());
    }

    private Shown.One one(Known known, List<Deed> deeds, boolean console) {
        Mandate.Head head = known.head();
        return new Shown.One(
                head.id(),
                head.number(),
                ShortCode.ofData(head.code()).toString(),
                Shown.tag(known.mandate().code()),
                Shown.Content.of(known),
                says(known),
                known.mandate().left().period(),
                hold(known),
                office(known),
                above(known, console),
                console
                        ? mandates
                                .register()
                                .below(new Grantor.OfMandate(head.id()), Within.LISTED)
                                .stream()
                                .map(each -> Shown.Other.of(each, MandatePages.PATH))
                                .toList()
                        : List.of(),
                history(known),
                known.history().events().stream()
                        .filter(MandateEvent.Effective.class::isInstance)
                        .map(event -> ((MandateEvent.Effective) event).leaf())
                        .findFirst(),
                deeds,
                console);
    }

    private static String says(Known known) {
        return switch (known.mandate()) {
            case Mandate.Draft _, Mandate.Approved _, Mandate.Signed _ -> "mandates.says.ahead";
            case Mandate.InForce _ ->
                    known.worth().hold() != Worth.Hold.NONE
                            ? "mandates.says.held"
                            : known.worth().holds(known.day())
                                    ? "mandates.says.now"
                                    : "mandates.says.ahead";
            case Mandate.Suspended _ -> "mandates.says.held";
            case Mandate.Revoked _, Mandate.Replaced _, Mandate.Expired _, Mandate.Withdrawn _ ->
                    "mandates.says.over";
        };
    }

    /** What stands above in its way, where it is in force by itself. */
    private static String hold(Known known) {
        if (!(known.mandate() instanceof Mandate.InForce)) {
            return "";
        }
        return switch (known.worth().hold()) {
            case NONE -> "";
            case PENDING -> "mandates.hold.pending";
            case SUSPENDED -> "mandates.hold.suspended";
            case REVOKED -> "mandates.hold.revoked";
        };
    }

    private String office(Known known) {
        String position =
                positions
                        .find(known.office().position())
                        .map(found -> found.title(Language.FRENCH))
                        .orElse("");
        return structures
                .find(known.office().structure())
                .map(found -> position + ", " + found.name(Language.FRENCH))
                .orElse(position);
    }

    private static List<Shown.Other> above(Known known, boolean console) {
        List<Shown.Other> above = new ArrayList<>();
        for (Mandate each : known.chain().subList(1, known.chain().size()).reversed()) {
            boolean reached =
                    console
                            && Rights.current()
                                    .hold(Right.READ_MANDATES, each.head().terms().structure());
            above.add(
                    new Shown.Other(
                            "M-" + each.head().number() + " " + each.head().names().holder(),
                            each.head().names().function(),
                            Shown.tag(each.code()),
                            reached ? MandatePages.PATH + "/" + each.id() : ""));
        }
        return above;
    }

    private List<Shown.Happened> history(Known known) {
        List<Shown.Happened> history = new ArrayList<>();
        Mandate.Head head = known.head();
        history.add(plain(head.draftedAt(), "drafted", head.draftedBy(), ""));
        known.history().events().forEach(event -> history.add(happened(event)));
        return history;
    }

    private Shown.Happened happened(MandateEvent event) {
        return switch (event) {
            case MandateEvent.Approved(var at, UUID by, _) -> plain(at, "approved", by, "");
            case MandateEvent.Withdrawn(var at, var by, String reason) ->
                    by.map(account -> plain(at, "withdrawn", account, reason))
                            .orElseGet(
                                    () ->
                                            by(
                                                    at,
                                                    "withdrawn.rule",
                                                    "",
                                                    "mandates.cause." + reason,
                                                    ""));
            case MandateEvent.Signed(var at, UUID by, _, Grantor.OfOffice _) ->
                    plain(at, "signed.office", by, "");
            case MandateEvent.Signed(var at, UUID by, _, Grantor.OfMandate _) ->
                    plain(at, "signed.mandate", by, "");
            case MandateEvent.Effective(var at, _) -> by(at, "effective", "", "", "");
            case MandateEvent.Suspended(var at, UUID by, String reason) ->
                    plain(at, "suspended", by, reason);
            case MandateEvent.Resumed(var at, UUID by) -> plain(at, "resumed", by, "");
            case MandateEvent.PowerRevoked(var at, UUID by, var power, String reason) ->
                    new Shown.Happened(
                            at,
                            "mandates.event.power-revoked",
                            within.account(by),
                            Optional.of(power),
                            Optional.empty(),
                            "",
                            reason);
            case MandateEvent.Shortened(var at, var until, var cause) ->
                    new Shown.Happened(
                            at,
                            "mandates.event.shortened",
                            "",
                            Optional.empty(),
                            Optional.of(until.minusDays(1)),
                            "mandates.cause." + cause.code(),
                            "");
            case MandateEvent.Revoked(var at, var by, var cause, String reason) ->
                    by.map(
                                    account ->
                                            by(
                                                    at,
                                                    "revoked",
                                                    within.account(account),
                                                    cause == Mandate.EndCause.DECIDED
                                                            ? ""
                                                            : "mandates.cause." + cause.code(),
                                                    reason))
                            .orElseGet(
                                    () ->
                                            by(
                                                    at,
                                                    "revoked.rule",
                                                    "",
                                                    "mandates.cause." + cause.code(),
                                                    reason));
            case MandateEvent.Transferred(var at, UUID from) ->
                    by(at, "transferred", number(from), "", "");
            case MandateEvent.Replaced(var at, _) -> by(at, "replaced", "", "", "");
        };
    }

    private String number(UUID mandate) {
        return "M-" + mandates.register().get(mandate).head().number();
    }

    private Shown.Happened plain(java.time.Instant at, String what, UUID account, String reason) {
        return by(at, what, within.account(account), "", reason);
    }

    private static Shown.Happened by(
            java.time.Instant at, String what, String who, String cause, String reason) {
        return new Shown.Happened(
                at,
                "mandates.event." + what,
                who,
                Optional.empty(),
                Optional.empty(),
                cause,
                reason);
    }
}
