package org.danaya.trust.profile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.danaya.trust.der.Der;

/** The extensions of a profile and an issuer that are the same in every certificate. */
final class Extensions {

    private static final byte[] CRITICAL = Der.of(Der.BOOLEAN, new byte[] {(byte) 0xff});
    private static final byte[] NULL = {0x05, 0x00};

    private static final String ACCESS_OCSP = "1.3.6.1.5.5.7.48.1";
    private static final String ACCESS_ISSUERS = "1.3.6.1.5.5.7.48.2";

    private Extensions() {}

    /** One extension (RFC 5280 §4.1). */
    static byte[] extension(String oid, boolean critical, byte[] value) {
        return Der.extension(Der.oid(oid), critical, value);
    }

    static byte[] authorityKeyIdentifier(IssuerInfo issuer) {
        return extension(
                "2.5.29.35", false, Der.of(Der.SEQUENCE, Der.of(0x80, issuer.keyIdentifier())));
    }

    static byte[] subjectKeyIdentifier(byte[] identifier) {
        return extension("2.5.29.14", false, Der.of(Der.OCTET_STRING, identifier));
    }

    static byte[] alternativeNames(AlternativeNames names, boolean critical) {
        return extension("2.5.29.17", critical, names.encoded());
    }

    /** Those that stand before the alternative names. */
    static byte[] before(Profile profile) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(extension("2.5.29.15", true, usages(profile)));
        if (!profile.purposes().isEmpty()) {
            all.writeBytes(extension("2.5.29.37", profile.purposesCritical(), purposes(profile)));
        }
        // An end entity has the default value, an empty sequence, or nothing at all.
        if (profile.kind().isAuthority()) {
            all.writeBytes(extension("2.5.29.19", true, authority(profile)));
        }
        if (!profile.policies().isEmpty()) {
            all.writeBytes(extension("2.5.29.32", false, policies(profile)));
        }
        return all.toByteArray();
    }

    /** Those that stand after the alternative names. */
    static byte[] after(Profile profile, IssuerInfo issuer) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (profile.pointers().crl()) {
            all.writeBytes(
                    extension(
                            "2.5.29.31",
                            false,
                            points(issuer.addresses().crl(profile.partition()))));
        }
        if (profile.pointers().ocsp() || profile.pointers().issuer()) {
            all.writeBytes(extension("1.3.6.1.5.5.7.1.1", false, access(profile, issuer)));
        }
        if (!profile.statements().isEmpty()) {
            all.writeBytes(
                    extension(
                            "1.3.6.1.5.5.7.1.3",
                            false,
                            sequence(
                                    profile.statements().stream()
                                            .map(Extensions::statement)
                                            .toList())));
        }
        if (profile.noCheck()) {
            all.writeBytes(extension("1.3.6.1.5.5.7.48.1.5", false, NULL));
        }
        return all.toByteArray();
    }

    /** DER wants no zero bits at the end of a named bit string (X.690 §11.2.2). */
    private static byte[] usages(Profile profile) {
        int bits = 0;
        int last = 0;
        for (KeyUsage usage : profile.usages()) {
            bits |= 0x80 >>> usage.bit();
            last = Math.max(last, usage.bit());
        }
        return Der.of(Der.BIT_STRING, new byte[] {(byte) (7 - last), (byte) bits});
    }

    private static byte[] purposes(Profile profile) {
        return sequence(
                profile.purposes().stream().map(purpose -> Der.oid(purpose.oid())).toList());
    }

    private static byte[] authority(Profile profile) {
        byte[] length = profile.pathLength().map(Der::integer).orElse(new byte[0]);
        return Der.of(Der.SEQUENCE, CRITICAL, length);
    }

    private static byte[] policies(Profile profile) {
        return sequence(profile.policies().stream().map(Extensions::policy).toList());
    }

    private static byte[] policy(Policy policy) {
        byte[] qualifiers =
                policy.statement()
                        .map(
                                uri ->
                                        Der.of(
                                                Der.SEQUENCE,
                                                Der.of(
                                                        Der.SEQUENCE,
                                                        Der.oid("1.3.6.1.5.5.7.2.1"),
                                                        ia5(uri.toString()))))
                        .orElse(new byte[0]);
        return Der.of(Der.SEQUENCE, Der.oid(policy.oid()), qualifiers);
    }

    private static byte[] points(String address) {
        byte[] name = Der.of(0xa0, Der.of(0xa0, uri(address)));
        return Der.of(Der.SEQUENCE, Der.of(Der.SEQUENCE, name));
    }

    private static byte[] access(Profile profile, IssuerInfo issuer) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (profile.pointers().ocsp()) {
            all.writeBytes(access(ACCESS_OCSP, issuer.addresses().ocsp()));
        }
        if (profile.pointers().issuer()) {
            all.writeBytes(access(ACCESS_ISSUERS, issuer.addresses().certificate()));
        }
        return Der.of(Der.SEQUENCE, all.toByteArray());
    }

    private static byte[] access(String method, String address) {
        return Der.of(Der.SEQUENCE, Der.oid(method), uri(address));
    }

    private static byte[] statement(QcStatement statement) {
        return switch (statement) {
            case QcStatement.Compliance() -> Der.of(Der.SEQUENCE, Der.oid("0.4.0.1862.1.1"));
            case QcStatement.Device() -> Der.of(Der.SEQUENCE, Der.oid("0.4.0.1862.1.4"));
            case QcStatement.Retention(int years) ->
                    statement("0.4.0.1862.1.3", Der.integer(years));
            case QcStatement.Disclosure(List<QcStatement.Location> locations) ->
                    statement(
                            "0.4.0.1862.1.5",
                            sequence(locations.stream().map(Extensions::location).toList()));
            case QcStatement.Purpose(QcStatement.QcPurpose purpose) ->
                    statement("0.4.0.1862.1.6", Der.of(Der.SEQUENCE, Der.oid(purpose.oid())));
            case QcStatement.Legislation(List<String> countries) ->
                    statement(
                            "0.4.0.1862.1.7",
                            sequence(countries.stream().map(Extensions::printable).toList()));
            case QcStatement.Semantics(QcStatement.Kind kind) ->
                    statement("1.3.6.1.5.5.7.11.2", Der.of(Der.SEQUENCE, Der.oid(kind.oid())));
        };
    }

    private static byte[] statement(String oid, byte[] information) {
        return Der.of(Der.SEQUENCE, Der.oid(oid), information);
    }

    private static byte[] location(QcStatement.Location location) {
        return Der.of(Der.SEQUENCE, ia5(location.uri().toString()), printable(location.language()));
    }

    private static byte[] sequence(List<byte[]> items) {
        return Der.of(Der.SEQUENCE, items.toArray(byte[][]::new));
    }

    private static byte[] uri(String address) {
        return Der.of(0x86, address.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] ia5(String text) {
        return Der.of(Der.IA5_STRING, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] printable(String text) {
        return Der.of(Der.PRINTABLE_STRING, text.getBytes(StandardCharsets.US_ASCII));
    }
}
