package org.danaya.trust.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.form.ApiOperation;
import org.danaya.page.Needs;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.Examinations;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Requests for certificates, for programs: to look at them, to submit one, to have one prepared
 * whose checks are done. Approving stays with people and their passkeys.
 */
@RestController
class CertificateRequestsApi {

    private static final String PATH = "/api/v1/certificate-requests";

    private final Requests requests;
    private final Examinations examinations;
    private final ApiWishes wishes;

    CertificateRequestsApi(Requests requests, Examinations examinations, ApiWishes wishes) {
        this.requests = requests;
        this.examinations = examinations;
        this.wishes = wishes;
    }

    /** The requests that wait, the oldest first, 500 at most. */
    record Waiting(List<One> requests) {}

    /**
     * One attribute of a subject.
     *
     * @param attribute its name in profiles, such as {@code common-name}
     */
    record Attribute(String attribute, String value) {}

    /**
     * A request.
     *
     * @param state the name of its {@link Request} in lower case
     * @param structure the structure's identifier
     * @param names each {@code TYPE:VALUE}
     * @param tbsSha256 of the exact TBSCertificate that waits for approval, in hexadecimal
     * @param certificate the id of the certificate that answers it
     */
    record One(
            UUID id,
            String profile,
            String state,
            @Nullable String structure,
            List<Attribute> subject,
            List<String> names,
            Instant submittedAt,
            @Nullable String tbsSha256,
            @Nullable String certificate) {}

    /**
     * What is asked for.
     *
     * @param structure the structure's identifier
     * @param names each {@code TYPE:VALUE}, such as {@code dns:portail.example.ml}
     * @param pkcs10 PEM; null for a key that is made and kept here, where the profile allows it
     */
    record Wish(
            String profile,
            String structure,
            List<Attribute> subject,
            List<String> names,
            @Nullable String pkcs10) {}

    @Needs(Right.READ_CERTIFICATES)
    @ApiOperation(id = "listCertificateRequests", about = "The requests that wait.")
    @GetMapping(PATH)
    Waiting list() {
        return new Waiting(
                requests.open(Reached.of(Right.READ_CERTIFICATES)).stream()
                        .map(wishes::show)
                        .toList());
    }

    @Needs(Right.READ_CERTIFICATES)
    @ApiOperation(id = "getCertificateRequest", about = "One request, in whatever state.")
    @GetMapping(PATH + "/{id}")
    One get(@PathVariable String id) {
        return wishes.show(reached(Right.READ_CERTIFICATES, id));
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @ApiOperation(id = "submitCertificateRequest", about = "Asks for a certificate.")
    @PostMapping(PATH)
    One submit(@RequestBody Wish wish) {
        return wishes.show(requests.submit(Actor.self(), wishes.read(wish)));
    }

    @Needs(Right.EXAMINE_CERTIFICATES)
    @ApiOperation(
            id = "prepareCertificateRequest",
            about = "Prepares the exact certificate of a request whose checks are done.")
    @PostMapping(PATH + "/{id}/prepare")
    One prepare(@PathVariable String id) {
        Request request = reached(Right.EXAMINE_CERTIFICATES, id);
        return wishes.show(examinations.prepare(request.head().id(), Actor.self()));
    }

    private Request reached(Right right, String id) {
        Request request =
                requests.get(
                        Ids.read(id).orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_REQUEST)));
        Reached.need(right, request.head().structure());
        return request;
    }
}
