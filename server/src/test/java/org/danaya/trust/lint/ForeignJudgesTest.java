package org.danaya.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.profile.Profile;
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
}
