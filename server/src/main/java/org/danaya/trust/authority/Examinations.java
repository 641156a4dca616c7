package org.danaya.trust.authority;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.danaya.access.ActingFor;
import org.danaya.base.Fault;
import org.danaya.base.Hex;
import org.danaya.crypto.Token;
import org.danaya.trust.authority.Drafting.Draft;
import org.danaya.trust.profile.AuthorityKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What registration officers do with requests: check who asks, prepare the certificate, refuse. */
public final class Examinations {

    private final RequestTable table;
    private final EvidenceTable evidence;
    private final KeyReuse reuse;
    private final Authorities authorities;
    private final AuthorityKeys keys;
    private final KnownProfiles profiles;
    private final Drafting drafting;
    private final Token holders;
    private final ActingFor acting;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Examinations(
            JdbcClient jdbc,
            Authorities authorities,
            AuthorityKeys keys,
            KnownProfiles profiles,
            Drafting drafting,
            Token holders,
            ActingFor acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = new RequestTable(jdbc);
        this.evidence = new EvidenceTable(jdbc);
        this.reuse = new KeyReuse(new CertificateTable(jdbc));
        this.authorities = authorities;
        this.keys = keys;
        this.profiles = profiles;
        this.drafting = drafting;
        this.holders = holders;
        this.acting = acting;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** What officers checked. */
    public Set<IdentityCheck> checks(UUID request) {
        return evidence.checks(request).stream()
                .map(EvidenceTable.Done::check)
                .collect(Collectors.toSet());
    }

    /** A check that an officer did. */
    public record Done(IdentityCheck check, UUID by, Instant at) {}

    /** What officers checked, by whom and when. */
    public List<Done> done(UUID request) {
        return evidence.checks(request).stream()
                .map(each -> new Done(each.check(), each.by(), each.at()))
                .toList();
    }

    /**
     * Notes what an officer checked, for one request or for each of a list. What was prepared
     * before counts no more.
     */
    public void check(List<UUID> requests, List<IdentityCheck> checks, UUID by) {
        inTransaction(
                () -> {
                    List<Request.Head> heads = table.lockOpen(requests);
                    check(requests, heads, checks, by);
                    return heads;
                });
    }

    private void check(
            List<UUID> requests, List<Request.Head> heads, List<IdentityCheck> checks, UUID by) {
        heads.forEach(head -> needAnother(by, head));
        evidence.check(requests, checks, by, clock.instant());
        table.reopen(requests);
        for (IdentityCheck check : checks) {
            tell(AuthorityAct.CHECKED, heads, Map.of("check", check.code()));
        }
    }

    /**
     * Prepares the exact certificate.
     *
     * @throws Fault as {@link #prepare(List, UUID)}
     */
    public Request.Prepared prepare(UUID request, UUID officer) {
        return prepare(List.of(request), officer).getFirst();
    }

    /**
     * Prepares the exact certificates, all or none. What was prepared before counts no more, nor do
     * its approvals.
     *
     * @param officer neither an applicant nor a holder
     * @return in the order of their ids
     * @throws Fault {@link AuthorityFault#SAME_PERSON}, {@link AuthorityFault#CHECKS_MISSING},
     *     {@link AuthorityFault#LINT_REFUSED}, {@link AuthorityFault#NO_AUTHORITY}, {@link
     *     AuthorityFault#KEY_REUSED}
     */
    public List<Request.Prepared> prepare(List<UUID> requests, UUID officer) {
        return inTransaction(
                () -> {
                    List<Request.Head> heads = table.lockOpen(requests);
                    heads.forEach(head -> needAnother(officer, head));
                    return preparedNow(heads, officer);
                });
    }

    /**
     * Notes what an officer checked for each of a list and prepares all of them, in one go or not
     * at all.
     *
     * @throws Fault as {@link #prepare(List, UUID)}
     */
    public List<Request.Prepared> prepare(
            List<UUID> requests, List<IdentityCheck> checks, UUID officer) {
        return inTransaction(
                () -> {
                    List<Request.Head> heads = table.lockOpen(requests);
                    check(requests, heads, checks, officer);
                    return preparedNow(heads, officer);
                });
    }

    private List<Request.Prepared> preparedNow(List<Request.Head> heads, UUID officer) {
        reuse.needNew(
                heads.stream()
                        .map(head -> KeyReuse.Use.of(head, profiles.get(head.profile()).profile()))
                        .toList());
        List<Request.Prepared> prepared = prepared(heads, officer);
        table.prepare(prepared);
        if (prepared.size() == 1) {
            String tbs = Hex.of(prepared.getFirst().tbsSha256());
            String profile = heads.getFirst().profile();
            tell(AuthorityAct.PREPARED, heads, Map.of("tbs", tbs, "profile", profile));
        } else {
            tell(AuthorityAct.PREPARED, heads, Map.of());
        }
        return prepared;
    }

    /** Refuses a request that nobody decided yet. */
    public void refuse(UUID request, UUID by, String reason) {
        inTransaction(
                        () -> {
                            Request.Head head = table.lockOpen(request);
                            table.end(request, "REFUSED", by, clock.instant(), reason);
                            tell(AuthorityAct.REFUSED, List.of(head), Map.of());
                            return head;
                        })
                .keyLabel()
                .ifPresent(holders::destroy);
    }

    private List<Request.Prepared> prepared(List<Request.Head> heads, UUID officer) {
        List<UUID> ids = heads.stream().map(Request.Head::id).toList();
        Map<UUID, List<EvidenceTable.Done>> checks = evidence.checks(ids);
        Map<UUID, List<Evidence>> files = evidence.of(ids);
        Map<AuthorityKind, AuthorityKeys.Signer> signers = new EnumMap<>(AuthorityKind.class);
        List<Request.Prepared> prepared = new ArrayList<>(heads.size());
        for (Request.Head head : heads) {
            KnownProfile under = profiles.get(head.profile());
            AuthorityKeys.Signer signer =
                    signers.computeIfAbsent(
                            under.profile().issuedBy().iterator().next(),
                            kind -> keys.of(authorities.issuing(kind)));
            List<EvidenceTable.Done> done = checks.getOrDefault(head.id(), List.of());
            needChecks(under, done);
            byte[] shown = EvidenceTable.digest(files.getOrDefault(head.id(), List.of()), done);
            prepared.add(prepared(head, under, signer, shown, officer));
        }
        return prepared;
    }

    private static void needChecks(KnownProfile under, List<EvidenceTable.Done> done) {
        for (IdentityCheck check : IdentityCheck.of(under.profile().kind())) {
            if (done.stream().noneMatch(each -> each.check() == check)) {
                throw new Fault(AuthorityFault.CHECKS_MISSING);
            }
        }
    }

    private Request.Prepared prepared(
            Request.Head head,
            KnownProfile under,
            AuthorityKeys.Signer signer,
            byte[] shown,
            UUID officer) {
        Draft draft =
                drafting.draft(
                        signer,
                        under,
                        head.subject(),
                        Drafting.names(under, head.alternatives()),
                        head.publicKey(),
                        Optional.empty());
        Drafting.linted(signer, under, draft.tbs());
        return new Request.Prepared(
                head,
                signer.authority().id(),
                under.number(),
                draft.tbs(),
                draft.sha256(),
                shown,
                officer,
                clock.instant());
    }

    private void needAnother(UUID officer, Request.Head head) {
        if (acting.isSamePerson(officer, head.applicant())
                || head.holder()
                        .filter(holder -> acting.isSamePerson(officer, holder))
                        .isPresent()) {
            throw new Fault(AuthorityFault.SAME_PERSON);
        }
    }

    private void tell(AuthorityAct act, List<Request.Head> heads, Map<String, String> facts) {
        Acts.about(act, heads, facts).forEach(news::publishEvent);
    }

    private <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(_ -> act.get()));
    }
}
