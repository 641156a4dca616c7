package org.danaya.trust.lint;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.danaya.trust.profile.SanRule;
import org.danaya.trust.profile.SubjectField;

/** Whether a certificate is what its profile and its issuer say. */
final class ProfileLints {

    static final List<Lint> ALL =
            List.of(
                    new Issuer(),
                    new WithinIssuer(),
                    new Validity(),
                    new Usages(),
                    new Purposes(),
                    new Policies(),
                    new Subject(),
                    new Fixed(),
                    new Names(),
                    new Extensions());

    private ProfileLints() {}

    /** The name of the issuer, byte by byte. */
    private static final class Issuer extends Lint {

        Issuer() {
            super("profile.issuer", "RFC 5280 §4.1.2.4");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return Arrays.equals(certificate.issuer(), context.issuer().name());
        }
    }

    /** It doesn't outlive its issuer. */
    private static final class WithinIssuer extends Lint {

        WithinIssuer() {
            super("profile.within-issuer", "RFC 5280 §6.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.notAfter().at().isAfter(context.issuer().notAfter());
        }
    }

    /** Not longer than the profile says. */
    private static final class Validity extends Lint {

        Validity() {
            super("profile.validity", "RFC 5280 §4.1.2.5");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return length(certificate).compareTo(context.profile().lifetime().most()) <= 0;
        }
    }

    /** The key usages of the profile. */
    private static final class Usages extends Lint {

        Usages() {
            super("profile.usages", "RFC 5280 §4.2.1.3");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().usage() == context.usages();
        }
    }

    /** The purposes of the profile. */
    private static final class Purposes extends Lint {

        Purposes() {
            super("profile.purposes", "RFC 5280 §4.2.1.12");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().purposes().size() == context.purposes().size()
                    && context.purposes().containsAll(certificate.views().purposes())
                    && (certificate.views().purposes().isEmpty()
                            || certificate.isNotCritical(Oids.PURPOSES)
                                    != context.profile().purposesCritical());
        }
    }

    /** The policies of the profile. */
    private static final class Policies extends Lint {

        Policies() {
            super("profile.policies", "RFC 5280 §4.2.1.4");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().policies().stream()
                    .map(ExtensionViews.PolicyView::oid)
                    .toList()
                    .equals(context.policies());
        }
    }

    /** The attributes of the profile, in its order, none missing. */
    private static final class Subject extends Lint {

        Subject() {
            super("profile.subject", "RFC 5280 §4.1.2.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return isSubject(certificate.subject(), context.profile().subject());
        }
    }

    /** The values that the profile gives. */
    private static final class Fixed extends Lint {

        Fixed() {
            super("profile.subject-fixed", "RFC 5280 §4.1.2.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return context.profile().subject().stream()
                    .allMatch(field -> isFixed(certificate, field));
        }
    }

    /** As many alternative names of each type as the profile allows. */
    private static final class Names extends Lint {

        Names() {
            super("profile.names", "RFC 5280 §4.2.1.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return isNames(certificate, context);
        }
    }

    /** No extension that the profile doesn't know. */
    private static final class Extensions extends Lint {

        Extensions() {
            super("profile.extensions", "RFC 5280 §4.2");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return context.extensions().containsAll(certificate.extensions().keySet());
        }
    }

    /** From the first to the last second, both included. */
    static Duration length(CertificateView certificate) {
        return Duration.between(certificate.notBefore().at(), certificate.notAfter().at())
                .plusSeconds(1);
    }

    private static boolean isSubject(List<NamePart> parts, List<SubjectField> fields) {
        int at = 0;
        for (SubjectField field : fields) {
            if (at < parts.size() && parts.get(at).type().equals(field.attribute().oid())) {
                at++;
            } else if (field.required()) {
                return false;
            }
        }
        return at == parts.size();
    }

    private static boolean isFixed(CertificateView certificate, SubjectField field) {
        return !(field.source() instanceof SubjectField.Source.Fixed(String value))
                || certificate.subject(field.attribute().oid()).stream()
                        .allMatch(part -> part.text().equals(value));
    }

    private static boolean isNames(CertificateView certificate, LintContext context) {
        List<ExtensionViews.General> names = certificate.views().names();
        int allowed = 0;
        for (SanRule rule : context.profile().names()) {
            int number =
                    switch (rule.type()) {
                        case EMAIL -> ExtensionViews.General.EMAIL;
                        case DNS -> ExtensionViews.General.DNS;
                        case URI -> ExtensionViews.General.URI;
                        case IP -> ExtensionViews.General.IP;
                    };
            int count = 0;
            for (ExtensionViews.General name : names) {
                count += name.number() == number ? 1 : 0;
            }
            if (count < rule.least() || count > rule.most()) {
                return false;
            }
            allowed += count;
        }
        return allowed == names.size();
    }
}
