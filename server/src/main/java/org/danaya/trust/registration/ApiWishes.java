package org.danaya.trust.registration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.profile.CertificateRequests;
import org.danaya.trust.profile.ProfileKind;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.registration.CertificateRequestsApi.Attribute;
import org.danaya.trust.registration.CertificateRequestsApi.One;
import org.danaya.trust.registration.CertificateRequestsApi.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What programs ask for, read and looked at; and how requests are told to them. */
@Component
class ApiWishes {

    private static final int MOST_ATTRIBUTES = 20;
    private static final int MOST_NAMES = 200;

    private final Requests requests;
    private final Certificates certificates;
    private final Structures structures;
    private final Words words;

    ApiWishes(Requests requests, Certificates certificates, Structures structures, Words words) {
        this.requests = requests;
        this.certificates = certificates;
        this.structures = structures;
        this.words = words;
    }

    /**
     * The structure that a program names, where the caller may ask for certificates.
     *
     * @throws Fault {@link RegistrationFault#WRONG_VALUE}, or that the caller may not
     */
    Structure structure(@Nullable String identifier) {
        Structure structure =
                structures
                        .find(text(identifier, "structure"))
                        .orElseThrow(() -> new Fault(RegistrationFault.WRONG_VALUE, "structure"));
        Reached.need(Right.REQUEST_CERTIFICATES, Optional.of(structure.id()));
        return structure;
    }

    /**
     * What a program asks for.
     *
     * @throws Fault {@link RegistrationFault#WRONG_VALUE}, {@link
     *     RegistrationFault#REQUEST_REFUSED}, or that the caller may not
     */
    Requests.Asked read(Wish wish) {
        return read(
                text(wish.profile(), "profile"),
                structure(wish.structure()),
                wish.subject(),
                wish.names(),
                wish.pkcs10(),
                Optional.empty());
    }

    /** The same of one in a list. */
    Requests.Asked read(
            String profile,
            Structure structure,
            @Nullable List<Attribute> subject,
            @Nullable List<String> names,
            @Nullable String pkcs10,
            Optional<UUID> batch) {
        return new Requests.Asked(
                profile,
                Optional.of(structure.id()),
                Optional.empty(),
                subject(subject),
                names(names),
                key(profile, pkcs10),
                batch);
    }

    /** A request as it is told. */
    One show(Request request) {
        return show(
                request,
                certificates.ofRequest(request.head().id()).map(Certificate::id),
                this::identifier);
    }

    /**
     * The same, of which it is known already what answers it.
     *
     * @param certificate the id of the certificate
     * @param identifiers gives the identifier of a structure
     */
    One show(
            Request request,
            Optional<Long> certificate,
            Function<UUID, Optional<String>> identifiers) {
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
                head.structure().flatMap(identifiers).orElse(null),
                head.subject().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new Attribute(each.getKey().code(), each.getValue()))
                        .toList(),
                head.alternatives(),
                head.submittedAt(),
                request instanceof Request.Prepared prepared
                        ? HexFormat.of().formatHex(prepared.tbsSha256())
                        : null,
                certificate.map(String::valueOf).orElse(null));
    }

    /** The identifier of a structure. */
    Optional<String> identifier(UUID structure) {
        return structures.find(structure).map(Structure::identifier);
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
    private Requests.Key key(String profile, @Nullable String pkcs10) {
        boolean person =
                requests.profile(profile)
                        .filter(known -> known.profile().kind() == ProfileKind.SIGNATURE)
                        .isPresent();
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
    static String text(@Nullable String value, String name) {
        if (value == null || value.isBlank() || value.length() > 1_000) {
            throw new Fault(RegistrationFault.WRONG_VALUE, name);
        }
        return value;
    }
}
