package org.danaya.trust.lint;

import java.time.Duration;
import java.util.List;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;

/** TLS servers: the CA/Browser Forum's baseline requirements and ETSI EN 319 412-4. */
final class ServerLints {

    static final List<Lint> ALL =
            List.of(
                    new Names(),
                    new NameTypes(),
                    new CommonName(),
                    new Validity(),
                    new Purpose(),
                    new PurposeOther(),
                    new Policy(),
                    new IssuerAddress(),
                    new Status(),
                    new Usage(),
                    new Place(),
                    new Unit());

    private ServerLints() {}

    /** Hosts or addresses among the alternative names. */
    private static final class Names extends Lint {

        Names() {
            super("cabf.san-present", "CA/B BR §7.1.2.7.12");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TLS_SERVER;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().names().stream()
                    .anyMatch(
                            name ->
                                    name.number() == ExtensionViews.General.DNS
                                            || name.number() == ExtensionViews.General.IP);
        }
    }

    /** And nothing else there. */
    private static final class NameTypes extends Lint {

        NameTypes() {
            super("cabf.san-types", "CA/B BR §7.1.2.7.12");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TLS_SERVER;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().names().stream()
                    .allMatch(
                            name ->
                                    name.number() == ExtensionViews.General.DNS
                                            || name.number() == ExtensionViews.General.IP);
        }
    }

    /** A common name is one of the alternative names. */
    private static final class CommonName extends Lint {

        CommonName() {
            super("cabf.common-name", "CA/B BR §7.1.4.3");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TLS_SERVER;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.subject(Oids.COMMON_NAME).stream()
                    .allMatch(
                            part ->
                                    certificate.views().names().stream()
                                            .anyMatch(name -> name.text().equals(part.text())));
        }
    }

    /** At most 200 days. */
    private static final class Validity extends Lint {

        Validity() {
            super("cabf.validity", "CA/B BR §6.3.2");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TLS_SERVER;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return ProfileLints.length(certificate).compareTo(MOST) <= 0;
        }
    }

    /** For servers. */
    private static final class Purpose extends Lint {

        Purpose() {
            super("cabf.purpose", "CA/B BR §7.1.2.7.10");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TLS_SERVER;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().purposes().contains(SERVER);
        }
    }

    /** For nothing but servers and clients. */
    private static final class PurposeOther extends Lint {

        PurposeOther() {
            super("cabf.purpose-other", "CA/B BR §7.1.2.7.10");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TLS_SERVER;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().purposes().stream()
                    .allMatch(purpose -> purpose.equals(SERVER) || purpose.equals(CLIENT));
        }
    }

    /** One reserved policy, which says how the subject was checked. */
    private static final class Policy extends Lint {

        Policy() {
            super("cabf.reserved-policy", "CA/B BR §7.1.2.7.9");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TLS_SERVER;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().policies().stream()
                            .filter(policy -> policy.oid().startsWith("2.23.140.1."))
                            .count()
                    == 1;
        }
    }

    /** It says where the issuer's certificate is. */
    private static final class IssuerAddress extends Lint {

        IssuerAddress() {
            super("cabf.issuer-address", "CA/B BR §7.1.2.7.7", Severity.WARNING);
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TLS_SERVER;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().access().stream()
                    .anyMatch(access -> access.method().equals(Oids.ACCESS_ISSUERS));
        }
    }

    /** It says where its status is. */
    private static final class Status extends Lint {

        Status() {
            super("cabf.status-address", "CA/B BR §7.1.2.11.2");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TLS_SERVER;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.views().crlPoints().isEmpty()
                    || certificate.views().access().stream()
                            .anyMatch(access -> access.method().equals(Oids.ACCESS_OCSP));
        }
    }

    /** It signs, and neither certificates, nor lists, nor content. */
    private static final class Usage extends Lint {

        Usage() {
            super("cabf.server-usage", "CA/B BR §7.1.2.7.11");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TLS_SERVER;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().hasUsage(0x80) && (certificate.views().usage() & 0x57) == 0;
        }
    }

    /** An organisation stands with its country and its place. */
    private static final class Place extends Lint {

        Place() {
            super("cabf.place", "CA/B BR §7.1.2.7.4");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TLS_SERVER;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.hasSubject(Oids.ORGANIZATION)
                    || (certificate.hasSubject(Oids.COUNTRY)
                            && (certificate.hasSubject(Oids.LOCALITY)
                                    || certificate.hasSubject(Oids.STATE)));
        }
    }

    /** No organisational units. */
    private static final class Unit extends Lint {

        Unit() {
            super("cabf.unit", "CA/B BR §7.1.2.7.4");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TLS_SERVER;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.hasSubject(Oids.UNIT);
        }
    }

    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final Duration MOST = Duration.ofDays(200);
}
