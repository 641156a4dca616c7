package org.danaya.mandates.console;

import java.util.List;
import java.util.Optional;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Signatures;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.danaya.signin.FreshAssertions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Grantors sign or decline; holders pass a part of their own mandate on. */
@Controller
class GrantorPages {

    private static final String ONE = OwnMandatePages.PATH + Within.ID;
    private static final Field<String> REASON = Field.area("reason", 500);

    private final Mandates mandates;
    private final Within within;
    private final FreshAssertions assertions;
    private final DraftDesk desk;
    private final EndingDesk endings;

    GrantorPages(
            Mandates mandates,
            Within within,
            FreshAssertions assertions,
            DraftDesk desk,
            EndingDesk endings) {
        this.mandates = mandates;
        this.within = within;
        this.assertions = assertions;
        this.desk = desk;
        this.endings = endings;
    }

    @SignedIn
    @GetMapping(ONE + "/sign")
    Answer look(@PathVariable String id) {
        Known known = approved(id);
        Mandate.Head head = known.head();
        byte[] statement = Signatures.statement(List.of(head));
        String path = OwnMandatePages.PATH + "/" + head.id();
        String seen = "?seen=" + Within.seen(statement);
        return Page.of(
                        "mandates/confirm",
                        new Shown.Confirming(
                                "mandates.sign.title",
                                "M-" + head.number(),
                                up(head),
                                Shown.Content.of(known),
                                "mandates.sign.next",
                                path + "/sign/challenge" + seen,
                                path + "/sign" + seen,
                                "mandates.sign.submit",
                                Within.text(statement),
                                path + "/decline",
                                "mandates.decline.link"))
                .unkept();
    }

    @SignedIn
    @PostMapping(ONE + "/sign/challenge")
    ResponseEntity<String> challenge(@PathVariable String id, @RequestParam String seen) {
        byte[] statement = Signatures.statement(List.of(approved(id).head()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(assertions.ask(Actor.self(), Within.asSeen(statement, seen)));
    }

    @SignedIn
    @PostMapping(ONE + "/sign")
    Answer sign(@PathVariable String id, @RequestParam String seen, Submission sent) {
        List<Mandate.Head> heads = List.of(approved(id).head());
        Within.asSeen(Signatures.statement(heads), seen);
        mandates.signatures()
                .sign(
                        Actor.self(),
                        heads,
                        Within.one(sent, "mandate-challenge"),
                        Within.one(sent, "mandate-credential"));
        return Redirect.to(OwnMandatePages.PATH + "/" + id)
                .saying(Notice.done("mandates.done.signed"));
    }

    @SignedIn
    @GetMapping(ONE + "/decline")
    Answer askToDecline(@PathVariable String id) {
        return declining(approved(id), reason()).page(200);
    }

    @SignedIn
    @PostMapping(ONE + "/decline")
    Answer decline(@PathVariable String id, Submission sent) {
        Known known = approved(id);
        Form form = reason().read(sent);
        if (form.wrong()) {
            return declining(known, form).page(422);
        }
        mandates.drafts().withdraw(known.head().id(), Actor.self(), form.get(REASON));
        return Redirect.to(OwnMandatePages.PATH + "/" + id)
                .saying(Notice.done("mandates.done.declined"));
    }

    @SignedIn
    @GetMapping(ONE + "/revoke")
    Answer askToRevoke(@PathVariable String id) {
        Known known = granted(id);
        return endings.ask(ending(known), known);
    }

    @SignedIn
    @PostMapping(ONE + "/revoke/check")
    Answer checkRevocation(@PathVariable String id, Submission sent) {
        Known known = granted(id);
        return endings.check(ending(known), known, sent);
    }

    @SignedIn(freshly = true)
    @PostMapping(ONE + "/revoke")
    Answer revoke(@PathVariable String id, Submission sent) {
        Known known = granted(id);
        return endings.revoke(ending(known), known, sent);
    }

    @SignedIn
    @GetMapping({ONE + "/pass-on", ONE + "/pass-on/holder"})
    Answer holder(@PathVariable String id, Query query) {
        Known known = held(id);
        return desk.holder(place(known), new Grantor.OfMandate(known.head().id()), query);
    }

    @SignedIn
    @GetMapping(ONE + "/pass-on/terms")
    Answer terms(@PathVariable String id, Query query) {
        return desk.terms(place(held(id)), query);
    }

    @SignedIn
    @PostMapping(ONE + "/pass-on/terms")
    Answer again(@PathVariable String id, Submission sent) {
        return desk.again(place(held(id)), Optional.empty(), sent);
    }

    @SignedIn
    @PostMapping(ONE + "/pass-on/check")
    Answer check(@PathVariable String id, Submission sent) {
        return desk.check(place(held(id)), Optional.empty(), sent);
    }

    @SignedIn
    @PostMapping(ONE + "/pass-on")
    Answer draft(@PathVariable String id, Submission sent) {
        return desk.save(place(held(id)), Optional.empty(), sent);
    }

    /** One that waits for the signature of whoever looks. */
    private Known approved(String id) {
        Known known = within.own(id);
        Mandate.Head head = known.head();
        if (!(known.mandate() instanceof Mandate.Approved)) {
            throw new Fault(MandateFault.WRONG_STATE, known.mandate().code());
        }
        if (head.terms().person().equals(within.person())) {
            throw new Fault(MandateFault.OWN_MANDATE);
        }
        return known;
    }

    /** One that whoever looks signs for, and that can be revoked. */
    private Known granted(String id) {
        Known known = within.own(id);
        if (!mandates.signatures().signsFor(Actor.self(), known.head().terms().grantor())) {
            throw new Fault(MandateFault.UNKNOWN);
        }
        return EndingDesk.alive(known);
    }

    private static EndingDesk.Place ending(Known known) {
        return new EndingDesk.Place(OwnMandatePages.PATH, up(known.head()));
    }

    /** One that whoever looks holds and can pass on now. */
    private Known held(String id) {
        Known known = within.own(id);
        if (!known.head().terms().person().equals(within.person()) || !Deeds.passes(known)) {
            throw new Fault(MandateFault.UNKNOWN);
        }
        return known;
    }

    private static DraftDesk.Place place(Known known) {
        String path = OwnMandatePages.PATH + "/" + known.head().id();
        return new DraftDesk.Place(
                path + "/pass-on", OwnMandatePages.PATH, path, up(known.head()), true);
    }

    private static List<Above> up(Mandate.Head head) {
        return List.of(
                Above.words("section.own-mandates", OwnMandatePages.PATH),
                Above.name("M-" + head.number(), OwnMandatePages.PATH + "/" + head.id()));
    }

    private static Form reason() {
        return Form.of("mandates.decline", REASON);
    }

    private static Asked declining(Known known, Form form) {
        String path = OwnMandatePages.PATH + "/" + known.head().id();
        return new Asked(
                "mandates.decline.title",
                "M-" + known.head().number() + " " + known.head().names().holder(),
                "mandates.decline.intro",
                up(known.head()),
                form,
                path + "/decline",
                "mandates.decline.submit",
                path,
                false);
    }
}
