package org.danaya.trust.lint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerReader;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;
import org.danaya.trust.profile.QcStatement;

/** Statements about qualified certificates: RFC 3739 §3.2.6, ETSI EN 319 412-5. */
final class StatementLints {

    static final List<Lint> ALL =
            List.of(
                    new Critical(),
                    new Once(),
                    new Law(),
                    new Legislation(),
                    new Device(),
                    new Purpose(),
                    new Disclosure(),
                    new DisclosureEnglish(),
                    new Retention());

    private StatementLints() {}

    /** Not critical. */
    private static final class Critical extends Lint {

        Critical() {
            super("en319412-5.critical", "ETSI EN 319 412-5 §4.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.isNotCritical(Oids.STATEMENTS);
        }
    }

    /** Each statement once. */
    private static final class Once extends Lint {

        Once() {
            super("en319412-5.once", "ETSI EN 319 412-5 §4.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate.views().statements().stream()
                            .map(ExtensionViews.Statement::oid)
                            .distinct()
                            .count()
                    == certificate.views().statements().size();
        }
    }

    /** It claims to be qualified where the law says so, and only there. */
    private static final class Law extends Lint {

        Law() {
            super("en319412-5.law", "ETSI EN 319 412-5 §4.2.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return states(certificate, COMPLIANCE)
                    == profile(context, QcStatement.Compliance.class);
        }
    }

    /** Who claims it says under whose law. */
    private static final class Legislation extends Lint {

        Legislation() {
            super("en319412-5.legislation", "ETSI EN 319 412-5 §4.2.4");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !states(certificate, COMPLIANCE) || states(certificate, LEGISLATION);
        }
    }

    /** It claims a qualified device where the profile says so, and only there. */
    private static final class Device extends Lint {

        Device() {
            super("en319412-5.device", "ETSI EN 319 412-5 §4.2.2");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return states(certificate, DEVICE) == profile(context, QcStatement.Device.class);
        }
    }

    /** It is made for what its kind is: a signature or a seal. */
    private static final class Purpose extends Lint {

        Purpose() {
            super("en319412-5.purpose", "ETSI EN 319 412-5 §4.2.3");
        }

        @Override
        boolean binds(Profile profile) {
            return profile.kind() == ProfileKind.SIGNATURE || profile.kind() == ProfileKind.SEAL;
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return purposed(certificate, context);
        }
    }

    /** Each disclosure statement has an address over HTTPS and a language. */
    private static final class Disclosure extends Lint {

        Disclosure() {
            super("en319412-5.disclosure", "ETSI EN 319 412-5 §4.3.4");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return one(certificate, DISCLOSURE).map(StatementLints::isDisclosure).orElse(true);
        }
    }

    /** A qualified certificate has a disclosure statement in English. */
    private static final class DisclosureEnglish extends Lint {

        DisclosureEnglish() {
            super("en319412-5.disclosure-english", "ETSI EN 319 412-5 §4.3.4", Severity.WARNING);
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !states(certificate, COMPLIANCE)
                    || one(certificate, DISCLOSURE).map(StatementLints::isEnglish).orElse(false);
        }
    }

    /** The years of retention are a number. */
    private static final class Retention extends Lint {

        Retention() {
            super("en319412-5.retention", "ETSI EN 319 412-5 §4.3.3");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return one(certificate, RETENTION)
                    .map(
                            information ->
                                    information.length == 3
                                            && information[0] == Der.INTEGER
                                            && information[2] >= 0)
                    .orElse(true);
        }
    }

    static final String SEMANTICS = "1.3.6.1.5.5.7.11.2";

    private static final String COMPLIANCE = "0.4.0.1862.1.1";
    private static final String RETENTION = "0.4.0.1862.1.3";
    private static final String DEVICE = "0.4.0.1862.1.4";
    private static final String DISCLOSURE = "0.4.0.1862.1.5";
    private static final String PURPOSE = "0.4.0.1862.1.6";
    private static final String LEGISLATION = "0.4.0.1862.1.7";
    private static final byte[] ESIGN = Der.oid(QcStatement.QcPurpose.ESIGN.oid());
    private static final byte[] ESEAL = Der.oid(QcStatement.QcPurpose.ESEAL.oid());
    private static final int IA5 = 0x16;
    private static final int PRINTABLE = 0x13;

    private static boolean states(CertificateView certificate, String oid) {
        for (ExtensionViews.Statement statement : certificate.views().statements()) {
            if (statement.oid().equals(oid)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<byte[]> one(CertificateView certificate, String oid) {
        for (ExtensionViews.Statement statement : certificate.views().statements()) {
            if (statement.oid().equals(oid)) {
                return Optional.of(statement.information());
            }
        }
        return Optional.empty();
    }

    private static boolean profile(LintContext context, Class<? extends QcStatement> type) {
        return context.profile().statements().stream().anyMatch(type::isInstance);
    }

    private static boolean purposed(CertificateView certificate, LintContext context) {
        byte[] wanted = context.profile().kind() == ProfileKind.SEAL ? ESEAL : ESIGN;
        return one(certificate, PURPOSE)
                .map(
                        information -> {
                            DerReader purposes = new DerReader(information).enter(Der.SEQUENCE);
                            return purposes.takes(wanted) && !purposes.more();
                        })
                .orElse(!profile(context, QcStatement.Purpose.class));
    }

    private static boolean isDisclosure(byte[] information) {
        DerReader all = new DerReader(information).enter(Der.SEQUENCE);
        boolean some = all.more();
        while (all.more()) {
            DerReader one = all.enter(Der.SEQUENCE);
            String address = new String(one.content(IA5), StandardCharsets.ISO_8859_1);
            String language = new String(one.content(PRINTABLE), StandardCharsets.ISO_8859_1);
            if (!address.startsWith("https://")
                    || !Hosts.isUri(address)
                    || !language.matches("[a-z]{2}")) {
                return false;
            }
        }
        return some;
    }

    private static boolean isEnglish(byte[] information) {
        return new String(information, StandardCharsets.ISO_8859_1)
                .contains(new String(new char[] {PRINTABLE, 2, 'e', 'n'}));
    }
}
