package org.danaya.trust.lint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.danaya.trust.der.DerReader;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;

/** Identifiers of keys, policies, and addresses: RFC 5280 §4.2, RFC 6818. */
final class ExtensionLints {

    static final List<Lint> ALL =
            List.of(
                    new AuthorityKey(),
                    new AuthorityKeyMatches(),
                    new AuthorityKeyCritical(),
                    new SubjectKeyCritical(),
                    new PolicyOnce(),
                    new PolicyAny(),
                    new PolicyQualifier(),
                    new PolicyCritical(),
                    new PointName(),
                    new PointHttp(),
                    new PointCritical(),
                    new AccessMethod(),
                    new AccessHttp(),
                    new AccessSome(),
                    new AccessCritical());

    private ExtensionLints() {}

    /** It names the key of its issuer. */
    private static final class AuthorityKey extends Lint {

        AuthorityKey() {
            super("rfc5280.aki-present", "RFC 5280 §4.2.1.1");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() != ProfileKind.ROOT;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().authorityKey() != null;
        }
    }

    /** The key that it names is the issuer's. */
    private static final class AuthorityKeyMatches extends Lint {

        AuthorityKeyMatches() {
            super("rfc5280.aki-matches", "RFC 5280 §4.2.1.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().authorityKey() == null
                    || Arrays.equals(
                            certificate.views().authorityKey(), context.issuer().keyIdentifier());
        }
    }

    /** Not critical. */
    private static final class AuthorityKeyCritical extends Lint {

        AuthorityKeyCritical() {
            super("rfc5280.aki-critical", "RFC 5280 §4.2.1.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.isNotCritical(Oids.AUTHORITY_KEY_IDENTIFIER);
        }
    }

    /** Not critical. */
    private static final class SubjectKeyCritical extends Lint {

        SubjectKeyCritical() {
            super("rfc5280.ski-critical", "RFC 5280 §4.2.1.2");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.isNotCritical(Oids.SUBJECT_KEY_IDENTIFIER);
        }
    }

    /** Each policy once. */
    private static final class PolicyOnce extends Lint {

        PolicyOnce() {
            super("rfc5280.policy-once", "RFC 5280 §4.2.1.4");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().policies().stream()
                            .map(ExtensionViews.PolicyView::oid)
                            .distinct()
                            .count()
                    == certificate.views().policies().size();
        }
    }

    /** An end entity has a policy of its own, not any. */
    private static final class PolicyAny extends Lint {

        PolicyAny() {
            super("cabf.any-policy", "CA/B BR §7.1.2.7.9");
        }

        @Override
        boolean binds(Profile profile) {
            return !profile.kind().isAuthority();
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().policies().stream()
                    .noneMatch(policy -> policy.oid().equals(Oids.ANY_POLICY));
        }
    }

    /**
     * A qualifier is the address of a practice statement; no notice, which nobody shows (RFC 6818
     * §3).
     */
    private static final class PolicyQualifier extends Lint {

        PolicyQualifier() {
            super("rfc5280.policy-qualifier", "RFC 5280 §4.2.1.4");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().policies().stream()
                    .flatMap(policy -> policy.qualifiers().stream())
                    .allMatch(ExtensionLints::isStatement);
        }
    }

    /** Not critical. */
    private static final class PolicyCritical extends Lint {

        PolicyCritical() {
            super("en319412.policies-critical", "ETSI EN 319 412-2 §4.3.3", Severity.WARNING);
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.isNotCritical(Oids.POLICIES);
        }
    }

    /** Each point says where the list is. */
    private static final class PointName extends Lint {

        PointName() {
            super("rfc5280.crl-point", "RFC 5280 §4.2.1.13");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().crlPointsWhole()
                    && (certificate.extension(Oids.CRL_POINTS).isEmpty()
                            || !certificate.views().crlPoints().isEmpty());
        }
    }

    /** Over plain HTTP, so that no certificate has to be checked first. */
    private static final class PointHttp extends Lint {

        PointHttp() {
            super("rfc5280.crl-http", "RFC 5280 §4.2.1.13");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().crlPoints().stream().allMatch(ExtensionLints::isHttp);
        }
    }

    /** Not critical. */
    private static final class PointCritical extends Lint {

        PointCritical() {
            super("rfc5280.crl-critical", "RFC 5280 §4.2.1.13");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.isNotCritical(Oids.CRL_POINTS);
        }
    }

    /** A responder, or the issuer's certificate. */
    private static final class AccessMethod extends Lint {

        AccessMethod() {
            super("rfc5280.aia-method", "RFC 5280 §4.2.2.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().access().stream()
                    .allMatch(
                            access ->
                                    access.method().equals(Oids.ACCESS_OCSP)
                                            || access.method().equals(Oids.ACCESS_ISSUERS));
        }
    }

    /** Over plain HTTP. */
    private static final class AccessHttp extends Lint {

        AccessHttp() {
            super("rfc5280.aia-http", "RFC 5280 §4.2.2.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().access().stream()
                    .allMatch(access -> isHttp(access.location()));
        }
    }

    /** Where the extension is, it says something. */
    private static final class AccessSome extends Lint {

        AccessSome() {
            super("rfc5280.aia-empty", "RFC 5280 §4.2.2.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.extension(Oids.ACCESS).isEmpty()
                    || !certificate.views().access().isEmpty();
        }
    }

    /** Not critical. */
    private static final class AccessCritical extends Lint {

        AccessCritical() {
            super("rfc5280.aia-critical", "RFC 5280 §4.2.2.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.isNotCritical(Oids.ACCESS);
        }
    }

    private static final int IA5 = 0x16;

    private static boolean isHttp(ExtensionViews.General name) {
        return name.number() == ExtensionViews.General.URI
                && name.text().startsWith("http://")
                && Hosts.isUri(name.text());
    }

    private static boolean isStatement(ExtensionViews.Qualifier qualifier) {
        return qualifier.oid().equals(Oids.STATEMENT_ADDRESS)
                && qualifier.element()[0] == IA5
                && Hosts.isUri(
                        new String(
                                new DerReader(qualifier.element()).content(IA5),
                                StandardCharsets.ISO_8859_1));
    }
}
