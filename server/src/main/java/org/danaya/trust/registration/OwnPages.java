package org.danaya.trust.registration;

import java.time.Clock;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A holder's own certificates and requests. */
@Controller
class OwnPages {

    static final String PATH = "/account/certificates";

    private static final String ONE = PATH + CertificatePages.ID;

    private final Certificates certificates;
    private final CertificateSheets sheets;
    private final Requests requests;
    private final Authorities authorities;
    private final StatusDesk desk;
    private final Clock clock;

    OwnPages(
            Certificates certificates,
            CertificateSheets sheets,
            Requests requests,
            Authorities authorities,
            StatusDesk desk,
            Clock clock) {
        this.certificates = certificates;
        this.sheets = sheets;
        this.requests = requests;
        this.authorities = authorities;
        this.desk = desk;
        this.clock = clock;
    }

    @SignedIn
    @GetMapping(PATH)
    Answer list() {
        UUID self = Actor.self();
        return Page.of(
                "registration/own",
                new Shown.Own(
                        certificates.ofHolder(self).stream()
                                .map(
                                        each ->
                                                new Shown.Held(
                                                        each,
                                                        CertificateSheets.title(each),
                                                        Shown.tag(
                                                                Certificates.Standing.of(
                                                                        each, clock.instant()))))
                                .toList(),
                        requests.of(self).stream()
                                .filter(each -> !(each instanceof Request.Issued))
                                .map(each -> asked(each, self))
                                .toList()));
    }

    @SignedIn
    @GetMapping(ONE)
    Answer one(@PathVariable long id) {
        return Page.of("registration/certificate", sheets.one(own(id), PATH, true, ""));
    }

    @SignedIn
    @GetMapping(ONE + "/certificate.pem")
    Answer pem(@PathVariable long id) {
        return CertificateFiles.pem(own(id));
    }

    @SignedIn
    @GetMapping(ONE + "/certificate.der")
    Answer der(@PathVariable long id) {
        return CertificateFiles.der(own(id));
    }

    @SignedIn
    @GetMapping(ONE + "/chain.pem")
    Answer chain(@PathVariable long id) {
        return CertificateFiles.chain(own(id), authorities);
    }

    @SignedIn
    @GetMapping(ONE + "/revoke")
    Answer askToRevoke(@PathVariable long id) {
        return desk.ask(own(id), base(id));
    }

    @SignedIn
    @PostMapping(ONE + "/revoke/check")
    Answer check(@PathVariable long id, Submission sent) {
        return desk.check(own(id), base(id), sent);
    }

    @SignedIn(freshly = true)
    @PostMapping(ONE + "/revoke")
    Answer revoke(@PathVariable long id, Submission sent) {
        return desk.revoke(own(id), base(id), sent);
    }

    @SignedIn
    @GetMapping(ONE + "/suspend")
    Answer askToSuspend(@PathVariable long id) {
        return desk.askToSuspend(own(id), base(id));
    }

    @SignedIn(freshly = true)
    @PostMapping(ONE + "/suspend")
    Answer suspend(@PathVariable long id) {
        return desk.suspend(own(id), base(id));
    }

    @SignedIn
    @GetMapping(ONE + "/release")
    Answer askToRelease(@PathVariable long id) {
        return desk.askToRelease(own(id), base(id));
    }

    @SignedIn(freshly = true)
    @PostMapping(ONE + "/release")
    Answer release(@PathVariable long id) {
        return desk.release(own(id), base(id));
    }

    @SignedIn
    @PostMapping(PATH + "/requests/{id:[0-9a-f-]{36}}/withdraw")
    Answer withdraw(@PathVariable UUID id) {
        requests.withdraw(id, Actor.self());
        return Redirect.to(PATH).saying(Notice.done("registration.withdrawn"));
    }

    /** Another's certificate is told as if it weren't there. */
    private Certificate own(long id) {
        return sheets.ofHolder(id, Actor.self())
                .orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_CERTIFICATE));
    }

    private static Shown.Mine asked(Request request, UUID self) {
        boolean open = request instanceof Request.Submitted || request instanceof Request.Prepared;
        return new Shown.Mine(
                request,
                RequestSheets.title(request.head()),
                Shown.tag(request),
                open && request.head().applicant().equals(self));
    }

    private static String base(long id) {
        return PATH + "/" + id;
    }
}
