package org.danaya.trust.lint;

import java.util.List;
import org.danaya.trust.profile.Profile;

/** What a key may be used for: RFC 5280 §4.2.1.3, §4.2.1.9, §4.2.1.12. */
final class UsageLints {

    static final List<Lint> ALL =
            List.of(
                    new UsageThere(),
                    new UsageCritical(),
                    new UsageExact(),
                    new SignsCertificates(),
                    new PathLength(),
                    new NoAuthority(),
                    new PurposeSome(),
                    new PurposeOnce(),
                    new PurposeAny(),
                    new PurposeUsage());

    private UsageLints() {}

    /** It says what the key is for. */
    private static final class UsageThere extends Lint {

        UsageThere() {
            super("rfc5280.usage-present", "RFC 5280 §4.2.1.3");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().usage() != 0;
        }
    }

    /** Critical. */
    private static final class UsageCritical extends Lint {

        UsageCritical() {
            super("rfc5280.usage-critical", "RFC 5280 §4.2.1.3");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.extension(Oids.KEY_USAGE).isEmpty()
                    || !certificate.isNotCritical(Oids.KEY_USAGE);
        }
    }

    /** No zero bits at its end. */
    private static final class UsageExact extends Lint {

        UsageExact() {
            super("x690.usage-bits", "X.690 §11.2.2");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().usageExact();
        }
    }

    /** Only an authority signs certificates. */
    private static final class SignsCertificates extends Lint {

        SignsCertificates() {
            super("rfc5280.cert-sign", "RFC 5280 §4.2.1.9");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.views().hasUsage(0x04) || certificate.views().authority();
        }
    }

    /** A path length only beside cA and keyCertSign. */
    private static final class PathLength extends Lint {

        PathLength() {
            super("rfc5280.path-length", "RFC 5280 §4.2.1.9");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().pathLength() < 0
                    || (certificate.views().authority() && certificate.views().hasUsage(0x04));
        }
    }

    /** An end entity is no authority. */
    private static final class NoAuthority extends Lint {

        NoAuthority() {
            super("rfc5280.end-entity", "RFC 5280 §4.2.1.9");
        }

        @Override
        boolean binds(Profile profile) {
            return !profile.kind().isAuthority();
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.views().authority();
        }
    }

    /** Where the extension is, it holds a purpose. */
    private static final class PurposeSome extends Lint {

        PurposeSome() {
            super("rfc5280.purpose-empty", "RFC 5280 §4.2.1.12");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.extension(Oids.PURPOSES).isEmpty()
                    || !certificate.views().purposes().isEmpty();
        }
    }

    /** Each purpose once. */
    private static final class PurposeOnce extends Lint {

        PurposeOnce() {
            super("danaya.purpose-once", "RFC 5280 §4.2.1.12", Severity.WARNING);
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().purposes().stream().distinct().count()
                    == certificate.views().purposes().size();
        }
    }

    /** No certificate for anything. */
    private static final class PurposeAny extends Lint {

        PurposeAny() {
            super("cabf.any-purpose", "CA/B BR §7.1.2.7.10");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.views().purposes().contains(Oids.ANY_PURPOSE);
        }
    }

    /** Every purpose of ours needs a key that signs. */
    private static final class PurposeUsage extends Lint {

        PurposeUsage() {
            super("rfc5280.purpose-usage", "RFC 5280 §4.2.1.12");
        }

        @Override
        boolean binds(Profile profile) {
            return !profile.kind().isAuthority();
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().purposes().isEmpty()
                    || certificate.views().hasUsage(0x80)
                    || certificate.views().hasUsage(0x40);
        }
    }
}
