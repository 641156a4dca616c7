package org.danaya.trust.registration;

import java.util.List;
import org.danaya.base.Actor;
import org.danaya.base.Right;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Redirect;
import org.danaya.signin.FreshAssertions;
import org.danaya.trust.authority.Approvals;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Approvals. The passkey is asked about the statement of what is prepared at that moment, and only
 * if it is the one that the approver saw.
 */
@Controller
class IssuancePages {

    private static final String PATH = RequestPages.PATH + "/approve";

    private final Requests requests;
    private final Approvals approvals;
    private final FreshAssertions assertions;

    IssuancePages(Requests requests, Approvals approvals, FreshAssertions assertions) {
        this.requests = requests;
        this.approvals = approvals;
        this.assertions = assertions;
    }

    @Needs(Right.APPROVE_CERTIFICATES)
    @PostMapping(PATH + "/challenge")
    ResponseEntity<String> challenge(Submission sent) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        assertions.ask(
                                Actor.self(), approvals.statement(Actor.self(), prepared(sent))));
    }

    @Needs(Right.APPROVE_CERTIFICATES)
    @PostMapping(PATH)
    Answer approve(Submission sent) {
        List<Request.Prepared> prepared = prepared(sent);
        Approvals.Outcome outcome =
                approvals.approve(
                        Actor.self(),
                        prepared.stream().map(each -> each.head().id()).toList(),
                        one(sent, "challenge"),
                        one(sent, "credential"));
        String back =
                prepared.size() == 1
                        ? RequestPages.PATH + "/" + prepared.getFirst().head().id()
                        : RequestPages.PATH;
        return switch (outcome) {
            case Approvals.Outcome.Issued(List<Certificate> certificates)
                    when certificates.size() == 1 ->
                    Redirect.to(CertificatePages.PATH + "/" + certificates.getFirst().id())
                            .saying(Notice.done("registration.issued"));
            case Approvals.Outcome.Issued(List<Certificate> certificates) ->
                    Redirect.to(back)
                            .saying(
                                    Notice.done(
                                            "registration.issued.many",
                                            Integer.toString(certificates.size())));
            case Approvals.Outcome.Waiting(int given, int asked) ->
                    Redirect.to(back)
                            .saying(
                                    Notice.done(
                                            "registration.approved",
                                            Integer.toString(given),
                                            Integer.toString(asked)));
        };
    }

    private List<Request.Prepared> prepared(Submission sent) {
        return Statements.prepared(
                sent.values("request"), one(sent, "statement"), requests, approvals);
    }

    private static String one(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }
}
