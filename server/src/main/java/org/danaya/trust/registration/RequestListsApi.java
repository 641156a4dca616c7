package org.danaya.trust.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.FaultCode;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.form.ApiOperation;
import org.danaya.page.Needs;
import org.danaya.people.Structure;
import org.danaya.trust.authority.Approvals;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.Examinations;
import org.danaya.trust.authority.IdentityCheck;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.registration.CertificateRequestsApi.Attribute;
import org.danaya.trust.registration.CertificateRequestsApi.One;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Many certificates at once, for programs: a list is submitted whole or not at all, is prepared
 * whole, and waits for one approval by a person's passkey.
 */
@RestController
class RequestListsApi {

    private static final String PATH = "/api/v1/certificate-request-lists";
    private static final int MOST_TOLD = 20;

    private final Requests requests;
    private final Examinations examinations;
    private final Certificates certificates;
    private final ApiWishes wishes;
    private final Ids ids;

    RequestListsApi(
            Requests requests,
            Examinations examinations,
            Certificates certificates,
            ApiWishes wishes,
            Ids ids) {
        this.requests = requests;
        this.examinations = examinations;
        this.certificates = certificates;
        this.wishes = wishes;
        this.ids = ids;
    }

    /**
     * One of a list.
     *
     * @param pkcs10 PEM; null for a key that is made and kept here, where the profile allows it
     */
    record Member(List<Attribute> subject, List<String> names, @Nullable String pkcs10) {}

    /**
     * What is asked for.
     *
     * @param structure the structure's identifier
     * @param members 1 to 400
     */
    record Wish(String profile, String structure, List<Member> members) {}

    /** The checks that an officer did for each of a list, by their codes. */
    record Checks(List<String> checks) {}

    /** A list, in the order in which it was asked for. */
    record All(UUID id, List<One> requests) {}

    /**
     * A certificate that answers one of a list.
     *
     * @param pem the certificate between lines of RFC 7468
     */
    record Answer(String id, UUID request, String pem) {}

    /** Those of a list that are issued. */
    record Answers(List<Answer> certificates) {}

    @Needs(Right.REQUEST_CERTIFICATES)
    @ApiOperation(
            id = "submitCertificateRequestList",
            about = "Asks for up to 400 certificates of one profile, all or none.")
    @PostMapping(PATH)
    All submit(@RequestBody Wish wish) {
        String profile = ApiWishes.text(wish.profile(), "profile");
        Structure structure = wishes.structure(wish.structure());
        @Nullable List<Member> members = wish.members();
        if (members == null
                || members.isEmpty()
                || members.size() > Approvals.MOST
                || members.contains(null)) {
            throw new Fault(RegistrationFault.WRONG_VALUE, "members");
        }
        UUID list = ids.next();
        List<Requests.Asked> asked = read(profile, structure, members, list);
        return switch (requests.take(Actor.self(), asked)) {
            case Requests.Outcome.Taken(List<Request.Submitted> taken) ->
                    all(list, taken, Map.of());
            case Requests.Outcome.Refused(List<Optional<Fault>> refusals) ->
                    throw refused(refusals);
        };
    }

    @Needs(Right.READ_CERTIFICATES)
    @ApiOperation(id = "getCertificateRequestList", about = "The requests of a list.")
    @GetMapping(PATH + "/{id}")
    All get(@PathVariable String id) {
        List<Request> all = reached(Right.READ_CERTIFICATES, id);
        return all(Ids.read(id).orElseThrow(), all, certificates.ofRequests(heads(all)));
    }

    @Needs(Right.EXAMINE_CERTIFICATES)
    @ApiOperation(
            id = "prepareCertificateRequestList",
            about = "Notes what an officer checked for each of a list, and prepares all of them.")
    @PostMapping(PATH + "/{id}/prepare")
    All prepare(@PathVariable String id, @RequestBody Checks checks) {
        List<UUID> all = reachedIds(Right.EXAMINE_CERTIFICATES, id);
        return all(
                Ids.read(id).orElseThrow(),
                examinations.prepare(all, checks(checks.checks()), Actor.self()),
                Map.of());
    }

    @Needs(Right.READ_CERTIFICATES)
    @ApiOperation(
            id = "getCertificatesOfRequestList",
            about = "The certificates that answer a list, once it is approved.")
    @GetMapping(PATH + "/{id}/certificates")
    Answers certificates(@PathVariable String id) {
        Map<UUID, Certificate> found =
                certificates.ofRequests(reachedIds(Right.READ_CERTIFICATES, id));
        return new Answers(
                found.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                each ->
                                        new Answer(
                                                Long.toString(each.getValue().id()),
                                                each.getKey(),
                                                CertificateFiles.armoured(each.getValue().der())))
                        .toList());
    }

    private List<Requests.Asked> read(
            String profile, Structure structure, List<Member> members, UUID list) {
        List<Requests.Asked> asked = new ArrayList<>(members.size());
        List<Optional<Fault>> refusals = new ArrayList<>(members.size());
        for (Member each : members) {
            try {
                asked.add(
                        wishes.read(
                                profile,
                                structure,
                                each.subject(),
                                each.names(),
                                each.pkcs10(),
                                Optional.of(list)));
                refusals.add(Optional.empty());
            } catch (Fault fault) {
                refusals.add(Optional.of(fault));
            }
        }
        if (asked.size() < members.size()) {
            throw refused(refusals);
        }
        return asked;
    }

    /** Tells which of a list are refused and why, up to a number, by their places from 1 on. */
    private static Fault refused(List<Optional<Fault>> refusals) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < refusals.size() && told.size() < MOST_TOLD; i++) {
            int place = i + 1;
            refusals.get(i)
                    .map(Fault::code)
                    .map(FaultCode::code)
                    .ifPresent(code -> told.add(place + ": " + code));
        }
        return new Fault(RegistrationFault.LIST_REFUSED, String.join(", ", told));
    }

    private static List<IdentityCheck> checks(@Nullable List<String> codes) {
        if (codes == null) {
            throw new Fault(RegistrationFault.WRONG_VALUE, "checks");
        }
        List<IdentityCheck> checks =
                Arrays.stream(IdentityCheck.values())
                        .filter(check -> codes.contains(check.code()))
                        .toList();
        if (checks.size() != codes.size()) {
            throw new Fault(RegistrationFault.WRONG_VALUE, "checks");
        }
        return checks;
    }

    private List<Request> reached(Right right, String id) {
        List<Request> all = Ids.read(id).map(requests::ofBatch).orElse(List.of());
        if (all.isEmpty()) {
            throw new Fault(AuthorityFault.UNKNOWN_REQUEST);
        }
        all.forEach(each -> Reached.need(right, each.head().structure()));
        return all;
    }

    /** The same without reading what they say. */
    private List<UUID> reachedIds(Right right, String id) {
        List<Requests.Place> all = Ids.read(id).map(requests::placesOfBatch).orElse(List.of());
        if (all.isEmpty()) {
            throw new Fault(AuthorityFault.UNKNOWN_REQUEST);
        }
        all.forEach(each -> Reached.need(right, each.structure()));
        return all.stream().map(Requests.Place::id).toList();
    }

    private All all(
            UUID list, List<? extends Request> requests, Map<UUID, Certificate> certificates) {
        Map<UUID, Optional<String>> structures = new HashMap<>();
        return new All(
                list,
                requests.stream()
                        .map(
                                each ->
                                        wishes.show(
                                                each,
                                                Optional.ofNullable(
                                                                certificates.get(each.head().id()))
                                                        .map(Certificate::id),
                                                structure ->
                                                        structures.computeIfAbsent(
                                                                structure, wishes::identifier)))
                        .toList());
    }

    private static List<UUID> heads(List<Request> all) {
        return all.stream().map(each -> each.head().id()).toList();
    }
}
