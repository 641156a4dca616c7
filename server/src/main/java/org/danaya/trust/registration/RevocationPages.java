package org.danaya.trust.registration;

import org.danaya.base.Right;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.trust.authority.Certificate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Certificates suspended, released and revoked by the agency's officers. */
@Controller
class RevocationPages {

    private static final String ONE = CertificatePages.PATH + CertificatePages.ID;

    private final StatusDesk desk;

    RevocationPages(StatusDesk desk) {
        this.desk = desk;
    }

    @Needs(Right.REVOKE_CERTIFICATES)
    @GetMapping(ONE + "/revoke")
    Answer ask(@PathVariable long id) {
        return desk.ask(reached(id), base(id));
    }

    @Needs(Right.REVOKE_CERTIFICATES)
    @PostMapping(ONE + "/revoke/check")
    Answer check(@PathVariable long id, Submission sent) {
        return desk.check(reached(id), base(id), sent);
    }

    @Needs(value = Right.REVOKE_CERTIFICATES, freshly = true)
    @PostMapping(ONE + "/revoke")
    Answer revoke(@PathVariable long id, Submission sent) {
        return desk.revoke(reached(id), base(id), sent);
    }

    @Needs(Right.REVOKE_CERTIFICATES)
    @GetMapping(ONE + "/suspend")
    Answer askToSuspend(@PathVariable long id) {
        return desk.askToSuspend(reached(id), base(id));
    }

    @Needs(value = Right.REVOKE_CERTIFICATES, freshly = true)
    @PostMapping(ONE + "/suspend")
    Answer suspend(@PathVariable long id) {
        return desk.suspend(reached(id), base(id));
    }

    @Needs(Right.REVOKE_CERTIFICATES)
    @GetMapping(ONE + "/release")
    Answer askToRelease(@PathVariable long id) {
        return desk.askToRelease(reached(id), base(id));
    }

    @Needs(value = Right.REVOKE_CERTIFICATES, freshly = true)
    @PostMapping(ONE + "/release")
    Answer release(@PathVariable long id) {
        return desk.release(reached(id), base(id));
    }

    private Certificate reached(long id) {
        Certificate certificate = desk.get(id);
        Reached.need(Right.REVOKE_CERTIFICATES, certificate.structure());
        return certificate;
    }

    private static String base(long id) {
        return CertificatePages.PATH + "/" + id;
    }
}
