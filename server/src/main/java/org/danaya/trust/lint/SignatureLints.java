package org.danaya.trust.lint;

import java.util.List;
import java.util.regex.Pattern;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerReader;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;

/** Persons' signatures and structures' seals: ETSI EN 319 412-1, 412-2, 412-3. */
final class SignatureLints {

    static final List<Lint> ALL =
            List.of(
                    new Commits(),
                    new CommitsAlone(),
                    new IssuerName(),
                    new IssuerAddress(),
                    new StatusAddress(),
                    new Policy(),
                    new NaturalName(),
                    new NaturalNumber(),
                    new PseudonymAlone(),
                    new NumberSemantics(),
                    new LegalName(),
                    new LegalSemantics());

    private SignatureLints() {}

    /** The key commits to content. */
    private static final class Commits extends Lint {

        Commits() {
            super("en319412.non-repudiation", "ETSI EN 319 412-2 §4.3.2");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SIGNATURE || profile.kind() == ProfileKind.SEAL;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().hasUsage(0x40);
        }
    }

    /** And should do nothing else. */
    private static final class CommitsAlone extends Lint {

        CommitsAlone() {
            super("en319412.usage-alone", "ETSI EN 319 412-2 §4.3.2", Severity.WARNING);
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SIGNATURE || profile.kind() == ProfileKind.SEAL;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().usage() == 0x40;
        }
    }

    /** The issuer's name has country, organisation and common name. */
    private static final class IssuerName extends Lint {

        IssuerName() {
            super("en319412.issuer-name", "ETSI EN 319 412-2 §4.2.3.1");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SIGNATURE || profile.kind() == ProfileKind.SEAL;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return has(certificate.issuerName(), Oids.COUNTRY)
                    && has(certificate.issuerName(), Oids.ORGANIZATION)
                    && has(certificate.issuerName(), Oids.COMMON_NAME);
        }
    }

    /** It says where the issuer's certificate is. */
    private static final class IssuerAddress extends Lint {

        IssuerAddress() {
            super("en319412.issuer-address", "ETSI EN 319 412-2 §4.4.1");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SIGNATURE || profile.kind() == ProfileKind.SEAL;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().access().stream()
                    .anyMatch(access -> access.method().equals(Oids.ACCESS_ISSUERS));
        }
    }

    /** It says where its status is. */
    private static final class StatusAddress extends Lint {

        StatusAddress() {
            super("en319412.status-address", "ETSI EN 319 412-2 §4.3.11");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SIGNATURE || profile.kind() == ProfileKind.SEAL;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.views().crlPoints().isEmpty()
                    || certificate.views().access().stream()
                            .anyMatch(access -> access.method().equals(Oids.ACCESS_OCSP));
        }
    }

    /** It has a policy. */
    private static final class Policy extends Lint {

        Policy() {
            super("en319412.policy", "ETSI EN 319 412-2 §4.3.3");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SIGNATURE || profile.kind() == ProfileKind.SEAL;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.views().policies().isEmpty();
        }
    }

    /** Country, common name, and given name with surname, or a pseudonym. */
    private static final class NaturalName extends Lint {

        NaturalName() {
            super("en319412-2.natural-name", "ETSI EN 319 412-2 §4.2.4");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SIGNATURE;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.hasSubject(Oids.COUNTRY)
                    && certificate.hasSubject(Oids.COMMON_NAME)
                    && (certificate.hasSubject(Oids.PSEUDONYM)
                            || (certificate.hasSubject(Oids.GIVEN_NAME)
                                    && certificate.hasSubject(Oids.SURNAME)));
        }
    }

    /** A number tells namesakes apart. */
    private static final class NaturalNumber extends Lint {

        NaturalNumber() {
            super("en319412-2.natural-number", "ETSI EN 319 412-2 §4.2.4");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SIGNATURE;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.hasSubject(Oids.SERIAL_NUMBER);
        }
    }

    /** A pseudonym stands instead of the names. */
    private static final class PseudonymAlone extends Lint {

        PseudonymAlone() {
            super("en319412-2.pseudonym-alone", "ETSI EN 319 412-2 §4.2.4");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SIGNATURE;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.hasSubject(Oids.PSEUDONYM)
                    || (!certificate.hasSubject(Oids.GIVEN_NAME)
                            && !certificate.hasSubject(Oids.SURNAME));
        }
    }

    /** The number is what its semantics say. */
    private static final class NumberSemantics extends Lint {

        NumberSemantics() {
            super("en319412-1.natural-semantics", "ETSI EN 319 412-1 §5.1.3");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SIGNATURE;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !states(certificate, "0.4.0.194121.1.1")
                    || each(certificate, Oids.SERIAL_NUMBER, NATURAL);
        }
    }

    /** Country, organisation with its identifier, and common name. */
    private static final class LegalName extends Lint {

        LegalName() {
            super("en319412-3.legal-name", "ETSI EN 319 412-3 §4.2.1");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SEAL;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.hasSubject(Oids.COUNTRY)
                    && certificate.hasSubject(Oids.ORGANIZATION)
                    && certificate.hasSubject(Oids.ORGANIZATION_IDENTIFIER)
                    && certificate.hasSubject(Oids.COMMON_NAME);
        }
    }

    /** The organisation's identifier has its scheme and its country. */
    private static final class LegalSemantics extends Lint {

        LegalSemantics() {
            super("en319412-1.legal-semantics", "ETSI EN 319 412-1 §5.1.4");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SIGNATURE || profile.kind() == ProfileKind.SEAL;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return each(certificate, Oids.ORGANIZATION_IDENTIFIER, LEGAL);
        }
    }

    private static final Pattern NATURAL =
            Pattern.compile("((PAS|IDC|PNO|TAX|TIN)[A-Z]{2}|[A-Z]{2}:[A-Z]{2})-.+");
    private static final Pattern LEGAL =
            Pattern.compile("((VAT|NTR|PSD|LEI)[A-Z]{2}|[A-Z]{2}:[A-Z]{2})-.+");

    private static boolean has(List<NamePart> name, String oid) {
        return name.stream().anyMatch(part -> part.type().equals(oid));
    }

    private static boolean each(CertificateView certificate, String oid, Pattern pattern) {
        return certificate.subject(oid).stream()
                .allMatch(part -> pattern.matcher(part.text()).matches());
    }

    private static boolean states(CertificateView certificate, String semantics) {
        byte[] oid = Der.oid(semantics);
        return certificate.views().statements().stream()
                .filter(statement -> statement.oid().equals(StatementLints.SEMANTICS))
                .anyMatch(
                        statement ->
                                new DerReader(statement.information())
                                        .enter(Der.SEQUENCE)
                                        .takes(oid));
    }
}
