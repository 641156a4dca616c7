package org.danaya.trust.lint;

import java.util.Arrays;
import java.util.List;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;

/** Roots and issuing authorities: RFC 5280 §4.2.1, ETSI EN 319 411-1, CA/B BR §7.1.2. */
final class AuthorityLints {

    static final List<Lint> ALL =
            List.of(
                    new CaBasic(),
                    new CaCritical(),
                    new CaUsage(),
                    new CaKeyIdentifier(),
                    new CaName(),
                    new RootSelfIssued(),
                    new RootPlain(),
                    new IssuingOther(),
                    new IssuingPolicies(),
                    new IssuingPathLength(),
                    new IssuingResponder());

    private AuthorityLints() {}

    /** Basic constraints say cA. */
    private static final class CaBasic extends Lint {

        CaBasic() {
            super("rfc5280.ca-basic", "RFC 5280 §4.2.1.9");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind().isAuthority();
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().authority();
        }
    }

    /** Basic constraints are critical. */
    private static final class CaCritical extends Lint {

        CaCritical() {
            super("rfc5280.ca-critical", "RFC 5280 §4.2.1.9");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind().isAuthority();
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.isNotCritical(Oids.BASIC_CONSTRAINTS);
        }
    }

    /** It signs certificates and revocation lists. */
    private static final class CaUsage extends Lint {

        CaUsage() {
            super("rfc5280.ca-usage", "RFC 5280 §4.2.1.3");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind().isAuthority();
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().hasUsage(0x04) && certificate.views().hasUsage(0x02);
        }
    }

    /** Its key has an identifier. */
    private static final class CaKeyIdentifier extends Lint {

        CaKeyIdentifier() {
            super("rfc5280.ca-ski", "RFC 5280 §4.2.1.2");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind().isAuthority();
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().subjectKey() != null
                    && certificate.views().subjectKey().length > 0;
        }
    }

    /** Its name has country, organisation and common name. */
    private static final class CaName extends Lint {

        CaName() {
            super("en319412.ca-name", "ETSI EN 319 412-2 §4.2.3.1");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind().isAuthority();
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.hasSubject(Oids.COUNTRY)
                    && certificate.hasSubject(Oids.ORGANIZATION)
                    && certificate.hasSubject(Oids.COMMON_NAME);
        }
    }

    /** A root names itself. */
    private static final class RootSelfIssued extends Lint {

        RootSelfIssued() {
            super("rfc5280.root-self-issued", "RFC 5280 §3.2");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.ROOT;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.isSelfIssued()
                    && (certificate.views().authorityKey() == null
                            || Arrays.equals(
                                    certificate.views().authorityKey(),
                                    certificate.views().subjectKey()));
        }
    }

    /** A root isn't bound to purposes, policies or lengths. */
    private static final class RootPlain extends Lint {

        RootPlain() {
            super("cabf.root-plain", "CA/B BR §7.1.2.1.2");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.ROOT;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.extension(Oids.PURPOSES).isEmpty()
                    && certificate.extension(Oids.POLICIES).isEmpty()
                    && certificate.views().pathLength() < 0;
        }
    }

    /** An issuing authority has a name of its own. */
    private static final class IssuingOther extends Lint {

        IssuingOther() {
            super("rfc5280.issuing-other", "RFC 5280 §6.1");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.ISSUING;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.isSelfIssued();
        }
    }

    /** Without policies no path below it has any. */
    private static final class IssuingPolicies extends Lint {

        IssuingPolicies() {
            super("rfc5280.issuing-policies", "RFC 5280 §4.2.1.4");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.ISSUING;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.views().policies().isEmpty();
        }
    }

    /** The path length of the profile. */
    private static final class IssuingPathLength extends Lint {

        IssuingPathLength() {
            super("danaya.issuing-path-length", "RFC 5280 §4.2.1.9");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.ISSUING;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().pathLength() == context.profile().pathLength().orElse(-1);
        }
    }

    /** An authority isn't by accident a responder of its issuer. */
    private static final class IssuingResponder extends Lint {

        IssuingResponder() {
            super("cabf.ca-ocsp-purpose", "CA/B BR §7.1.2.10.6");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind().isAuthority();
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.views().purposes().contains("1.3.6.1.5.5.7.3.9");
        }
    }
}
