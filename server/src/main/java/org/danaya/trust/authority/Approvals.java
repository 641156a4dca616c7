package org.danaya.trust.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.access.ActingFor;
import org.danaya.base.Fault;
import org.danaya.base.Hex;
import org.danaya.base.Sha256;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.people.Basis;
import org.danaya.people.InWhoseName.About;
import org.danaya.people.InWhoseName.Held;
import org.danaya.signin.AssertionOutcome;
import org.danaya.trust.authority.ApprovalTable.Approval;
import org.danaya.trust.authority.Issuer.Ready;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Approves what was prepared, by a passkey's assertion over its exact bytes; the last approval that
 * the profile asks for issues the certificate, in the same transaction.
 */
public final class Approvals {

    /** The most requests that one assertion approves: what it says fits into a leaf of the log. */
    public static final int MOST = 400;

    private final RequestTable requests;
    private final ApprovalTable approvals;
    private final Authorities authorities;
    private final AuthorityKeys keys;
    private final KnownProfiles profiles;
    private final Issuer issuer;
    private final Leaves leaves;
    private final Assertions assertions;
    private final ActingFor acting;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final Duration approvalTime;

    Approvals(
            JdbcClient jdbc,
            Authorities authorities,
            AuthorityKeys keys,
            KnownProfiles profiles,
            Leaves leaves,
            Assertions assertions,
            ActingFor acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock,
            Duration approvalTime) {
        this.requests = new RequestTable(jdbc);
        this.approvals = new ApprovalTable(jdbc);
        this.authorities = authorities;
        this.keys = keys;
        this.profiles = profiles;
        this.issuer = new Issuer(new CertificateTable(jdbc), leaves);
        this.leaves = leaves;
        this.assertions = assertions;
        this.acting = acting;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
        this.approvalTime = approvalTime;
    }

    /** What came of an approval. */
    public sealed interface Outcome {

        /** It was the last one: the certificates are issued, once this returns. */
        record Issued(List<Certificate> certificates) implements Outcome {}

        /** It counts, and others have to follow. */
        record Waiting(int given, int asked) implements Outcome {}
    }

    /**
     * What an approver confirms: text with the profile, what lets the approver act for the agency
     * where something has to, and, on a line each, the hash of each exact TBSCertificate and of its
     * evidence.
     *
     * @param prepared at least one, all under one profile
     */
    public byte[] statement(UUID approver, List<Request.Prepared> prepared) {
        return statement(prepared, acting.agencyIfAny(approver, About.NOTHING).map(Held::basis));
    }

    private byte[] statement(List<Request.Prepared> prepared, Optional<Basis> basis) {
        KnownProfile under = under(prepared.getFirst());
        StringBuilder text = new StringBuilder("danaya issuance approval v1\nprofile ");
        text.append(under.profile().id()).append(' ').append(under.profile().version());
        text.append(' ').append(Hex.of(under.digest())).append('\n');
        text.append(basis.map(each -> each.text("basis")).orElse(""));
        for (Request.Prepared one : prepared) {
            text.append("tbs ").append(Hex.of(one.tbsSha256()));
            text.append(" evidence ").append(Hex.of(one.evidenceSha256())).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * An approval that was given.
     *
     * @param stands whether it is about what is prepared now
     * @param assertion the evidence of it, kept by {@code signin}
     * @param basis what let the approver act for the agency; empty for a role alone
     */
    public record Given(
            UUID approver, Instant at, boolean stands, UUID assertion, Optional<Basis> basis) {}

    /** All approvals that were ever given about a prepared request. */
    public List<Given> given(Request.Prepared prepared) {
        return approvals.of(prepared.head().id()).stream()
                .map(
                        each ->
                                new Given(
                                        each.approver(),
                                        each.at(),
                                        MessageDigest.isEqual(
                                                each.tbsSha256(), prepared.tbsSha256()),
                                        each.assertion(),
                                        each.basis()))
                .toList();
    }

    /** The accounts that approved what is prepared now. */
    public Set<UUID> approvers(Request.Prepared prepared) {
        Set<UUID> approvers = new HashSet<>();
        for (Approval approval : approvals.of(prepared.head().id())) {
            if (MessageDigest.isEqual(approval.tbsSha256(), prepared.tbsSha256())) {
                approvers.add(approval.approver());
            }
        }
        return approvers;
    }

    /**
     * Approves, and issues where nothing more is asked for.
     *
     * @param ids 1 to {@link #MOST} prepared requests under one profile, in the order of the
     *     statement
     * @param challenge and {@code credential}: the passkey's answer about {@link #statement}
     * @throws Fault {@link AuthorityFault#NOT_CONFIRMED}, {@link AuthorityFault#REQUEST_MOVED},
     *     {@link AuthorityFault#SAME_PERSON}, {@link AuthorityFault#TOO_OLD}, {@link
     *     AuthorityFault#LINT_REFUSED}, {@link org.danaya.access.AccessFault#NO_BASIS}
     */
    public Outcome approve(UUID approver, List<UUID> ids, String challenge, String credential) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " requests, not " + ids.size());
        }
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            List<Request.Prepared> prepared = prepared(ids);
                            prepared.forEach(one -> needAnother(approver, one));
                            confirm(approver, prepared, challenge, credential);
                            int asked = under(prepared.getFirst()).profile().approvals();
                            int given = approvals.least(ids);
                            return given < asked
                                    ? new Outcome.Waiting(given, asked)
                                    : new Outcome.Issued(issue(prepared, given));
                        }));
    }

    private List<Request.Prepared> prepared(List<UUID> ids) {
        List<Request.Prepared> prepared = new ArrayList<>();
        for (Request request : requests.lock(ids)) {
            if (!(request instanceof Request.Prepared one)) {
                throw new Fault(AuthorityFault.REQUEST_MOVED);
            }
            if (one.preparedAt().plus(approvalTime).isBefore(clock.instant())) {
                throw new Fault(AuthorityFault.TOO_OLD);
            }
            prepared.add(one);
        }
        if (prepared.size() != ids.size()
                || prepared.stream().map(Request.Prepared::profile).distinct().count() != 1) {
            throw new Fault(AuthorityFault.REQUEST_MOVED);
        }
        return prepared;
    }

    /** Persons count, not accounts: somebody may have had another one. */
    private void needAnother(UUID approver, Request.Prepared prepared) {
        if (acting.isSamePerson(approver, prepared.preparedBy())
                || acting.isSamePerson(approver, prepared.head().applicant())
                || prepared.head()
                        .holder()
                        .filter(holder -> acting.isSamePerson(approver, holder))
                        .isPresent()
                || approvers(prepared).stream()
                        .filter(other -> !other.equals(approver))
                        .anyMatch(other -> acting.isSamePerson(approver, other))) {
            throw new Fault(AuthorityFault.SAME_PERSON);
        }
    }

    private void confirm(
            UUID approver, List<Request.Prepared> prepared, String challenge, String credential) {
        Optional<Basis> basis = acting.agency(approver, About.NOTHING).map(Held::basis);
        byte[] statement = statement(prepared, basis);
        AssertionOutcome outcome =
                assertions.answer(
                        approver,
                        "approval:" + prepared.getFirst().head().id(),
                        statement,
                        challenge,
                        credential);
        if (!(outcome instanceof AssertionOutcome.Confirmed(AssertionOutcome.Evidence evidence))) {
            throw new Fault(AuthorityFault.NOT_CONFIRMED);
        }
        leaves.append(
                new NewLeaf(
                        "authority.approved",
                        ApprovalLeaf.content(statement, evidence),
                        "authority:approved:" + evidence.id(),
                        true));
        approvals.insert(
                approver,
                evidence.id(),
                basis,
                clock.instant(),
                prepared.stream().map(one -> one.head().id()).toList(),
                prepared.stream().map(Request.Prepared::tbsSha256).toList());
        Acts.about(
                        AuthorityAct.APPROVED,
                        prepared.stream().map(Request.Prepared::head).toList(),
                        Map.of(
                                "statement", Hex.of(Sha256.of(statement)),
                                "assertion", evidence.id().toString(),
                                "basis", ActingFor.fact(basis)))
                .forEach(news::publishEvent);
    }

    private List<Certificate> issue(List<Request.Prepared> prepared, int given) {
        Instant now = clock.instant();
        List<UUID> ids = prepared.stream().map(one -> one.head().id()).toList();
        if (requests.issue(ids, now) != ids.size()) {
            throw new Fault(AuthorityFault.REQUEST_MOVED);
        }
        KnownProfile under = under(prepared.getFirst());
        Map<Integer, AuthorityKeys.Signer> signers = new HashMap<>();
        List<Ready> ready = new ArrayList<>(prepared.size());
        for (Request.Prepared one : prepared) {
            ready.add(
                    ready(
                            one,
                            signers.computeIfAbsent(one.authority(), this::signer),
                            under,
                            given));
        }
        List<Certificate> issued = issuer.issue(ready);
        for (AuthorityKeys.Signer signer : signers.values()) {
            Authority authority = signer.authority();
            List<Certificate> together =
                    issued.stream().filter(each -> each.authority() == authority.id()).toList();
            news.publishEvent(Acts.issued(together, under, authority));
        }
        return issued;
    }

    private AuthorityKeys.Signer signer(int number) {
        Authority authority = authorities.find(number).orElseThrow();
        if (!authority.issues(clock.instant())) {
            throw new Fault(AuthorityFault.KEY_OFFLINE, authority.code());
        }
        return keys.of(authority);
    }

    private static Ready ready(
            Request.Prepared one, AuthorityKeys.Signer signer, KnownProfile under, int given) {
        return new Ready(
                new Permission(one.tbsSha256(), new Permission.Basis.Request(one.head().id())),
                Drafting.linted(signer, under, one.tbs()),
                signer,
                under,
                given,
                one.head().holder(),
                one.head().structure(),
                one.head().keyLabel());
    }

    private KnownProfile under(Request.Prepared prepared) {
        return profiles.find(prepared.profile())
                .orElseThrow(() -> new Fault(AuthorityFault.TOO_OLD));
    }
}
