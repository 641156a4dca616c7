package org.danaya.trust.authority;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.danaya.base.Act;
import org.danaya.base.Fault;
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
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = new RequestTable(jdbc);
        this.evidence = new EvidenceTable(jdbc);
        this.reuse = new KeyReuse(jdbc);
        this.authorities = authorities;
        this.keys = keys;
        this.profiles = profiles;
        this.drafting = drafting;
        this.holders = holders;
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

    /** Notes what an officer checked. */
    public void check(UUID request, List<IdentityCheck> checks, UUID by) {
        inTransaction(
                () -> {
                    Request.Head head = table.lockOpen(request).head();
                    needAnother(by, head);
                    for (IdentityCheck check : checks) {
                        evidence.check(request, check, by, clock.instant());
                        tell(AuthorityAct.CHECKED, request, Map.of("check", check.code()));
                    }
                    return head;
                });
    }

    /**
     * Prepares the exact certificate. What was prepared before counts no more, nor do its
     * approvals.
     *
     * @param officer neither the applicant nor the holder
     * @throws Fault {@link AuthorityFault#SAME_PERSON}, {@link AuthorityFault#CHECKS_MISSING},
     *     {@link AuthorityFault#LINT_REFUSED}, {@link AuthorityFault#NO_AUTHORITY}
     */
    public Request.Prepared prepare(UUID request, UUID officer) {
        return inTransaction(
                () -> {
                    Request.Head head = table.lockOpen(request).head();
                    needAnother(officer, head);
                    KnownProfile under = profiles.get(head.profile());
                    Set<IdentityCheck> done = checks(request);
                    for (IdentityCheck check : IdentityCheck.of(under.profile().kind())) {
                        if (!done.contains(check)) {
                            throw new Fault(AuthorityFault.CHECKS_MISSING);
                        }
                    }
                    Request.Prepared prepared = prepared(head, under, officer);
                    table.prepare(prepared);
                    tell(
                            AuthorityAct.PREPARED,
                            request,
                            Map.of(
                                    "tbs", Hashes.hex(prepared.tbsSha256()),
                                    "profile", under.profile().id()));
                    return prepared;
                });
    }

    /** Refuses a request that nobody decided yet. */
    public void refuse(UUID request, UUID by, String reason) {
        inTransaction(
                        () -> {
                            Request.Head head = table.lockOpen(request).head();
                            table.end(request, "REFUSED", by, clock.instant(), reason);
                            tell(AuthorityAct.REFUSED, request, Map.of());
                            return head;
                        })
                .keyLabel()
                .ifPresent(holders::destroy);
    }

    private Request.Prepared prepared(Request.Head head, KnownProfile under, UUID officer) {
        AuthorityKind kind = under.profile().issuedBy().iterator().next();
        AuthorityKeys.Signer signer = keys.of(authorities.issuing(kind));
        reuse.needNew(head);
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
                EvidenceTable.digest(evidence.of(head.id()), evidence.checks(head.id())),
                officer,
                clock.instant());
    }

    private static void needAnother(UUID officer, Request.Head head) {
        if (officer.equals(head.applicant()) || head.holder().filter(officer::equals).isPresent()) {
            throw new Fault(AuthorityFault.SAME_PERSON);
        }
    }

    private void tell(AuthorityAct act, UUID request, Map<String, String> facts) {
        news.publishEvent(Act.done(act, "request:" + request, facts));
    }

    private <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(_ -> act.get()));
    }
}
