package org.danaya.trust.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.danaya.crypto.TokenKey;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerWriter;

/**
 * Whose certificates a revocation list tells, and who signs it.
 *
 * @param path of its file below the folder of revocation lists
 * @param profiles which profiles' certificates it is about
 * @param issuer the authority's Name, in DER
 * @param extensions those that are the same in each issue: authority key identifier, distribution
 *     point, and that expired certificates stay on the list
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CrlScope(
        int authority,
        String path,
        IntPredicate profiles,
        TokenKey key,
        byte[] issuer,
        byte[] extensions) {

    private static final byte[] AUTHORITY_KEY = Der.oid("2.5.29.35");
    private static final byte[] DISTRIBUTION_POINT = Der.oid("2.5.29.28");
    private static final byte[] EXPIRED_ON_LIST = Der.oid("2.5.29.60");
    private static final int URI = 6;

    /** The complete list of an authority. */
    static CrlScope complete(int authority, String code, byte[] certificate, TokenKey key) {
        return of(authority, code + ".crl", _ -> true, certificate, key, new byte[0]);
    }

    /**
     * The list of a part of an authority's certificates: those that name its address.
     *
     * @param address as it stands in the certificates (RFC 5280 §5.2.5)
     */
    static CrlScope part(
            int authority,
            String path,
            IntPredicate profiles,
            String address,
            byte[] certificate,
            TokenKey key) {
        byte[] name = Der.of(Der.primitive(URI), address.getBytes(StandardCharsets.US_ASCII));
        byte[] fullName = Der.of(Der.constructed(0), Der.of(Der.constructed(0), name));
        return of(
                authority,
                path,
                profiles,
                certificate,
                key,
                Der.extension(DISTRIBUTION_POINT, true, Der.of(Der.SEQUENCE, fullName)));
    }

    private static CrlScope of(
            int authority,
            String path,
            IntPredicate profiles,
            byte[] certificate,
            TokenKey key,
            byte[] distributionPoint) {
        Certificate read = Certificate.getInstance(certificate);
        try {
            byte[] identifier =
                    SubjectKeyIdentifier.fromExtensions(read.getTBSCertificate().getExtensions())
                            .getKeyIdentifier();
            long since = read.getStartDate().getDate().toInstant().getEpochSecond();
            byte[] extensions =
                    concatenated(
                            Der.extension(
                                    AUTHORITY_KEY,
                                    false,
                                    Der.of(Der.SEQUENCE, Der.of(Der.primitive(0), identifier))),
                            distributionPoint,
                            Der.extension(
                                    EXPIRED_ON_LIST,
                                    false,
                                    new DerWriter(32).time(since).toBytes()));
            return new CrlScope(
                    authority,
                    path,
                    profiles,
                    key,
                    read.getSubject().getEncoded(ASN1Encoding.DER),
                    extensions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] concatenated(byte[]... parts) {
        DerWriter writer = new DerWriter(256);
        for (int i = parts.length - 1; i >= 0; i--) {
            writer.raw(parts[i]);
        }
        return writer.toBytes();
    }
}
