package org.danaya.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.profile.IssuerInfo;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.TestHierarchy;
import org.junit.jupiter.api.Test;

/**
 * Walks over every rule: some clean certificate keeps it, some mutation of one breaks it. Costs
 * three seconds.
 */
class EveryRuleTest {

    /** Each rule with the mutations that break it. */
    private final Map<String, Set<String>> broken = new TreeMap<>();

    @Test
    void everyRuleIsBrokenByAMutationOfWhatKeepsIt() {
        Set<String> kept = new TreeSet<>();
        for (KeyAlgorithm algorithm :
                List.of(KeyAlgorithm.EC_P256, KeyAlgorithm.RSA_3072, KeyAlgorithm.ML_DSA_65)) {
            TestHierarchy hierarchy = TestHierarchy.make(algorithm);
            for (Profile profile : hierarchy.profiles().all()) {
                if (profile.keys().algorithms().contains(algorithm)) {
                    IssuerInfo issuer = LinterTest.issuer(hierarchy, profile);
                    byte[] clean = LinterTest.made(hierarchy, profile).tbs();
                    kept.addAll(kept(profile, issuer, clean));
                    Mutations.of(clean).forEach((name, tbs) -> lint(profile, issuer, name, tbs));
                }
            }
        }
        List<String> ids = Linter.rules().stream().map(Finding::id).toList();
        assertThat(kept)
                .as("rules that a clean certificate keeps")
                .containsAll(ids.stream().filter(id -> !id.equals(Linter.MALFORMED.id())).toList());
        List<String> unbroken = new ArrayList<>(ids);
        unbroken.removeAll(broken.keySet());
        assertThat(unbroken).as("rules that no mutation breaks").isEmpty();
    }

    private static Set<String> kept(Profile profile, IssuerInfo issuer, byte[] clean) {
        CertificateView view = CertificateView.of(clean);
        LintContext context = LintContext.of(profile, issuer);
        return Linter.ALL.stream()
                .filter(lint -> lint.binds(profile) && lint.keeps(view, context))
                .map(Lint::id)
                .collect(Collectors.toSet());
    }

    private void lint(Profile profile, IssuerInfo issuer, String name, byte[] tbs) {
        List<Finding> findings =
                switch (Linter.of(profile, issuer).lint(tbs)) {
                    case LintOutcome.Clean clean -> clean.remarks();
                    case LintOutcome.Refused(List<Finding> refused) -> refused;
                };
        findings.forEach(
                finding ->
                        broken.computeIfAbsent(finding.id(), _ -> new TreeSet<>())
                                .add(profile.id() + " " + name));
    }
}
