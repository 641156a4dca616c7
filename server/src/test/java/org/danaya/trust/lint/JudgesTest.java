package org.danaya.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.lint.JudgedChains.Damage;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;
import org.danaya.trust.profile.TestHierarchy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table of judges and profiles: each judge accepts each certificate as it is and refuses it
 * with one bit changed, in what is signed or in the signature. Costs half a minute.
 */
class JudgesTest {

    @TempDir Path folder;

    /** A certificate to judge, and those that it stands on. */
    record Case(TestHierarchy hierarchy, Profile profile, TestHierarchy.Made made) {

        boolean isAuthority() {
            return profile.kind().isAuthority();
        }

        /** The certificates between this one and the root. */
        List<byte[]> between() {
            return isAuthority()
                    ? List.of()
                    : List.of(hierarchy.authority(profile.issuedBy().iterator().next()).der());
        }
    }

    /** Somebody else's implementation of RFC 5280. */
    enum Judge {
        OPENSSL {
            @Override
            Optional<Boolean> accepts(Path folder, Case judged, byte[] der) throws Exception {
                Path root = pem(folder, "root.pem", judged.hierarchy().root().der());
                Path end = pem(folder, "end.pem", der);
                String purpose =
                        switch (judged.profile().kind()) {
                            case TLS_SERVER -> "sslserver";
                            case TLS_CLIENT -> "sslclient";
                            case TIMESTAMP -> "timestampsign";
                            case OCSP -> "ocsphelper";
                            case ROOT, ISSUING, SIGNATURE, SEAL -> "any";
                        };
                List<String> command =
                        new ArrayList<>(
                                List.of(
                                        "openssl",
                                        "verify",
                                        "-x509_strict",
                                        "-check_ss_sig",
                                        "-purpose",
                                        purpose,
                                        "-CAfile",
                                        root.toString()));
                for (byte[] between : judged.between()) {
                    command.addAll(
                            List.of("-untrusted", pem(folder, "issuing.pem", between).toString()));
                }
                command.add(end.toString());
                return Optional.of(run(folder, command).contains(": OK"));
            }
        },
        GNUTLS {
            @Override
            Optional<Boolean> accepts(Path folder, Case judged, byte[] der) throws Exception {
                Path root = pem(folder, "root.pem", judged.hierarchy().root().der());
                List<byte[]> chain = new ArrayList<>(List.of(der));
                chain.addAll(judged.between());
                Path whole =
                        JudgedChains.pem(folder.resolve("chain.pem"), chain.toArray(byte[][]::new));
                return Optional.of(
                        run(
                                        folder,
                                        List.of(
                                                "certtool",
                                                "--verify",
                                                "--load-ca-certificate",
                                                root.toString(),
                                                "--infile",
                                                whole.toString()))
                                .contains("Chain verification output: Verified."));
            }
        },
        // It knows no usage for documents and timestamps, and wants keyEncipherment of a server's
        // RSA
        // key, as before TLS 1.3 (the baseline requirements don't): it has no verdict on those.
        NSS {
            @Override
            Optional<Boolean> accepts(Path folder, Case judged, byte[] der) throws Exception {
                Optional<String> usage =
                        switch (judged.profile().kind()) {
                            case TLS_CLIENT -> Optional.of("0");
                            case TLS_SERVER ->
                                    judged.made().key().algorithm() == KeyAlgorithm.RSA_3072
                                            ? Optional.empty()
                                            : Optional.of("1");
                            case OCSP -> Optional.of("10");
                            case ISSUING -> Optional.of("3");
                            case ROOT, SIGNATURE, SEAL, TIMESTAMP -> Optional.empty();
                        };
                if (usage.isEmpty()) {
                    return Optional.empty();
                }
                String database = "sql:" + database(folder, judged.hierarchy());
                Path end = Files.write(folder.resolve("end.der"), der);
                String said =
                        run(
                                folder,
                                List.of(
                                        "vfychain",
                                        "-d",
                                        database,
                                        "-u",
                                        usage.get(),
                                        end.toString()));
                assertThat(said).containsPattern("Chain is (good|bad)!");
                return Optional.of(said.contains("Chain is good!"));
            }

            // The root trusted, the authorities known.
            private Path database(Path folder, TestHierarchy hierarchy) throws Exception {
                Path database = folder.resolve("nss");
                if (Files.exists(database)) {
                    return database;
                }
                Files.createDirectories(database);
                String name = "sql:" + database;
                run(folder, List.of("certutil", "-N", "-d", name, "--empty-password"));
                add(folder, name, "root", "CT,C,C", hierarchy.root().der());
                for (AuthorityKind kind : AuthorityKind.values()) {
                    if (kind != AuthorityKind.ROOT) {
                        add(folder, name, kind.code(), ",,", hierarchy.authority(kind).der());
                    }
                }
                return database;
            }

            private void add(Path folder, String database, String name, String trust, byte[] der)
                    throws Exception {
                Path file = Files.write(folder.resolve("added.der"), der);
                assertThat(
                                run(
                                        folder,
                                        List.of(
                                                "certutil",
                                                "-A",
                                                "-d",
                                                database,
                                                "-n",
                                                name,
                                                "-t",
                                                trust,
                                                "-i",
                                                file.toString())))
                        .contains("exit 0");
            }
        },
        JDK {
            @Override
            Optional<Boolean> accepts(Path folder, Case judged, byte[] der) throws Exception {
                CertificateFactory factory = CertificateFactory.getInstance("X.509");
                PKIXParameters parameters =
                        new PKIXParameters(
                                Set.of(
                                        new TrustAnchor(
                                                read(factory, judged.hierarchy().root().der()),
                                                null)));
                parameters.setRevocationEnabled(false);
                parameters.setExplicitPolicyRequired(!judged.profile().policies().isEmpty());
                List<X509Certificate> chain = new ArrayList<>(List.of(read(factory, der)));
                for (byte[] between : judged.between()) {
                    chain.add(read(factory, between));
                }
                try {
                    CertPathValidator.getInstance("PKIX")
                            .validate(factory.generateCertPath(chain), parameters);
                    return Optional.of(true);
                } catch (GeneralSecurityException _) {
                    return Optional.of(false);
                }
            }
        };

        // Its verdict; nothing where it has none on such certificates.
        abstract Optional<Boolean> accepts(Path folder, Case judged, byte[] der) throws Exception;

        boolean knows(KeyAlgorithm algorithm) {
            return this == JDK || algorithm != KeyAlgorithm.ML_DSA_65;
        }

        String tool() {
            return switch (this) {
                case OPENSSL -> "openssl";
                case GNUTLS -> "certtool";
                case NSS -> "vfychain";
                case JDK -> "";
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Judge.class)
    void acceptsEveryProfileAndRefusesOneBitChanged(Judge judge) throws Exception {
        assumeTrue(
                judge.tool().isEmpty() || JudgedChains.isThere(judge.tool()),
                judge.tool() + " isn't installed");
        List<String> table = new ArrayList<>();
        for (KeyAlgorithm algorithm :
                List.of(
                        KeyAlgorithm.EC_P256,
                        KeyAlgorithm.EC_P384,
                        KeyAlgorithm.RSA_3072,
                        KeyAlgorithm.ML_DSA_65)) {
            if (judge.knows(algorithm)) {
                Path own = Files.createDirectories(folder.resolve(algorithm.name()));
                cases(algorithm).forEach(judged -> judge(judge, own, algorithm, judged, table));
            }
        }
        assertThat(table).as("wrong verdicts").isEmpty();
    }

    private static void judge(
            Judge judge, Path folder, KeyAlgorithm algorithm, Case judged, List<String> wrong) {
        for (Damage damage : Damage.values()) {
            try {
                Optional<Boolean> verdict =
                        judge.accepts(folder, judged, damage.done(judged.made()));
                if (verdict.isPresent() && verdict.get() != (damage == Damage.NONE)) {
                    wrong.add(
                            "%s %s %s %s"
                                    .formatted(judge, algorithm, judged.profile().id(), damage));
                }
            } catch (Exception e) {
                throw new IllegalStateException(judge + " " + judged.profile().id(), e);
            }
        }
    }

    private static Stream<Case> cases(KeyAlgorithm algorithm) {
        TestHierarchy hierarchy = TestHierarchy.make(algorithm);
        return hierarchy.profiles().all().stream()
                .filter(profile -> profile.kind() != ProfileKind.ROOT)
                .filter(profile -> profile.keys().algorithms().contains(algorithm))
                .map(profile -> new Case(hierarchy, profile, made(hierarchy, profile)));
    }

    private static TestHierarchy.Made made(TestHierarchy hierarchy, Profile profile) {
        return LinterTest.made(hierarchy, profile);
    }

    private static Path pem(Path folder, String name, byte[] der) throws IOException {
        return JudgedChains.pem(folder.resolve(name), der);
    }

    private static String run(Path folder, List<String> command) throws Exception {
        return JudgedChains.run(folder, command.toArray(String[]::new));
    }

    private static X509Certificate read(CertificateFactory factory, byte[] der)
            throws GeneralSecurityException {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }
}
