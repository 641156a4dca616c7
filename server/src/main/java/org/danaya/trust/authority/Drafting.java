package org.danaya.trust.authority;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.PublicKeyCheck;
import org.danaya.crypto.PublicKeys;
import org.danaya.crypto.WeakKey;
import org.danaya.trust.lint.Finding;
import org.danaya.trust.lint.LintOutcome;
import org.danaya.trust.lint.LintedTbs;
import org.danaya.trust.lint.Severity;
import org.danaya.trust.profile.AlternativeNames;
import org.danaya.trust.profile.Lifetime;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.SerialNumbers;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.profile.SubjectName;
import org.danaya.trust.profile.SubjectProblem;

/** Makes the TBSCertificate that a profile, a subject and a key lead to, and has it linted. */
final class Drafting {

    /**
     * The exact TBSCertificate that would be signed.
     *
     * @param tbs DER
     * @param sha256 of it
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Draft(byte[] tbs, byte[] sha256) {

        Draft(byte[] tbs) {
            this(tbs, Sha256.of(tbs));
        }
    }

    private final PublicKeyCheck check;
    private final SerialNumbers serials;
    private final Clock clock;

    Drafting(PublicKeyCheck check, SecureRandom random, Clock clock) {
        this.check = check;
        this.serials = new SerialNumbers(random);
        this.clock = clock;
    }

    /**
     * The TBSCertificate, under a new serial number.
     *
     * @throws Fault {@link AuthorityFault#SUBJECT_REFUSED}, {@link AuthorityFault#KEY_REFUSED}
     */
    Draft draft(
            AuthorityKeys.Signer signer,
            KnownProfile under,
            Map<SubjectAttribute, String> subject,
            AlternativeNames names,
            byte[] publicKey,
            Optional<Duration> life) {
        Profile profile = under.profile();
        fit(profile, publicKey);
        SubjectName name =
                switch (SubjectName.of(profile, subject)) {
                    case SubjectName.Outcome.Accepted(SubjectName accepted) -> accepted;
                    case SubjectName.Outcome.Refused(List<SubjectProblem> problems) ->
                            throw refused(problems);
                };
        Instant now = clock.instant();
        Instant end = signer.authority().notAfter();
        Lifetime lifetime = profile.lifetime();
        return new Draft(
                signer.under(under)
                        .certificates()
                        .build(
                                name,
                                names,
                                publicKey,
                                serials.next(),
                                life.map(length -> lifetime.from(now, length, end))
                                        .orElseGet(() -> lifetime.from(now, end))));
    }

    /**
     * The other names of a subject.
     *
     * @throws Fault {@link AuthorityFault#SUBJECT_REFUSED}
     */
    static AlternativeNames names(KnownProfile under, List<String> typed) {
        return switch (AlternativeNames.of(under.profile(), typed)) {
            case AlternativeNames.Outcome.Accepted(AlternativeNames accepted) -> accepted;
            case AlternativeNames.Outcome.Refused(List<SubjectProblem> problems) ->
                    throw refused(problems);
        };
    }

    /** The fault that tells all that is wrong with a subject. */
    static Fault refused(List<SubjectProblem> problems) {
        return new Fault(
                AuthorityFault.SUBJECT_REFUSED,
                problems.stream()
                        .map(problem -> problem.field() + ": " + problem.code())
                        .collect(Collectors.joining(", ")));
    }

    /** Faults unless a key may be certified under a profile. */
    PublicKey fit(Profile profile, byte[] publicKey) {
        try {
            PublicKey key = PublicKeys.read(publicKey);
            Optional<WeakKey> weak = check.find(key);
            if (weak.isPresent()) {
                throw new Fault(AuthorityFault.KEY_REFUSED, weak.get().code());
            }
            KeyAlgorithm algorithm = KeyAlgorithm.of(key).orElseThrow();
            if (!profile.keys().algorithms().contains(algorithm)) {
                throw new Fault(AuthorityFault.KEY_REFUSED, WeakKey.ALGORITHM.code());
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new Fault(e, AuthorityFault.KEY_REFUSED, "key.malformed");
        }
    }

    /**
     * The same bytes, looked at by every rule that binds them.
     *
     * @throws Fault {@link AuthorityFault#LINT_REFUSED}
     */
    static LintedTbs linted(AuthorityKeys.Signer signer, KnownProfile under, byte[] tbs) {
        return switch (signer.under(under).linter().lint(tbs)) {
            case LintOutcome.Clean(LintedTbs token, _) -> token;
            case LintOutcome.Refused(List<Finding> findings) ->
                    throw new Fault(
                            AuthorityFault.LINT_REFUSED,
                            findings.stream()
                                    .filter(finding -> finding.severity() == Severity.ERROR)
                                    .map(finding -> finding.id() + " (" + finding.clause() + ")")
                                    .collect(Collectors.joining(", ")));
        };
    }
}
