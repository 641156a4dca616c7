package org.danaya.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.IssuerInfo;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;
import org.danaya.trust.profile.TestHierarchy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Costs two seconds. */
class LinterTest {

    private static TestHierarchy hierarchy;

    @BeforeAll
    static void make() {
        hierarchy = TestHierarchy.make(KeyAlgorithm.EC_P256);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"EC_P256", "EC_P384", "RSA_3072", "ML_DSA_65"})
    void whatWeMakeIsCleanToTheLastRemark(KeyAlgorithm algorithm) {
        TestHierarchy made = TestHierarchy.make(algorithm);
        for (Profile profile : made.profiles().all()) {
            if (profile.keys().algorithms().contains(algorithm)) {
                assertThat(lint(made, profile))
                        .as("%s %s", profile.id(), algorithm)
                        .isInstanceOfSatisfying(
                                LintOutcome.Clean.class,
                                clean -> assertThat(clean.remarks()).isEmpty());
            }
        }
    }

    @Test
    void aTokenIsRedeemedOnce() {
        LintOutcome.Clean clean =
                (LintOutcome.Clean) lint(hierarchy, hierarchy.profiles().get("timestamp"));
        assertThat(clean.token().redeem()).isNotEmpty();
        assertThatThrownBy(() -> clean.token().redeem()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyRuleHasItsOwnIdAndWords() {
        Words words = Words.load();
        assertThat(Linter.rules()).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(Linter.rules())
                .allSatisfy(
                        rule ->
                                assertThat(words.has(Language.FRENCH, rule.words()))
                                        .as(rule.id())
                                        .isTrue());
    }

    @Test
    void noBytesMakeTheLinterFall() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (String id : List.of("person-signature", "tls-server", "ocsp", "issuing-servers")) {
            Profile profile = hierarchy.profiles().get(id);
            TestHierarchy.Made made = made(hierarchy, profile);
            Linter linter = Linter.of(profile, issuer(hierarchy, profile));
            for (int round = 0; round < 5_000; round++) {
                byte[] mutated = made.tbs().clone();
                for (int flips = random.nextInt(3); flips >= 0; flips--) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
                }
                assertThat(linter.lint(mutated)).isNotNull();
            }
        }
    }

    @Test
    void theWrongIssuerIsFound() {
        Profile profile = hierarchy.profiles().get("ocsp");
        TestHierarchy.Made made =
                hierarchy.issue(profile, hierarchy.authority(AuthorityKind.PERSONS));
        IssuerInfo servers = hierarchy.authority(AuthorityKind.SERVERS).asIssuer();
        IssuerInfo other =
                new IssuerInfo(
                        servers.kind(),
                        servers.name(),
                        new byte[20],
                        servers.algorithm(),
                        servers.notAfter(),
                        servers.addresses());
        LintOutcome outcome = Linter.of(profile, other).lint(made.tbs());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        LintOutcome.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::id)
                                        .contains("profile.issuer", "rfc5280.aki-matches"));
    }

    /** Every rule that binds each profile, so that none is forgotten. */
    @Test
    void everyRuleBindsAProfile() {
        assertThat(
                        Linter.ALL.stream()
                                .filter(
                                        lint ->
                                                hierarchy.profiles().all().stream()
                                                        .noneMatch(lint::binds))
                                .map(Lint::id))
                .isEmpty();
        assertThat(Stream.of(ProfileKind.values()).count()).isEqualTo(8);
    }

    static LintOutcome lint(TestHierarchy hierarchy, Profile profile) {
        return Linter.of(profile, issuer(hierarchy, profile)).lint(made(hierarchy, profile).tbs());
    }

    static TestHierarchy.Made made(TestHierarchy hierarchy, Profile profile) {
        return switch (profile.kind()) {
            case ROOT -> hierarchy.root();
            case ISSUING -> hierarchy.issue(profile, hierarchy.root());
            default -> hierarchy.issue(profile.id());
        };
    }

    static IssuerInfo issuer(TestHierarchy hierarchy, Profile profile) {
        return profile.kind().isAuthority()
                ? hierarchy.root().asIssuer()
                : hierarchy.authority(profile.issuedBy().iterator().next()).asIssuer();
    }
}
