package org.danaya.mandates.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Submission;
import org.danaya.mandates.Approvals;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.MandateSearch;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Signatures;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.danaya.signin.FreshAssertions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Several mandates approved, or signed, with one answer of a passkey over all of them. */
@Controller
class SeveralPages {

    /** Drafts to approve. */
    static final String APPROVE = MandatePages.PATH + "/approve";

    /** What waits for the signature of whoever looks; the mandates are named by number. */
    public static final String SIGN = OwnMandatePages.PATH + "/sign";

    private static final String CHECK = "/check";
    private static final String CHALLENGE = "/check/challenge";
    private static final List<Above> REGISTER =
            List.of(Above.words("section.mandates", MandatePages.PATH));
    private static final List<Above> OWN =
            List.of(Above.words("section.own-mandates", OwnMandatePages.PATH));

    private final Mandates mandates;
    private final Within within;
    private final FreshAssertions assertions;

    SeveralPages(Mandates mandates, Within within, FreshAssertions assertions) {
        this.mandates = mandates;
        this.within = within;
        this.assertions = assertions;
    }

    @Needs(Right.APPROVE_MANDATES)
    @GetMapping(APPROVE)
    Answer toApprove() {
        List<Several.Line> lines = new ArrayList<>();
        Map<UUID, Long> groups = new LinkedHashMap<>();
        UUID person = within.person();
        mandates
                .register()
                .list(
                        MandateSearch.of(Within.reach(Right.APPROVE_MANDATES))
                                .in(MandateSearch.Standing.DRAFT),
                        MandateSearch.BY_NUMBER,
                        0,
                        Several.MOST)
                .stream()
                .map(MandateSearch.Found::head)
                .filter(head -> !mandates.approvals().wrote(Actor.self(), head))
                .filter(head -> !head.terms().person().equals(person))
                .forEach(
                        head -> {
                            if (head.terms().group().isPresent()) {
                                groups.merge(head.terms().group().get(), 1L, Long::sum);
                            } else {
                                lines.add(
                                        new Several.Line(
                                                head.id(),
                                                head.number(),
                                                Shown.Content.of(head.terms(), head.names())));
                            }
                        });
        return Page.of(
                "mandates/choose",
                new Several.Choosing(
                        "mandates.several.approve.title",
                        "mandates.several.approve.intro",
                        REGISTER,
                        lines,
                        groups.entrySet().stream()
                                .map(each -> new Several.Group(each.getKey(), each.getValue()))
                                .toList(),
                        APPROVE + CHECK,
                        "mandates.several.approve.read"));
    }

    @Needs(Right.APPROVE_MANDATES)
    @GetMapping(APPROVE + CHECK)
    Answer lookBeforeApproval(@RequestParam(defaultValue = "") List<String> m) {
        if (m.isEmpty()) {
            return Redirect.to(APPROVE).saying(Notice.warning("mandates.several.none"));
        }
        List<Known> drafts = drafts(m);
        return Page.of(
                        "mandates/confirm-several",
                        Several.Confirming.of(
                                "mandates.several.approve.check",
                                "",
                                REGISTER,
                                drafts,
                                List.of(),
                                "mandates.several.approve.next",
                                Several.path(APPROVE + CHECK, drafts),
                                "mandates.approve.submit",
                                Approvals.statement(Several.heads(drafts)),
                                APPROVE))
                .unkept();
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(APPROVE + CHALLENGE)
    ResponseEntity<String> askToApprove(@RequestParam List<String> m, @RequestParam String seen) {
        return ask(Approvals.statement(Several.heads(drafts(m))), seen);
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(APPROVE + CHECK)
    Answer approve(@RequestParam List<String> m, @RequestParam String seen, Submission sent) {
        List<Mandate.Head> heads = Several.heads(drafts(m));
        Within.asSeen(Approvals.statement(heads), seen);
        mandates.approvals()
                .approve(Actor.self(), heads, challenge(sent), Within.one(sent, CREDENTIAL));
        return Redirect.to(APPROVE)
                .saying(Notice.done("mandates.several.approved", Integer.toString(heads.size())));
    }

    @SignedIn
    @GetMapping(SIGN)
    Answer lookBeforeSignature(@RequestParam(defaultValue = "") List<String> m) {
        if (m.isEmpty()) {
            return Redirect.to(OwnMandatePages.PATH)
                    .saying(Notice.warning("mandates.several.none"));
        }
        List<Known> approved = approved(m);
        return Page.of(
                        "mandates/confirm-several",
                        Several.Confirming.of(
                                "mandates.several.sign.check",
                                "",
                                OWN,
                                approved,
                                List.of(),
                                "mandates.several.sign.next",
                                Several.path(SIGN, approved),
                                "mandates.sign.submit",
                                Signatures.statement(Several.heads(approved)),
                                OwnMandatePages.PATH))
                .unkept();
    }

    @SignedIn
    @PostMapping(SIGN + "/challenge")
    ResponseEntity<String> askToSign(@RequestParam List<String> m, @RequestParam String seen) {
        return ask(Signatures.statement(Several.heads(approved(m))), seen);
    }

    @SignedIn
    @PostMapping(SIGN)
    Answer sign(@RequestParam List<String> m, @RequestParam String seen, Submission sent) {
        List<Mandate.Head> heads = Several.heads(approved(m));
        Within.asSeen(Signatures.statement(heads), seen);
        mandates.signatures()
                .sign(Actor.self(), heads, challenge(sent), Within.one(sent, CREDENTIAL));
        return Redirect.to(OwnMandatePages.PATH)
                .saying(Notice.done("mandates.several.signed", Integer.toString(heads.size())));
    }

    private static final String CREDENTIAL = "mandate-credential";

    private static String challenge(Submission sent) {
        return Within.one(sent, "mandate-challenge");
    }

    private ResponseEntity<String> ask(byte[] statement, String seen) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(assertions.ask(Actor.self(), Within.asSeen(statement, seen)));
    }

    /** Drafts that whoever looks may approve; places in delegations are approved with them. */
    private List<Known> drafts(List<String> numbers) {
        List<Known> drafts =
                needed(
                        numbers,
                        each ->
                                Rights.current()
                                        .hold(
                                                Right.APPROVE_MANDATES,
                                                each.head().terms().structure()));
        for (Known each : drafts) {
            if (!(each.mandate() instanceof Mandate.Draft)) {
                throw new Fault(MandateFault.WRONG_STATE, each.mandate().code());
            }
            if (mandates.approvals().wrote(Actor.self(), each.head())) {
                throw new Fault(MandateFault.OWN_DRAFT);
            }
            if (each.head().terms().group().isPresent()) {
                throw new Fault(MandateFault.OF_DELEGATION);
            }
        }
        return drafts;
    }

    /** Approved ones that whoever looks may sign. */
    private List<Known> approved(List<String> numbers) {
        List<Known> approved =
                needed(
                        numbers,
                        each ->
                                mandates.signatures()
                                        .signsFor(Actor.self(), each.head().terms().grantor()));
        for (Known each : approved) {
            if (!(each.mandate() instanceof Mandate.Approved)) {
                throw new Fault(MandateFault.WRONG_STATE, each.mandate().code());
            }
        }
        return approved;
    }

    private List<Known> needed(List<String> numbers, Predicate<Known> reached) {
        List<Known> found = mandates.register().numbered(Several.numbers(numbers));
        UUID person = within.person();
        for (Known each : found) {
            if (!reached.test(each)) {
                throw new Fault(MandateFault.UNKNOWN);
            }
            if (each.head().terms().person().equals(person)) {
                throw new Fault(MandateFault.OWN_MANDATE);
            }
        }
        return found;
    }
}
