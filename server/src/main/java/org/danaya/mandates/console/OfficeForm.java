package org.danaya.mandates.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Office;
import org.danaya.mandates.Offices;
import org.danaya.page.Language;
import org.danaya.people.Position;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.springframework.stereotype.Component;

/** The powers of an office as they are typed, and as pages show them. */
@Component
class OfficeForm {

    static final String WORDS = "mandates.propose";
    static final Field<String> POSITION = Field.text("position", 36).hidden();

    private final Mandates mandates;
    private final Within within;
    private final Positions positions;
    private final Structures structures;

    OfficeForm(Mandates mandates, Within within, Positions positions, Structures structures) {
        this.mandates = mandates;
        this.within = within;
        this.positions = positions;
        this.structures = structures;
    }

    static List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>(List.of(POSITION));
        fields.addAll(DraftForm.ofPowers());
        return fields;
    }

    Form blank(Position position) {
        return Form.of(WORDS, fields())
                .with(POSITION, position.id().toString())
                .with(DraftForm.FROM, within.today())
                .with(DraftForm.DEPTH, 1L);
    }

    Form read(Submission sent) {
        return DraftForm.checked(
                Form.of(WORDS, fields()).read(sent), code -> structures.find(code).isPresent());
    }

    static Offices.Wish wish(Position position, Form form) {
        return new Offices.Wish(
                position.id(),
                DraftForm.powers(form),
                DraftForm.scope(form),
                DraftForm.period(form),
                DraftForm.depth(form),
                form.get(DraftForm.BASIS));
    }

    Shown.OfficeContent content(Position position, Offices.Wish wish) {
        return new Shown.OfficeContent(
                position.title(Language.FRENCH),
                structure(position.structure()),
                wish.powers(),
                wish.scope(),
                wish.period(),
                wish.depth(),
                wish.basis());
    }

    Shown.OfficeContent content(Office office) {
        return new Shown.OfficeContent(
                positions
                        .find(office.position())
                        .map(found -> found.title(Language.FRENCH))
                        .orElseGet(() -> office.position().toString()),
                structure(office.structure()),
                office.powers(),
                office.scope(),
                office.period(),
                office.depth(),
                office.basis());
    }

    /** One, as whoever looks sees it. */
    Shown.OneOffice one(Office office) {
        boolean proposed = office.state() instanceof Office.State.Proposed;
        boolean approves = Rights.current().hold(Right.APPROVE_MANDATES, office.structure());
        boolean own = mandates.offices().proposed(Actor.self(), office);
        byte[] statement = mandates.offices().statement(office);
        return new Shown.OneOffice(
                office,
                content(office),
                Shown.tag(office),
                within.account(office.proposedBy()),
                decided(office).map(within::account).orElse(""),
                decidedAt(office),
                reason(office),
                below(new Grantor.OfOffice(office.id())),
                proposed && approves && !own,
                proposed && approves && !own,
                office.state() instanceof Office.State.Recorded
                        && Rights.current().hold(Right.REVOKE_MANDATES, office.structure()),
                !proposed
                        ? ""
                        : !approves
                                ? "mandates.office.why.approves"
                                : own ? "mandates.office.why.own" : "",
                Within.text(statement));
    }

    /** Those granted under a grantor that aren't over. */
    List<Shown.Other> below(Grantor grantor) {
        return mandates.register().below(grantor, Within.LISTED).stream()
                .map(each -> Shown.Other.of(each, MandatePages.PATH))
                .toList();
    }

    private String structure(UUID id) {
        return structures
                .find(id)
                .map(found -> found.name(Language.FRENCH))
                .orElseGet(id::toString);
    }

    private static Optional<UUID> decided(Office office) {
        return switch (office.state()) {
            case Office.State.Proposed() -> Optional.empty();
            case Office.State.Recorded(UUID by, _, _) -> Optional.of(by);
            case Office.State.Refused(UUID by, _, _) -> Optional.of(by);
            case Office.State.Ended(UUID by, _, _, _) -> Optional.of(by);
        };
    }

    private static Optional<Instant> decidedAt(Office office) {
        return switch (office.state()) {
            case Office.State.Proposed() -> Optional.empty();
            case Office.State.Recorded(_, Instant at, _) -> Optional.of(at);
            case Office.State.Refused(_, Instant at, _) -> Optional.of(at);
            case Office.State.Ended(_, Instant at, _, _) -> Optional.of(at);
        };
    }

    private static String reason(Office office) {
        return switch (office.state()) {
            case Office.State.Proposed _, Office.State.Recorded _ -> "";
            case Office.State.Refused(_, _, String reason) -> reason;
            case Office.State.Ended(_, _, String reason, _) -> reason;
        };
    }
}
