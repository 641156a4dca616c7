package org.danaya.trust.lint;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The public key: RFC 3279, RFC 5480, RFC 8017, RFC 9881, ETSI TS 119 312. */
final class KeyLints {

    static final List<Lint> ALL =
            List.of(
                    new Kind(),
                    new Curve(),
                    new Point(),
                    new EcUsage(),
                    new RsaParameters(),
                    new RsaForm(),
                    new RsaSize(),
                    new RsaModulus(),
                    new RsaExponent(),
                    new MlDsaParameters(),
                    new MlDsaSize(),
                    new MlDsaUsage());

    private KeyLints() {}

    /** One of the kinds that the profile certifies. */
    private static final class Kind extends Lint {

        Kind() {
            super("profile.key-kind", "CP");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return certificate
                    .key()
                    .kind()
                    .filter(context.profile().keys().algorithms()::contains)
                    .isPresent();
        }
    }

    /** P-256 or P-384, by its name. */
    private static final class Curve extends Lint {

        Curve() {
            super("rfc5480.named-curve", "RFC 5480 §2.1.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.key().isEc() || certificate.key().coordinateBytes() > 0;
        }
    }

    /** Uncompressed, of the curve's length. */
    private static final class Point extends Lint {

        Point() {
            super("rfc5480.point-form", "RFC 5480 §2.2");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.key().isEc()
                    || (certificate.key().bits().length
                                    == 1 + 2 * certificate.key().coordinateBytes()
                            && certificate.key().bits()[0] == 4);
        }
    }

    /** A key of an elliptic curve enciphers nothing. */
    private static final class EcUsage extends Lint {

        EcUsage() {
            super("rfc5480.key-usage", "RFC 5480 §3");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.key().isEc() || (certificate.views().usage() & ENCIPHERMENT) == 0;
        }
    }

    /** The parameters are NULL. */
    private static final class RsaParameters extends Lint {

        RsaParameters() {
            super("rfc3279.rsa-parameters", "RFC 3279 §2.3.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.key().isRsa()
                    || Arrays.equals(certificate.key().parameters(), NULL);
        }
    }

    /** A modulus and an exponent. */
    private static final class RsaForm extends Lint {

        RsaForm() {
            super("rfc8017.rsa-form", "RFC 8017 appendix A.1.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.key().isRsa() || certificate.key().rsa().isPresent();
        }
    }

    /** At least 3,072 bits, and a multiple of eight. */
    private static final class RsaSize extends Lint {

        RsaSize() {
            super("ts119312.rsa-size", "ETSI TS 119 312 §6.2.2.1");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return rsa(certificate, key -> key[0].length >= 384 && (key[0][0] & 0x80) != 0);
        }
    }

    /** Odd. */
    private static final class RsaModulus extends Lint {

        RsaModulus() {
            super("cabf.rsa-modulus", "CA/B BR §6.1.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return rsa(certificate, key -> (key[0][key[0].length - 1] & 1) == 1);
        }
    }

    /** Odd, from 65,537 to 2^256. */
    private static final class RsaExponent extends Lint {

        RsaExponent() {
            super("cabf.rsa-exponent", "CA/B BR §6.1.6");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return rsa(
                    certificate,
                    key ->
                            (key[1][key[1].length - 1] & 1) == 1
                                    && key[1].length >= 3
                                    && key[1].length <= 32);
        }
    }

    /** No parameters. */
    private static final class MlDsaParameters extends Lint {

        MlDsaParameters() {
            super("rfc9881.parameters", "RFC 9881 §4");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.key().isMlDsa() || certificate.key().parameters().length == 0;
        }
    }

    /** The length of its parameter set. */
    private static final class MlDsaSize extends Lint {

        MlDsaSize() {
            super("rfc9881.key-size", "RFC 9881 §4");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.key().isMlDsa()
                    || certificate.key().bits().length
                            == (certificate.key().algorithm().equals(KeyView.ML_DSA_65)
                                    ? 1952
                                    : 1312);
        }
    }

    /** It signs and does nothing else. */
    private static final class MlDsaUsage extends Lint {

        MlDsaUsage() {
            super("rfc9881.key-usage", "RFC 9881 §5");
        }

        @Override
        boolean keeps(CertificateView certificate, LintContext context) {
            return !certificate.key().isMlDsa()
                    || (certificate.views().usage() & (ENCIPHERMENT | AGREEMENT)) == 0;
        }
    }

    private static final int ENCIPHERMENT = 0x20 | 0x10;
    private static final int AGREEMENT = 0x08;
    private static final byte[] NULL = {0x05, 0x00};

    private static boolean rsa(CertificateView certificate, Predicate<byte[][]> rule) {
        return !certificate.key().isRsa()
                || certificate.key().rsa().filter(key -> !rule.test(key)).isEmpty();
    }
}
