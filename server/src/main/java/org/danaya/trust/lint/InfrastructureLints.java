package org.danaya.trust.lint;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;

/** OCSP responders (RFC 6960) and timestamp units (RFC 3161, ETSI EN 319 422). */
final class InfrastructureLints {

    static final List<Lint> ALL =
            List.of(
                    new ResponderPurpose(),
                    new ResponderUsage(),
                    new ResponderNoCheck(),
                    new ResponderNoCheckCritical(),
                    new ResponderShort(),
                    new NoCheckElsewhere(),
                    new UnitPurpose(),
                    new UnitPurposeCritical(),
                    new UnitUsage(),
                    new UnitName());

    private InfrastructureLints() {}

    /** It signs OCSP answers and does nothing else. */
    private static final class ResponderPurpose extends Lint {

        ResponderPurpose() {
            super("rfc6960.purpose", "RFC 6960 §4.2.2.2");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.OCSP;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().purposes().equals(List.of("1.3.6.1.5.5.7.3.9"));
        }
    }

    /** Its key signs and does nothing else. */
    private static final class ResponderUsage extends Lint {

        ResponderUsage() {
            super("rfc6960.usage", "RFC 5280 §4.2.1.12");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.OCSP;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return (certificate.views().usage() & ~0xc0) == 0 && certificate.views().usage() != 0;
        }
    }

    /** Nobody needs to ask for its own status. */
    private static final class ResponderNoCheck extends Lint {

        ResponderNoCheck() {
            super("rfc6960.no-check", "RFC 6960 §4.2.2.2.1");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.OCSP;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate
                    .extension(Oids.NO_CHECK)
                    .filter(e -> Arrays.equals(e.value(), NULL))
                    .isPresent();
        }
    }

    /** That extension isn't critical. */
    private static final class ResponderNoCheckCritical extends Lint {

        ResponderNoCheckCritical() {
            super("rfc6960.no-check-critical", "RFC 6960 §4.2.2.2.1");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.OCSP;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.isNotCritical(Oids.NO_CHECK);
        }
    }

    /** And so it lives for 90 days at most. */
    private static final class ResponderShort extends Lint {

        ResponderShort() {
            super("rfc6960.short-lived", "RFC 6960 §4.2.2.2.1");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.OCSP;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return ProfileLints.length(certificate).compareTo(Duration.ofDays(90)) <= 0;
        }
    }

    /** Nobody else goes unchecked. */
    private static final class NoCheckElsewhere extends Lint {

        NoCheckElsewhere() {
            super("rfc6960.no-check-elsewhere", "RFC 6960 §4.2.2.2.1");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() != ProfileKind.OCSP;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.extension(Oids.NO_CHECK).isEmpty();
        }
    }

    /** It stamps time and does nothing else. */
    private static final class UnitPurpose extends Lint {

        UnitPurpose() {
            super("rfc3161.purpose", "RFC 3161 §2.3");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TIMESTAMP;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().purposes().equals(List.of("1.3.6.1.5.5.7.3.8"));
        }
    }

    /** And that is critical. */
    private static final class UnitPurposeCritical extends Lint {

        UnitPurposeCritical() {
            super("rfc3161.purpose-critical", "RFC 3161 §2.3");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TIMESTAMP;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.isNotCritical(Oids.PURPOSES);
        }
    }

    /** Its key signs and does nothing else. */
    private static final class UnitUsage extends Lint {

        UnitUsage() {
            super("en319422.usage", "ETSI EN 319 422 §9.1");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TIMESTAMP;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return (certificate.views().usage() & ~0xc0) == 0 && certificate.views().usage() != 0;
        }
    }

    /** Its name has country, organisation and common name. */
    private static final class UnitName extends Lint {

        UnitName() {
            super("en319422.name", "ETSI EN 319 422 §8");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.TIMESTAMP;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.hasSubject(Oids.COUNTRY)
                    && certificate.hasSubject(Oids.ORGANIZATION)
                    && certificate.hasSubject(Oids.COMMON_NAME);
        }
    }

    private static final byte[] NULL = {0x05, 0x00};
}
