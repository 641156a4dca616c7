package org.danaya.trust.lint;

import java.util.List;
import java.util.function.Predicate;

/** Alternative names: RFC 5280 §4.2.1.6, RFC 8398, RFC 8399. */
final class AlternativeNameLints {

    static final List<Lint> ALL =
            List.of(
                    new Some(),
                    new Critical(),
                    new Host(),
                    new Wildcard(),
                    new Mailbox(),
                    new Address(),
                    new Uri(),
                    new Once());

    private AlternativeNameLints() {}

    /** Where the extension is, it holds names. */
    private static final class Some extends Lint {

        Some() {
            super("rfc5280.san-empty", "RFC 5280 §4.2.1.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.extension(Oids.ALTERNATIVE_NAMES).isEmpty()
                    || (!certificate.views().names().isEmpty()
                            && certificate.views().names().stream()
                                    .allMatch(name -> name.content().length > 0));
        }
    }

    /** Critical where the subject has no other name, and only there. */
    private static final class Critical extends Lint {

        Critical() {
            super("rfc5280.san-critical", "RFC 5280 §4.2.1.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.extension(Oids.ALTERNATIVE_NAMES).isEmpty()
                    || certificate.isNotCritical(Oids.ALTERNATIVE_NAMES)
                            != certificate.subject().isEmpty();
        }
    }

    /** Labels of letters, digits and hyphens; others as A-labels. */
    private static final class Host extends Lint {

        Host() {
            super("rfc8399.host-form", "RFC 8399 §2.2");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return each(certificate, ExtensionViews.General.DNS, name -> Hosts.isHost(name.text()));
        }
    }

    /** A wildcard is the whole first label and nothing else. */
    private static final class Wildcard extends Lint {

        Wildcard() {
            super("rfc6125.wildcard", "RFC 6125 §6.4.3");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return each(
                    certificate,
                    ExtensionViews.General.DNS,
                    name -> name.text().lastIndexOf('*') <= 0);
        }
    }

    /** A mailbox in ASCII, its domain in A-labels. */
    private static final class Mailbox extends Lint {

        Mailbox() {
            super("rfc8398.mailbox-form", "RFC 8398 §3");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return each(
                    certificate,
                    ExtensionViews.General.EMAIL,
                    name -> Hosts.isMailbox(name.text()));
        }
    }

    /** Four or sixteen octets. */
    private static final class Address extends Lint {

        Address() {
            super("rfc5280.ip-length", "RFC 5280 §4.2.1.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return each(
                    certificate,
                    ExtensionViews.General.IP,
                    name -> name.content().length == 4 || name.content().length == 16);
        }
    }

    /** An absolute URI in ASCII, with a host. */
    private static final class Uri extends Lint {

        Uri() {
            super("rfc5280.uri-absolute", "RFC 5280 §4.2.1.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return each(certificate, ExtensionViews.General.URI, name -> Hosts.isUri(name.text()));
        }
    }

    /** Each name once. */
    private static final class Once extends Lint {

        Once() {
            super("danaya.san-once", "RFC 5280 §4.2.1.6", Severity.WARNING);
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().names().stream()
                            .map(name -> name.number() + name.text())
                            .distinct()
                            .count()
                    == certificate.views().names().size();
        }
    }

    private static boolean each(
            CertificateView certificate, int number, Predicate<ExtensionViews.General> rule) {
        for (ExtensionViews.General name : certificate.views().names()) {
            if (name.number() == number && !rule.test(name)) {
                return false;
            }
        }
        return true;
    }
}
