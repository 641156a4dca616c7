package org.danaya.mandates.position.console;

import java.util.List;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Office;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.OfficialPositions;
import org.danaya.mandates.position.PositionFault;
import org.danaya.mandates.position.PositionNames;
import org.danaya.mandates.position.PositionOutcome;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.mandates.position.PositionTerms;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.verify.mandate.Power;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Officers draft positions, change their drafts, replace positions and withdraw them. */
@Controller
class PositionDraftPages {

    private static final String PATH = PositionConsolePages.PATH;
    private static final String ONE = PATH + PositionDesk.ID;
    private static final Field<String> REASON = Field.area("reason", 500);

    /** How far it had come when somebody was asked. */
    private static final Field<String> STATE = Field.text("state", 20).optional().hidden();

    private static final int REFUSED = 422;
    private static final int OFFICES = 500;

    private final OfficialPositions positions;
    private final Mandates mandates;
    private final Structures structures;
    private final PositionDesk desk;

    PositionDraftPages(
            OfficialPositions positions,
            Mandates mandates,
            Structures structures,
            PositionDesk desk) {
        this.positions = positions;
        this.mandates = mandates;
        this.structures = structures;
        this.desk = desk;
    }

    /** In whose name: the structures of which somebody may sign what is drafted. */
    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(PATH + "/new")
    Answer begin(Query query) {
        if (query.given("structure").isPresent()) {
            return asking(
                    PositionForm.fresh(
                            structure(query.text("structure")).identifier(), desk.today()),
                    200);
        }
        List<Structure> speaking =
                mandates
                        .offices()
                        .list(
                                PositionDesk.reach(Right.DRAFT_MANDATES),
                                "recorded",
                                java.util.Optional.empty(),
                                0,
                                OFFICES)
                        .stream()
                        .filter(office -> office.powers().has(Power.SPEAK))
                        .filter(mandates.offices()::counts)
                        .map(Office::structure)
                        .distinct()
                        .flatMap(id -> structures.find(id).stream())
                        .limit(PositionDesk.LISTED + 1L)
                        .toList();
        return Page.of(
                "positions/pick",
                new Sheets.Picking(
                        speaking.stream()
                                .limit(PositionDesk.LISTED)
                                .map(
                                        each ->
                                                new Sheets.Pick(
                                                        each.name(Language.FRENCH),
                                                        PATH
                                                                + "/new?structure="
                                                                + each.identifier()))
                                .toList(),
                        speaking.size() > PositionDesk.LISTED));
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(PATH + "/new")
    Answer draft(Submission sent) {
        Form form = PositionForm.read(sent);
        Structure structure = structure(PositionDesk.sent(sent, "structure"));
        if (form.wrong()) {
            return asking(form, REFUSED);
        }
        PositionTerms terms = PositionForm.terms(form, structure.id(), desk.zone());
        return switch (positions.drafts().draft(Actor.self(), terms)) {
            case PositionOutcome.Drafted(OfficialPosition.Head head) ->
                    done(head, "positions.done.drafted");
            case PositionOutcome.Refused(var troubles) ->
                    asking(PositionForm.refused(form, troubles), REFUSED);
        };
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(ONE + "/replace")
    Answer replace(@PathVariable String id) {
        Known known = desk.position(id, Right.DRAFT_MANDATES);
        if (!(known.position() instanceof OfficialPosition.InForce)) {
            throw new Fault(PositionFault.WRONG_STATE, known.position().code());
        }
        PositionTerms terms = known.head().terms();
        return asking(
                PositionForm.superseding(
                        PositionForm.with(
                                PositionForm.fresh(known.head().names().identifier(), desk.today()),
                                new PositionTerms(
                                        terms.kind(),
                                        terms.structure(),
                                        terms.french(),
                                        terms.english(),
                                        terms.audience(),
                                        terms.matter(),
                                        java.util.Optional.empty(),
                                        desk.today(),
                                        java.util.Optional.empty(),
                                        java.util.Optional.empty()),
                                desk.zone()),
                        known.head().id()),
                200);
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(ONE + "/edit")
    Answer edit(@PathVariable String id) {
        OfficialPosition.Head head = draft(id);
        return editing(
                head,
                PositionForm.with(
                                PositionForm.fresh(head.names().identifier(), desk.today()),
                                head.terms(),
                                desk.zone())
                        .with(
                                PositionForm.VERSION,
                                Integer.toString(positions.register().version(head.id()))),
                200);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(ONE + "/edit")
    Answer change(@PathVariable String id, Submission sent) {
        OfficialPosition.Head head = draft(id);
        Form form = PositionForm.read(sent);
        if (form.wrong()) {
            return editing(head, form, REFUSED);
        }
        PositionTerms terms = PositionForm.terms(form, head.terms().structure(), desk.zone());
        return switch (positions
                .drafts()
                .change(head.id(), Actor.self(), PositionForm.version(form), terms)) {
            case PositionOutcome.Drafted(OfficialPosition.Head now) ->
                    done(now, "positions.done.changed");
            case PositionOutcome.Refused(var troubles) ->
                    editing(head, PositionForm.refused(form, troubles), REFUSED);
        };
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(ONE + "/withdraw")
    Answer askToWithdraw(@PathVariable String id) {
        return asking(withdrawable(id)).page(200);
    }

    @Needs(value = Right.READ_MANDATES, freshly = true)
    @PostMapping(ONE + "/withdraw")
    Answer withdraw(@PathVariable String id, Submission sent) {
        Known known = withdrawable(id);
        Form form = reason().read(sent);
        if (form.wrong()) {
            return withdrawing(known, form).page(REFUSED);
        }
        String shown = form.find(STATE).orElse("");
        positions
                .decisions()
                .withdraw(
                        known.head().id(),
                        Actor.self(),
                        now -> now.code().equals(shown) && mayWithdraw(now),
                        form.get(REASON));
        return done(known.head(), "positions.done.withdrawn");
    }

    private Known withdrawable(String id) {
        Known known = desk.position(id, Right.READ_MANDATES);
        Rights.current().need(needed(known.position()), known.head().terms().structure());
        return known;
    }

    private static boolean mayWithdraw(OfficialPosition position) {
        return Rights.current().hold(needed(position), position.head().terms().structure());
    }

    /** Before it is signed whoever drafts withdraws it; afterwards whoever revokes. */
    private static Right needed(OfficialPosition position) {
        return switch (position) {
            case OfficialPosition.Draft _, OfficialPosition.Validated _ -> Right.DRAFT_MANDATES;
            case OfficialPosition.Embargoed _, OfficialPosition.InForce _ -> Right.REVOKE_MANDATES;
            case OfficialPosition.Replaced _, OfficialPosition.Withdrawn _ ->
                    throw new Fault(PositionFault.WRONG_STATE, position.code());
        };
    }

    private OfficialPosition.Head draft(String id) {
        Known known = desk.position(id, Right.DRAFT_MANDATES);
        if (!(known.position() instanceof OfficialPosition.Draft(OfficialPosition.Head head))) {
            throw new Fault(PositionFault.WRONG_STATE, known.position().code());
        }
        return head;
    }

    /** A structure for which whoever acts drafts. */
    private Structure structure(String identifier) {
        return structures
                .find(identifier)
                .filter(each -> Rights.current().hold(Right.DRAFT_MANDATES, each.id()))
                .orElseThrow(() -> new Fault(PositionFault.UNKNOWN));
    }

    private static Answer done(OfficialPosition.Head head, String notice) {
        return Redirect.to(PATH + "/" + head.id()).saying(Notice.done(notice));
    }

    private static Form reason() {
        return Form.of("positions.withdraw", STATE, REASON);
    }

    private Answer asking(Form form, int status) {
        return new Asked(
                        "positions.draft.title",
                        structure(form.get(PositionForm.STRUCTURE)).name(Language.FRENCH),
                        "positions.draft.intro",
                        List.of(PositionConsolePages.HOME),
                        form,
                        PATH + "/new",
                        "positions.draft.submit",
                        PATH,
                        false)
                .page(status);
    }

    private static Answer editing(OfficialPosition.Head head, Form form, int status) {
        String path = PATH + "/" + head.id();
        return new Asked(
                        "positions.draft.change",
                        head.names().structure(),
                        "positions.draft.intro",
                        List.of(
                                PositionConsolePages.HOME,
                                Above.name(head.terms().french().subject(), path)),
                        form,
                        path + "/edit",
                        "positions.draft.save",
                        path,
                        false)
                .page(status);
    }

    private static Asked asking(Known known) {
        return withdrawing(known, reason().with(STATE, known.position().code()));
    }

    private static Asked withdrawing(Known known, Form form) {
        String path = PATH + "/" + known.head().id();
        return new Asked(
                "positions.withdraw.title",
                PositionNames.of(known.position()),
                known.position().publication().isPresent()
                        ? "positions.withdraw.known"
                        : "positions.withdraw.unknown",
                List.of(
                        PositionConsolePages.HOME,
                        Above.name(known.head().terms().french().subject(), path)),
                form,
                path + "/withdraw",
                "positions.withdraw.submit",
                path,
                true);
    }
}
