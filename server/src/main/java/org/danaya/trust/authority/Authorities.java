package org.danaya.trust.authority;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.trust.profile.AuthorityKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The authorities that are registered here: made at a ceremony, public from then on. */
@Service
public class Authorities {

    private final AuthorityTable table;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Authorities(
            JdbcClient jdbc,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = new AuthorityTable(jdbc);
        this.leaves = leaves;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** All of them, ended ones too, in the order in which they were registered. */
    public List<Authority> all() {
        return table.all();
    }

    /** All of a database or of a replica of it, likewise: for an edge that runs alone. */
    public static List<Authority> of(DataSource source) {
        return new AuthorityTable(JdbcClient.create(source)).all();
    }

    /** The authority of a number. */
    public Optional<Authority> find(int id) {
        return table.find(id);
    }

    /** The authority of a code. */
    public Optional<Authority> find(String code) {
        return table.find(code);
    }

    /**
     * The authority that issues to a population now: the one registered last.
     *
     * @throws Fault {@link AuthorityFault#NO_AUTHORITY}
     */
    public Authority issuing(AuthorityKind kind) {
        Instant now = clock.instant();
        return table.all().stream()
                .filter(authority -> authority.kind() == kind && authority.issues(now))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new Fault(AuthorityFault.NO_AUTHORITY, kind.code()));
    }

    /**
     * Registers an authority. Its issuer comes before it; a root's is itself.
     *
     * @param certificate DER
     * @param keyLabel its key in the token of authorities; nothing where the key is offline
     * @throws Fault {@link AuthorityFault#NOT_AN_AUTHORITY}, {@link
     *     AuthorityFault#AUTHORITY_EXISTS}
     */
    public Authority register(
            String code,
            AuthorityKind kind,
            boolean rehearsal,
            byte[] certificate,
            Optional<String> keyLabel) {
        X509Certificate read = read(certificate);
        if (read.getBasicConstraints() < 0) {
            throw new Fault(AuthorityFault.NOT_AN_AUTHORITY, "basicConstraints");
        }
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            byte[] sha256 = Sha256.of(certificate);
                            if (table.find(code).isPresent()
                                    || table.bySha256(sha256).isPresent()) {
                                throw new Fault(AuthorityFault.AUTHORITY_EXISTS, code);
                            }
                            Authority authority =
                                    new Authority(
                                            0,
                                            code,
                                            kind,
                                            rehearsal,
                                            issuer(read),
                                            certificate,
                                            sha256,
                                            keyLabel,
                                            read.getNotAfter().toInstant(),
                                            Optional.empty());
                            int id = table.insert(authority, clock.instant());
                            tell(code, kind, certificate, sha256);
                            return table.find(id).orElseThrow();
                        }));
    }

    /** Lets an authority issue no more; what it issued stays as it is. */
    public boolean end(int id) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        _ -> {
                            boolean ended = table.end(id, clock.instant());
                            if (ended) {
                                news.publishEvent(
                                        Act.done(
                                                AuthorityAct.AUTHORITY_ENDED,
                                                "authority:" + id,
                                                Map.of()));
                            }
                            return ended;
                        }));
    }

    private void tell(String code, AuthorityKind kind, byte[] certificate, byte[] sha256) {
        String hash = HexFormat.of().formatHex(sha256);
        String content =
                """
                danaya authority registered v1
                kind %s
                certificate-sha256 %s
                certificate %s
                """
                        .formatted(
                                kind.code(), hash, Base64.getEncoder().encodeToString(certificate));
        leaves.append(
                new NewLeaf(
                        "authority.registered",
                        content.getBytes(StandardCharsets.UTF_8),
                        "authority:registered:" + hash,
                        true));
        news.publishEvent(
                Act.done(
                        AuthorityAct.AUTHORITY_REGISTERED,
                        "authority:" + code,
                        Map.of("kind", kind.code(), "sha256", hash)));
    }

    /** The authority whose key signed; nothing where the certificate signed itself. */
    private Optional<Integer> issuer(X509Certificate certificate) {
        if (certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            verify(certificate, certificate);
            return Optional.empty();
        }
        for (Authority known : table.all()) {
            X509Certificate candidate = read(known.certificate());
            if (candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                verify(certificate, candidate);
                return Optional.of(known.id());
            }
        }
        throw new Fault(
                AuthorityFault.NOT_AN_AUTHORITY, certificate.getIssuerX500Principal().getName());
    }

    private static void verify(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new Fault(e, AuthorityFault.NOT_AN_AUTHORITY, String.valueOf(e.getMessage()));
        }
    }

    private static X509Certificate read(byte[] certificate) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(certificate));
        } catch (GeneralSecurityException e) {
            throw new Fault(e, AuthorityFault.NOT_AN_AUTHORITY, String.valueOf(e.getMessage()));
        }
    }
}
