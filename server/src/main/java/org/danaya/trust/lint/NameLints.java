package org.danaya.trust.lint;

import java.util.List;
import java.util.function.Predicate;
import org.danaya.trust.profile.SubjectAttribute;

/** The subject's name: RFC 5280 §4.1.2.6 and its appendix A.1. */
final class NameLints {

    static final List<Lint> ALL =
            List.of(
                    new SubjectThere(),
                    new Country(),
                    new NumberPrintable(),
                    new StringType(),
                    new PrintableSet(),
                    new Utf8Valid(),
                    new Length(),
                    new NotBlank(),
                    new NoControl(),
                    new NoMail(),
                    new SingleValued(),
                    new AttributeOnce());

    private NameLints() {}

    /** A name, or alternative names instead. */
    private static final class SubjectThere extends Lint {

        SubjectThere() {
            super("rfc5280.subject-empty", "RFC 5280 §4.1.2.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.subject().isEmpty()
                    || (!context.profile().kind().isAuthority()
                            && certificate.extension(Oids.ALTERNATIVE_NAMES).isPresent());
        }
    }

    /** Two capital letters (ISO 3166-1) as a PrintableString. */
    private static final class Country extends Lint {

        Country() {
            super("rfc5280.country-form", "RFC 5280 appendix A.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return each(
                    certificate,
                    Oids.COUNTRY,
                    part ->
                            part.tag() == NamePart.PRINTABLE
                                    && part.value().length == 2
                                    && isUpper(part.value()[0])
                                    && isUpper(part.value()[1]));
        }
    }

    /** A serialNumber is a PrintableString. */
    private static final class NumberPrintable extends Lint {

        NumberPrintable() {
            super("rfc5280.number-printable", "RFC 5280 appendix A.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return each(certificate, Oids.SERIAL_NUMBER, part -> part.tag() == NamePart.PRINTABLE);
        }
    }

    /** UTF8String or PrintableString. */
    private static final class StringType extends Lint {

        StringType() {
            super("rfc5280.string-type", "RFC 5280 §4.1.2.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return all(
                    certificate,
                    part -> part.tag() == NamePart.UTF8 || part.tag() == NamePart.PRINTABLE);
        }
    }

    /** A PrintableString holds its characters only. */
    private static final class PrintableSet extends Lint {

        PrintableSet() {
            super("x680.printable-set", "X.680 §41.4");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return all(
                    certificate,
                    part -> part.tag() != NamePart.PRINTABLE || isPrintable(part.value()));
        }
    }

    /** A UTF8String is UTF-8. */
    private static final class Utf8Valid extends Lint {

        Utf8Valid() {
            super("rfc3629.utf8", "RFC 3629 §3");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return all(
                    certificate,
                    part -> part.tag() != NamePart.UTF8 || part.text().indexOf(0xfffd) < 0);
        }
    }

    /** Not longer than the upper bounds. */
    private static final class Length extends Lint {

        Length() {
            super("rfc5280.attribute-length", "RFC 5280 appendix A.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return all(
                    certificate,
                    part ->
                            part.text().codePointCount(0, part.text().length())
                                    <= bound(part.type()));
        }
    }

    /** No value is empty or has spaces at its ends. */
    private static final class NotBlank extends Lint {

        NotBlank() {
            super("rfc5280.attribute-blank", "RFC 5280 §4.1.2.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return all(
                    certificate,
                    part ->
                            !part.text().isBlank()
                                    && part.text().strip().length() == part.text().length());
        }
    }

    /** No characters that hide or turn what is written. */
    private static final class NoControl extends Lint {

        NoControl() {
            super("rfc5280.attribute-control", "RFC 5280 §7.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return all(
                    certificate,
                    part ->
                            part.text()
                                    .chars()
                                    .noneMatch(
                                            c ->
                                                    Character.isISOControl(c)
                                                            || c == 0x202e
                                                            || c == 0x202d
                                                            || c == 0x2066));
        }
    }

    /** A mailbox stands in the alternative names, not in the name. */
    private static final class NoMail extends Lint {

        NoMail() {
            super("rfc5280.mail-in-name", "RFC 5280 §4.1.2.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.hasSubject(Oids.EMAIL_ADDRESS);
        }
    }

    /** One attribute in each part of the name. */
    private static final class SingleValued extends Lint {

        SingleValued() {
            super("cabf.single-valued", "CA/B BR §7.1.4.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.multiValued();
        }
    }

    /** Each attribute once. */
    private static final class AttributeOnce extends Lint {

        AttributeOnce() {
            super("cabf.attribute-once", "CA/B BR §7.1.4.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return isEachOnce(certificate);
        }
    }

    private static final java.util.Map<String, Integer> BOUNDS = bounds();

    private static final int OTHER_BOUND = 64;

    private static java.util.Map<String, Integer> bounds() {
        return java.util.Arrays.stream(SubjectAttribute.values())
                .collect(
                        java.util.stream.Collectors.toUnmodifiableMap(
                                SubjectAttribute::oid, SubjectAttribute::bound));
    }

    private static int bound(String oid) {
        return BOUNDS.getOrDefault(oid, OTHER_BOUND);
    }

    private static boolean all(CertificateView certificate, Predicate<NamePart> rule) {
        for (NamePart part : certificate.subject()) {
            if (!rule.test(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean each(CertificateView certificate, String oid, Predicate<NamePart> rule) {
        return all(certificate, part -> !part.type().equals(oid) || rule.test(part));
    }

    private static boolean isUpper(byte letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static boolean isPrintable(byte[] value) {
        for (byte letter : value) {
            if (!Character.isLetterOrDigit(letter) && " '()+,-./:=?".indexOf(letter) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEachOnce(CertificateView certificate) {
        List<NamePart> parts = certificate.subject();
        for (int i = 1; i < parts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (parts.get(i).type().equals(parts.get(j).type())) {
                    return false;
                }
            }
        }
        return true;
    }
}
