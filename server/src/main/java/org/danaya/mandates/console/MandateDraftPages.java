package org.danaya.mandates.console;

import java.util.List;
import java.util.Optional;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Officers draft mandates, change their drafts, replace mandates and give drafts up. */
@Controller
class MandateDraftPages {

    static final String PATH = MandatePages.PATH + "/new";

    private static final String ONE = MandatePages.PATH + Within.ID;
    private static final Field<String> REASON = Field.area("reason", 500);
    private static final List<Above> UP =
            List.of(Above.words("section.mandates", MandatePages.PATH));

    private final Mandates mandates;
    private final Within within;
    private final DraftDesk desk;
    private final Grantors grantors;

    MandateDraftPages(Mandates mandates, Within within, DraftDesk desk, Grantors grantors) {
        this.mandates = mandates;
        this.within = within;
        this.desk = desk;
        this.grantors = grantors;
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(PATH)
    Answer grantor(Query query) {
        return grantors.choose(query, "mandates.grantor.title", PATH + "/holder", UP);
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(PATH + "/holder")
    Answer holder(Query query) {
        return desk.holder(fresh(), Parties.grantor(query.text("grantor")), query);
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(PATH + "/terms")
    Answer terms(Query query) {
        return desk.terms(fresh(), query);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(PATH + "/terms")
    Answer again(Submission sent) {
        return desk.again(fresh(), Optional.empty(), sent);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(PATH + "/check")
    Answer check(Submission sent) {
        return desk.check(fresh(), Optional.empty(), sent);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(PATH)
    Answer draft(Submission sent) {
        return desk.save(fresh(), Optional.empty(), sent);
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(ONE + "/replace")
    Answer replace(@PathVariable String id) {
        Known known = within.mandate(id, Right.DRAFT_MANDATES);
        if (!(known.mandate() instanceof Mandate.InForce)
                && !(known.mandate() instanceof Mandate.Suspended)) {
            throw new Fault(MandateFault.WRONG_STATE, known.mandate().code());
        }
        return desk.from(fresh(), Parties.ofReplaced(known.head()), known.head());
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(ONE + "/edit")
    Answer edit(@PathVariable String id) {
        Mandate.Head head = draft(id);
        return desk.from(of(head), Parties.ofDraft(head), head);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(ONE + "/edit/terms")
    Answer editAgain(@PathVariable String id, Submission sent) {
        Mandate.Head head = draft(id);
        return desk.again(of(head), Optional.of(Parties.ofDraft(head)), sent);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(ONE + "/edit/check")
    Answer checkEdit(@PathVariable String id, Submission sent) {
        Mandate.Head head = draft(id);
        return desk.check(of(head), Optional.of(Parties.ofDraft(head)), sent);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(ONE + "/edit")
    Answer change(@PathVariable String id, Submission sent) {
        Mandate.Head head = draft(id);
        return desk.save(of(head), Optional.of(Parties.ofDraft(head)), sent);
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(ONE + "/withdraw")
    Answer askToWithdraw(@PathVariable String id) {
        return withdrawing(within.mandate(id, Right.DRAFT_MANDATES), reason()).page(200);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(ONE + "/withdraw")
    Answer withdraw(@PathVariable String id, Submission sent) {
        Known known = within.mandate(id, Right.DRAFT_MANDATES);
        Form form = reason().read(sent);
        if (form.wrong()) {
            return withdrawing(known, form).page(422);
        }
        mandates.drafts().withdraw(known.head().id(), Actor.self(), form.get(REASON));
        return Redirect.to(MandatePages.PATH + "/" + id)
                .saying(Notice.done("mandates.done.withdrawn"));
    }

    private Mandate.Head draft(String id) {
        Known known = within.mandate(id, Right.DRAFT_MANDATES);
        if (!(known.mandate() instanceof Mandate.Draft(Mandate.Head head))) {
            throw new Fault(MandateFault.WRONG_STATE, known.mandate().code());
        }
        return head;
    }

    private static DraftDesk.Place fresh() {
        return new DraftDesk.Place(PATH, MandatePages.PATH, MandatePages.PATH, UP, false);
    }

    private static DraftDesk.Place of(Mandate.Head head) {
        String path = MandatePages.PATH + "/" + head.id();
        return new DraftDesk.Place(path + "/edit", MandatePages.PATH, path, up(head), false);
    }

    static List<Above> up(Mandate.Head head) {
        return List.of(
                UP.getFirst(),
                Above.name(
                        "M-" + head.number() + " " + head.names().holder(),
                        MandatePages.PATH + "/" + head.id()));
    }

    private static Form reason() {
        return Form.of("mandates.withdraw", REASON);
    }

    private static Asked withdrawing(Known known, Form form) {
        String path = MandatePages.PATH + "/" + known.head().id();
        return new Asked(
                "mandates.withdraw.title",
                "M-" + known.head().number() + " " + known.head().names().holder(),
                "mandates.withdraw.intro",
                up(known.head()),
                form,
                path + "/withdraw",
                "mandates.withdraw.submit",
                path,
                false);
    }
}
