package org.danaya.trust.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.danaya.base.ClientAddress;
import org.danaya.base.Settings;
import org.danaya.edge.EdgeAnswer;
import org.danaya.edge.EdgeHandler;
import org.danaya.edge.EdgeRequest;
import org.danaya.store.Store;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.profile.AuthorityKind;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What relying parties are told by a platform that starts on a home again. */
final class ToldStatus {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final EdgeHandler ocsp;
    private final EdgeHandler lists;
    private final Authority authority;
    private final X509CertificateHolder issuer;
    private final DigestCalculator sha1;

    private ToldStatus(ConfigurableApplicationContext context) throws Exception {
        this.ocsp = handler(context, "/ocsp");
        this.lists = handler(context, "/crl/");
        this.authority = PlatformAuthorities.on(context::getBean, AuthorityKind.SERVERS);
        this.issuer = new X509CertificateHolder(authority.certificate());
        this.sha1 = new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
    }

    /**
     * Starts on a home and asks about every certificate of it: OCSP and list must say revoked of
     * those that are to be, and OCSP good of every other that the database calls good.
     *
     * @param revoked the ids of certificates
     */
    static void assertTold(Path home, Set<Long> revoked, String what) throws Exception {
        Settings settings = IssuerPlatform.settings(home);
        try (Store store = Store.open(settings);
                ConfigurableApplicationContext context =
                        IssuerPlatform.on(store, settings, "org.danaya.trust.status")) {
            Set<BigInteger> bad = new HashSet<>();
            Set<BigInteger> good = new HashSet<>();
            ToldStatus told = new ToldStatus(context);
            context.getBean(JdbcClient.class)
                    .sql("select id, serial, state from authority.certificate where authority = ?")
                    .param(told.authority.id())
                    .query(
                            row -> {
                                BigInteger serial = new BigInteger(1, row.getBytes(2));
                                if (revoked.contains(row.getLong(1))) {
                                    bad.add(serial);
                                } else if (row.getInt(3) == 0) {
                                    good.add(serial);
                                }
                            });
            assertThat(bad).as("revoked certificates there, %s", what).hasSameSizeAs(revoked);
            for (BigInteger serial : bad) {
                assertThat(told.isRevoked(serial)).as("OCSP of a revoked one, %s", what).isTrue();
            }
            for (BigInteger serial : good) {
                assertThat(told.isRevoked(serial)).as("OCSP of a good one, %s", what).isFalse();
            }
            told.assertListed(bad, what);
        }
    }

    private static EdgeHandler handler(ConfigurableApplicationContext context, String prefix) {
        return context.getBeansOfType(EdgeHandler.class).values().stream()
                .filter(handler -> handler.prefix().equals(prefix))
                .findFirst()
                .orElseThrow();
    }

    private boolean isRevoked(BigInteger serial) throws Exception {
        OCSPReqBuilder builder = new OCSPReqBuilder();
        builder.addRequest(new CertificateID(sha1, issuer, serial));
        byte[] request = builder.build().getEncoded();
        Instant deadline = Instant.now().plus(LIMIT);
        while (true) {
            OCSPResp response = new OCSPResp(ask(ocsp, "/ocsp", request).body());
            if (response.getStatus() == OCSPResp.SUCCESSFUL) {
                BasicOCSPResp basic = (BasicOCSPResp) response.getResponseObject();
                return basic.getResponses()[0].getCertStatus() instanceof RevokedStatus;
            }
            // It starts: statuses are read, and a responder's certificate is issued.
            assertThat(response.getStatus()).isEqualTo(OCSPResp.TRY_LATER);
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(20);
        }
    }

    private void assertListed(Set<BigInteger> revoked, String what) throws Exception {
        Instant deadline = Instant.now().plus(LIMIT);
        while (true) {
            X509CRLHolder list =
                    new X509CRLHolder(
                            ask(lists, "/crl/" + authority.code() + ".crl", new byte[0]).body());
            assertThat(list.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer)))
                    .isTrue();
            long missing =
                    revoked.stream()
                            .filter(serial -> list.getRevokedCertificate(serial) == null)
                            .count();
            if (missing == 0) {
                return;
            }
            // The list of before the kill, until the new one is published.
            assertThat(Instant.now())
                    .as("%s missing in the list, %s", missing, what)
                    .isBefore(deadline);
            Thread.sleep(50);
        }
    }

    private static EdgeAnswer ask(EdgeHandler handler, String path, byte[] body) {
        return handler.answer(
                new EdgeRequest(
                        body.length == 0 ? "GET" : "POST",
                        path,
                        "",
                        _ -> Optional.empty(),
                        body,
                        new ClientAddress(InetAddress.getLoopbackAddress())));
    }
}
