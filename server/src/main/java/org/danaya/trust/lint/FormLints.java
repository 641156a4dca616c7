package org.danaya.trust.lint;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.danaya.trust.der.Der;

/** The certificate's basic fields: RFC 5280 §4.1 and DER. */
final class FormLints {

    static final List<Lint> ALL =
            List.of(
                    new Version(),
                    new SerialPositive(),
                    new SerialLength(),
                    new SerialEntropy(),
                    new AlgorithmKnown(),
                    new IssuerNamed(),
                    new ValidityOrder(),
                    new TimeType(),
                    new TimeForm(),
                    new UniqueIds(),
                    new ExtensionOnce(),
                    new DefaultWritten(),
                    new CriticalKnown());

    private FormLints() {}

    /** Version 3, which is written as 2. */
    private static final class Version extends Lint {

        Version() {
            super("rfc5280.version", "RFC 5280 §4.1.2.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.version() == 2;
        }
    }

    /** Positive. */
    private static final class SerialPositive extends Lint {

        SerialPositive() {
            super("rfc5280.serial-positive", "RFC 5280 §4.1.2.2");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.serial()[0] >= 0
                    && (certificate.serial().length > 1 || certificate.serial()[0] != 0);
        }
    }

    /** At most 20 octets. */
    private static final class SerialLength extends Lint {

        SerialLength() {
            super("rfc5280.serial-length", "RFC 5280 §4.1.2.2");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.serial().length <= 20;
        }
    }

    /** At least 64 bits from a generator fit into it. */
    private static final class SerialEntropy extends Lint {

        SerialEntropy() {
            super("cabf.serial-entropy", "CA/B BR §7.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.serial().length >= 8;
        }
    }

    /**
     * Exactly the AlgorithmIdentifier of the issuer's key: RFC 5758 §3.2, RFC 4055 §5, RFC 9881 §2.
     */
    private static final class AlgorithmKnown extends Lint {

        AlgorithmKnown() {
            super("rfc5280.signature-algorithm", "RFC 5280 §4.1.2.3");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return Arrays.equals(certificate.algorithm(), context.algorithm());
        }
    }

    /** The issuer has a name. */
    private static final class IssuerNamed extends Lint {

        IssuerNamed() {
            super("rfc5280.issuer-empty", "RFC 5280 §4.1.2.4");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.issuerName().isEmpty();
        }
    }

    /** It doesn't end before it begins. */
    private static final class ValidityOrder extends Lint {

        ValidityOrder() {
            super("rfc5280.validity-order", "RFC 5280 §4.1.2.5");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.notAfter().at().isBefore(certificate.notBefore().at());
        }
    }

    /** UTCTime through 2049, GeneralizedTime after. */
    private static final class TimeType extends Lint {

        TimeType() {
            super("rfc5280.time-type", "RFC 5280 §4.1.2.5");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return typed(certificate.notBefore()) && typed(certificate.notAfter());
        }
    }

    /** To the second, in UTC, ended by Z. */
    private static final class TimeForm extends Lint {

        TimeForm() {
            super("rfc5280.time-form", "RFC 5280 §4.1.2.5.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.notBefore().wellFormed() && certificate.notAfter().wellFormed();
        }
    }

    /** No unique identifiers of issuer and subject. */
    private static final class UniqueIds extends Lint {

        UniqueIds() {
            super("rfc5280.unique-ids", "RFC 5280 §4.1.2.8");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.uniqueIds();
        }
    }

    /** Each extension once. */
    private static final class ExtensionOnce extends Lint {

        ExtensionOnce() {
            super("rfc5280.extension-once", "RFC 5280 §4.2");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.extensionTwice();
        }
    }

    /** A default value isn't written. */
    private static final class DefaultWritten extends Lint {

        DefaultWritten() {
            super("x690.default-written", "X.690 §11.5");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.extensions().values().stream()
                    .noneMatch(CertificateView.Extension::defaultWritten);
        }
    }

    /** Nothing is critical that clients needn't know. */
    private static final class CriticalKnown extends Lint {

        CriticalKnown() {
            super("rfc5280.critical-known", "RFC 5280 §4.2");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.extensions().entrySet().stream()
                    .allMatch(
                            entry ->
                                    !entry.getValue().critical()
                                            || CRITICAL.contains(entry.getKey()));
        }
    }

    private static final java.util.Set<String> CRITICAL =
            java.util.Set.of(
                    Oids.KEY_USAGE,
                    Oids.BASIC_CONSTRAINTS,
                    Oids.PURPOSES,
                    Oids.ALTERNATIVE_NAMES,
                    "2.5.29.30",
                    "2.5.29.36");

    private static final int FIRST_GENERALIZED_YEAR = 2050;

    private static boolean typed(CertificateView.Time time) {
        boolean late = time.at().atOffset(ZoneOffset.UTC).getYear() >= FIRST_GENERALIZED_YEAR;
        return time.tag() == (late ? Der.GENERALIZED_TIME : Der.UTC_TIME);
    }
}
