package org.danaya.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;
import org.danaya.trust.profile.Profiles;
import org.danaya.trust.profile.TestHierarchy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others say of a certificate of each profile. Costs ten seconds. */
class ForeignJudgesTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"EC_P256", "EC_P384", "RSA_3072"})
    void opensslAcceptsEachChain(KeyAlgorithm algorithm) throws Exception {
        TestHierarchy hierarchy = TestHierarchy.make(algorithm);
        for (Profile profile : endEntities(hierarchy, algorithm)) {
            List<String> command =
                    new ArrayList<>(List.of("openssl", "verify", "-x509_strict", "-check_ss_sig"));
            String purpose =
                    switch (profile.kind()) {
                        case TLS_SERVER -> "sslserver";
                        case TLS_CLIENT -> "sslclient";
                        case TIMESTAMP -> "timestampsign";
                        case OCSP -> "ocsphelper";
                        default -> "any";
                    };
            command.addAll(List.of("-purpose", purpose));
            command.addAll(chain(hierarchy, profile));
            assertThat(run(command)).as(profile.id()).contains(": OK");
            tamper(folder.resolve("end.pem"));
            assertThat(run(command)).as(profile.id() + " tampered").doesNotContain(": OK");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"EC_P256", "EC_P384", "RSA_3072"})
    void gnutlsAcceptsEachChain(KeyAlgorithm algorithm) throws Exception {
        assumeTrue(isThere("certtool"), "certtool isn't installed");
        TestHierarchy hierarchy = TestHierarchy.make(algorithm);
        for (Profile profile : endEntities(hierarchy, algorithm)) {
            chain(hierarchy, profile);
            Path whole = folder.resolve("chain.pem");
            Files.writeString(
                    whole,
                    Files.readString(folder.resolve("end.pem"))
                            + Files.readString(folder.resolve("issuing.pem")));
            List<String> command =
                    List.of(
                            "certtool",
                            "--verify",
                            "--load-ca-certificate",
                            folder.resolve("root.pem").toString(),
                            "--infile",
                            whole.toString());
            assertThat(run(command))
                    .as(profile.id())
                    .contains("Chain verification output: Verified. The certificate is trusted.");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"EC_P256", "EC_P384", "RSA_3072", "ML_DSA_65"})
    void theJdkAcceptsEachChain(KeyAlgorithm algorithm) throws Exception {
        TestHierarchy hierarchy = TestHierarchy.make(algorithm);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (Profile profile : endEntities(hierarchy, algorithm)) {
            X509Certificate root = read(factory, hierarchy.root().der());
            X509Certificate issuing =
                    read(factory, hierarchy.authority(profile.issuedBy().iterator().next()).der());
            X509Certificate end = read(factory, hierarchy.issue(profile.id()).der());
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            parameters.setExplicitPolicyRequired(!profile.policies().isEmpty());
            CertPathValidator.getInstance("PKIX")
                    .validate(factory.generateCertPath(List.of(end, issuing)), parameters);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"EC_P256", "EC_P384", "RSA_3072"})
    void zlintFindsNoError(KeyAlgorithm algorithm) throws Exception {
        Optional<SecondOpinion> zlint =
                SecondOpinion.find(System.getenv("PATH"), Duration.ofMinutes(1));
        assumeTrue(zlint.isPresent(), "zlint isn't on the PATH");
        TestHierarchy hierarchy = TestHierarchy.make(algorithm, qualified());
        for (Profile profile : hierarchy.profiles().all()) {
            if (profile.keys().algorithms().contains(algorithm)) {
                assertThat(
                                zlint.get()
                                        .ask(
                                                LinterTest.made(hierarchy, profile).tbs(),
                                                profile,
                                                LinterTest.issuer(hierarchy, profile)))
                        .as(profile.id())
                        .isEqualTo(new SecondOpinion.Outcome.Agrees());
            }
        }
    }

    /** As where the law makes signatures and seals qualified. */
    private Profiles qualified() throws IOException {
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        try (InputStream in =
                Objects.requireNonNull(
                        ForeignJudgesTest.class.getResourceAsStream("/profiles/country.yaml"))) {
            Files.writeString(
                    profiles.resolve("country.yaml"),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("# qualified-under", "qualified-under")
                            .replace("# disclosure-", "disclosure-")
                            .replace("#   -", "  -"));
        }
        return Profiles.ofHome(folder);
    }

    @Test
    void zlintObjectsToWhatIsWrong() {
        Optional<SecondOpinion> zlint =
                SecondOpinion.find(System.getenv("PATH"), Duration.ofMinutes(1));
        assumeTrue(zlint.isPresent(), "zlint isn't on the PATH");
        TestHierarchy hierarchy = TestHierarchy.make(KeyAlgorithm.EC_P256);
        Profile server = hierarchy.profiles().get("tls-server");
        Profile client = hierarchy.profiles().get("tls-client");
        assertThat(
                        zlint.get()
                                .ask(
                                        hierarchy.issue(client.id()).tbs(),
                                        server,
                                        LinterTest.issuer(hierarchy, client)))
                .isInstanceOf(SecondOpinion.Outcome.class);
        assertThat(zlint.get().ask(new byte[] {0x30, 0}, server, hierarchy.root().asIssuer()))
                .isInstanceOf(SecondOpinion.Outcome.Silent.class);
    }

    private static List<Profile> endEntities(TestHierarchy hierarchy, KeyAlgorithm algorithm) {
        return hierarchy.profiles().all().stream()
                .filter(profile -> !profile.kind().isAuthority())
                .filter(profile -> profile.keys().algorithms().contains(algorithm))
                .toList();
    }

    private List<String> chain(TestHierarchy hierarchy, Profile profile) throws IOException {
        assertThat(profile.kind()).isNotEqualTo(ProfileKind.ROOT);
        pem(folder.resolve("root.pem"), hierarchy.root().der());
        pem(
                folder.resolve("issuing.pem"),
                hierarchy.authority(profile.issuedBy().iterator().next()).der());
        pem(folder.resolve("end.pem"), hierarchy.issue(profile.id()).der());
        return List.of(
                "-CAfile",
                folder.resolve("root.pem").toString(),
                "-untrusted",
                folder.resolve("issuing.pem").toString(),
                folder.resolve("end.pem").toString());
    }

    private static void tamper(Path file) throws IOException {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        byte[] der = Base64.getDecoder().decode(body);
        der[der.length / 2] ^= 1;
        pem(file, der);
    }

    private static void pem(Path file, byte[] der) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n");
    }

    private static X509Certificate read(CertificateFactory factory, byte[] der) throws Exception {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }

    private String run(List<String> command) throws Exception {
        Path output = folder.resolve("output");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private static boolean isThere(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
