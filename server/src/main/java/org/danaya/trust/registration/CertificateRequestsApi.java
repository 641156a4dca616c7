package org.danaya.trust.registration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.form.ApiOperation;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Words;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.Examinations;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.profile.CertificateRequests;
import org.danaya.trust.profile.ProfileKind;
import org.danaya.trust.profile.SubjectAttribute;
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
    private static final int MOST_ATTRIBUTES = 20;
    private static final int MOST_NAMES = 200;

    private final Requests requests;
    private final Examinations examinations;
    private final Certificates certificates;
    private final Structures structures;
    private final Words words;

    CertificateRequestsApi(
            Requests requests,
            Examinations examinations,
            Certificates certificates,
            Structures structures,
            Words words) {
        this.requests = requests;
        this.examinations = examinations;
        this.certificates = certificates;
        this.structures = structures;
        this.words = words;
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
                requests.open().stream()
                        .filter(
                                each ->
                                        Reached.holds(
                                                Right.READ_CERTIFICATES, each.head().structure()))
                        .map(this::one)
                        .toList());
    }

    @Needs(Right.READ_CERTIFICATES)
    @ApiOperation(id = "getCertificateRequest", about = "One request, in whatever state.")
    @GetMapping(PATH + "/{id}")
    One get(@PathVariable String id) {
        return one(reached(Right.READ_CERTIFICATES, id));
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @ApiOperation(id = "submitCertificateRequest", about = "Asks for a certificate.")
    @PostMapping(PATH)
    One submit(@RequestBody Wish wish) {
        Structure structure =
                structures
                        .find(text(wish.structure(), "structure"))
                        .orElseThrow(() -> new Fault(RegistrationFault.WRONG_VALUE, "structure"));
        Reached.need(Right.REQUEST_CERTIFICATES, Optional.of(structure.id()));
        return one(
                requests.submit(
                        Reached.self(),
                        new Requests.Asked(
                                text(wish.profile(), "profile"),
                                Optional.of(structure.id()),
                                Optional.empty(),
                                subject(wish.subject()),
                                names(wish.names()),
                                key(wish),
                                Optional.empty())));
    }

    @Needs(Right.EXAMINE_CERTIFICATES)
    @ApiOperation(
            id = "prepareCertificateRequest",
            about = "Prepares the exact certificate of a request whose checks are done.")
    @PostMapping(PATH + "/{id}/prepare")
    One prepare(@PathVariable String id) {
        Request request = reached(Right.EXAMINE_CERTIFICATES, id);
        return one(examinations.prepare(request.head().id(), Reached.self()));
    }

    private Request reached(Right right, String id) {
        Request request =
                requests.get(
                        Ids.read(id).orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_REQUEST)));
        Reached.need(right, request.head().structure());
        return request;
    }

    private One one(Request request) {
        Request.Head head = request.head();
        return new One(
                head.id(),
                head.profile(),
                switch (request) {
                    case Request.Submitted _ -> "submitted";
                    case Request.Prepared _ -> "prepared";
                    case Request.Issued _ -> "issued";
                    case Request.Refused _ -> "refused";
                    case Request.Withdrawn _ -> "withdrawn";
                },
                head.structure().flatMap(structures::find).map(Structure::identifier).orElse(null),
                head.subject().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new Attribute(each.getKey().code(), each.getValue()))
                        .toList(),
                head.alternatives(),
                head.submittedAt(),
                request instanceof Request.Prepared prepared
                        ? HexFormat.of().formatHex(prepared.tbsSha256())
                        : null,
                certificates
                        .ofRequest(head.id())
                        .map(Certificate::id)
                        .map(String::valueOf)
                        .orElse(null));
    }

    private static Map<SubjectAttribute, String> subject(@Nullable List<Attribute> given) {
        Map<SubjectAttribute, String> subject = new EnumMap<>(SubjectAttribute.class);
        if (given == null || given.size() > MOST_ATTRIBUTES) {
            throw new Fault(RegistrationFault.WRONG_VALUE, "subject");
        }
        for (Attribute each : given) {
            SubjectAttribute attribute =
                    Arrays.stream(SubjectAttribute.values())
                            .filter(known -> known.code().equals(each.attribute()))
                            .findFirst()
                            .orElseThrow(() -> new Fault(RegistrationFault.WRONG_VALUE, "subject"));
            subject.put(attribute, text(each.value(), each.attribute()));
        }
        return subject;
    }

    private static List<String> names(@Nullable List<String> given) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > MOST_NAMES || given.contains(null)) {
            throw new Fault(RegistrationFault.WRONG_VALUE, "names");
        }
        return given;
    }

    /** A person's key is made here only by way of the pages, where it is known whose it is. */
    private Requests.Key key(Wish wish) {
        String pkcs10 = wish.pkcs10();
        boolean person =
                requests.profiles().stream()
                        .filter(each -> each.profile().id().equals(wish.profile()))
                        .anyMatch(each -> each.profile().kind() == ProfileKind.SIGNATURE);
        if (pkcs10 == null && person) {
            throw new Fault(RegistrationFault.WRONG_VALUE, "pkcs10");
        }
        return pkcs10 == null ? new Requests.Key.Here() : given(pkcs10, words, Language.ENGLISH);
    }

    /**
     * The key of a PKCS #10 request.
     *
     * @throws Fault {@link RegistrationFault#REQUEST_REFUSED} with the reason in a language
     */
    static Requests.Key.Given given(String pem, Words words, Language language) {
        return switch (CertificateRequests.read(pem.getBytes(StandardCharsets.UTF_8))) {
            case CertificateRequests.Outcome.Read(CertificateRequests.Request request) ->
                    new Requests.Key.Given(request.subjectPublicKeyInfo());
            case CertificateRequests.Outcome.Refused(CertificateRequests.Problem problem) ->
                    throw new Fault(
                            RegistrationFault.REQUEST_REFUSED,
                            words.say(language, problem.words()));
        };
    }

    /** What a program left out is null, whatever the record says. */
    private static String text(@Nullable String value, String name) {
        if (value == null || value.isBlank() || value.length() > 1_000) {
            throw new Fault(RegistrationFault.WRONG_VALUE, name);
        }
        return value;
    }
}
