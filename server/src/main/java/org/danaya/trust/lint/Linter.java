package org.danaya.trust.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.trust.der.MalformedDer;
import org.danaya.trust.profile.IssuerInfo;
import org.danaya.trust.profile.Profile;

/** The rules that bind the certificates of one profile from one issuer. For any thread. */
public final class Linter {

    static final Finding MALFORMED = new Finding("x690.der", "X.690 §10", Severity.ERROR);

    /** Every rule there is. */
    static final List<Lint> ALL =
            Stream.of(
                            FormLints.ALL,
                            NameLints.ALL,
                            AlternativeNameLints.ALL,
                            KeyLints.ALL,
                            ExtensionLints.ALL,
                            UsageLints.ALL,
                            AuthorityLints.ALL,
                            SignatureLints.ALL,
                            StatementLints.ALL,
                            ServerLints.ALL,
                            InfrastructureLints.ALL,
                            ProfileLints.ALL)
                    .flatMap(List::stream)
                    .toList();

    private final LintContext context;
    private final Lint[] bound;

    private Linter(LintContext context) {
        this.context = context;
        this.bound =
                ALL.stream().filter(lint -> lint.binds(context.profile())).toArray(Lint[]::new);
    }

    /** The rules for a profile and an issuer. */
    public static Linter of(Profile profile, IssuerInfo issuer) {
        return new Linter(LintContext.of(profile, issuer));
    }

    /** Every rule: its id, its clause, its weight. For the reference. */
    public static List<Finding> rules() {
        return Stream.concat(Stream.of(MALFORMED), ALL.stream().map(Finding::of)).toList();
    }

    /** The rules that bind the certificates of a profile. */
    public static List<Finding> rules(Profile profile) {
        return ALL.stream().filter(lint -> lint.binds(profile)).map(Finding::of).toList();
    }

    /**
     * Looks at a certificate that isn't signed yet.
     *
     * @param tbs the bytes of the TBSCertificate, which nobody may change any more
     */
    public LintOutcome lint(byte[] tbs) {
        CertificateView view;
        List<Finding> findings;
        try {
            view = CertificateView.of(tbs);
            findings = findings(view);
        } catch (MalformedDer _) {
            return new LintOutcome.Refused(List.of(MALFORMED));
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return !findings.isEmpty() && findings.getFirst().severity() == Severity.ERROR
                ? new LintOutcome.Refused(List.copyOf(findings))
                : new LintOutcome.Clean(
                        new LintedTbs(context.profile(), tbs, view), List.copyOf(findings));
    }

    private List<Finding> findings(CertificateView certificate) {
        List<Finding> findings = new ArrayList<>(0);
        for (Lint lint : bound) {
            if (!lint.keeps(certificate, context)) {
                findings.add(Finding.of(lint));
            }
        }
        return findings;
    }
}
