package org.danaya.trust.authority;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.trust.authority.CertificateStatus.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the worth of certificates, or suspends it. Each is a leaf of the public log; none is ever
 * back-dated: that a key was lost earlier is said by a date of its own.
 */
@Service
public class Revocations {

    private final CertificateTable certificates;
    private final AuthorityTable authorities;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Revocations(
            JdbcClient jdbc,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.certificates = new CertificateTable(jdbc);
        this.authorities = new AuthorityTable(jdbc);
        this.leaves = leaves;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Revokes a certificate for good; one that is suspended too.
     *
     * @param invalidSince since when it is known or feared to be worth nothing, between its first
     *     second and now
     * @throws Fault {@link AuthorityFault#UNKNOWN_CERTIFICATE}, {@link
     *     AuthorityFault#ALREADY_REVOKED}, {@link AuthorityFault#EXPIRED}, {@link
     *     AuthorityFault#DATE_REFUSED}
     */
    public Certificate revoke(long id, RevocationReason reason, Optional<Instant> invalidSince) {
        return change(
                id,
                AuthorityAct.REVOKED,
                certificate -> {
                    Instant now = now();
                    invalidSince.ifPresent(since -> check(certificate, since, now));
                    return new State.Revoked(
                            now,
                            reason,
                            invalidSince.map(since -> since.truncatedTo(ChronoUnit.SECONDS)));
                });
    }

    /**
     * Suspends a certificate.
     *
     * @throws Fault as {@link #revoke}; {@link AuthorityFault#NOT_SUSPENDED} never
     */
    public Certificate suspend(long id) {
        return change(
                id,
                AuthorityAct.SUSPENDED,
                certificate ->
                        certificate.state() instanceof State.Suspended before
                                ? before
                                : new State.Suspended(now()));
    }

    /**
     * Ends a suspension.
     *
     * @throws Fault {@link AuthorityFault#NOT_SUSPENDED} and as {@link #revoke}
     */
    public Certificate release(long id) {
        return change(
                id,
                AuthorityAct.RELEASED,
                certificate -> {
                    if (!(certificate.state() instanceof State.Suspended)) {
                        throw new Fault(AuthorityFault.NOT_SUSPENDED);
                    }
                    return CertificateStatus.GOOD;
                });
    }

    private Certificate change(long id, AuthorityAct act, Function<Certificate, State> how) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Certificate before =
                                    certificates
                                            .lock(id)
                                            .orElseThrow(
                                                    () ->
                                                            new Fault(
                                                                    AuthorityFault
                                                                            .UNKNOWN_CERTIFICATE));
                            if (before.state() instanceof State.Revoked) {
                                throw new Fault(AuthorityFault.ALREADY_REVOKED);
                            }
                            if (clock.instant().isAfter(before.notAfter())) {
                                throw new Fault(AuthorityFault.EXPIRED);
                            }
                            State after = how.apply(before);
                            if (!after.equals(before.state())) {
                                certificates.change(id, after);
                                tell(before, act, after);
                            }
                            return certificates.find(id).orElseThrow();
                        }));
    }

    private void tell(Certificate certificate, AuthorityAct act, State state) {
        Map<String, String> facts = new HashMap<>();
        if (state
                instanceof
                State.Revoked(Instant _, RevocationReason reason, Optional<Instant> since)) {
            facts.put("reason", reason.spelled());
            since.ifPresent(instant -> facts.put("invalid-since", instant.toString()));
        }
        StringBuilder content = new StringBuilder("danaya certificate status v1\n");
        HexFormat hex = HexFormat.of();
        Authority authority = authorities.find(certificate.authority()).orElseThrow();
        content.append("authority-sha256 ").append(hex.formatHex(authority.sha256()));
        content.append("\nserial ").append(hex.formatHex(certificate.serial()));
        content.append("\nstatus ").append(act.code().substring("authority.".length()));
        content.append("\nat ").append(now()).append('\n');
        facts.forEach((key, value) -> content.append(key).append(' ').append(value).append('\n'));
        long change = certificates.lastChange(certificate.id());
        leaves.append(
                new NewLeaf(
                        act.code(),
                        content.toString().getBytes(StandardCharsets.UTF_8),
                        "authority:status:" + certificate.id() + ":" + change,
                        true));
        news.publishEvent(Act.done(act, "certificate:" + certificate.id(), facts));
    }

    private static void check(Certificate certificate, Instant since, Instant now) {
        if (since.isAfter(now) || since.isBefore(certificate.notBefore())) {
            throw new Fault(AuthorityFault.DATE_REFUSED);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
