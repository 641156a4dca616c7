package org.danaya.trust.status;

import java.util.List;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerWriter;

/** Writes OCSPResponses (RFC 6960 §4.2.1). */
final class OcspAnswers {

    /** The response statuses that come without an answer. */
    static final byte[] MALFORMED = status(1);

    static final byte[] INTERNAL = status(2);
    static final byte[] TRY_LATER = status(3);
    static final byte[] UNAUTHORIZED = status(6);

    private static final byte[] SUCCESSFUL = Der.of(Der.ENUMERATED, new byte[] {0});
    private static final byte[] BASIC = Der.oid("1.3.6.1.5.5.7.48.1.1");
    private static final byte[] GOOD = Der.of(Der.primitive(0));
    private static final byte[] UNKNOWN = Der.of(Der.primitive(2));
    private static final byte[] ARCHIVE_CUTOFF = Der.oid("1.3.6.1.5.5.7.48.1.6");
    private static final byte[] INVALIDITY_DATE = Der.oid("2.5.29.24");

    /** Of Common PKI: that the responder has the certificate, and not its number alone. */
    private static final byte[] CERT_HASH = Der.oid("1.3.36.8.3.13");

    private static final byte[] SHA_256 = Der.of(Der.SEQUENCE, Der.oid("2.16.840.1.101.3.4.2.1"));
    private static final byte[] EXTENDED_REVOKE =
            Der.extension(Der.oid("1.3.6.1.5.5.7.48.1.9"), false, Der.of(Der.NULL));

    /** What every answer needs beside its parts and a responder's certificate. */
    private static final int SPARE = 256;

    private OcspAnswers() {}

    /** What is told of one certificate. */
    sealed interface Told {

        CertId id();

        /**
         * A certificate of ours.
         *
         * @param word its {@link StatusWord}
         * @param invalidity in seconds, where the word says so
         * @param archive since when the status of expired certificates is kept, in seconds; 0 where
         *     this one hasn't expired
         * @param sha256 of the certificate; empty where it isn't told
         */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Known(CertId id, long word, long invalidity, long archive, byte[] sha256)
                implements Told {}

        /** One that we know nothing of. */
        record Unknown(CertId id) implements Told {}

        /** One that its authority, which is ours, never issued: told as revoked. */
        record NeverIssued(CertId id) implements Told {}
    }

    /**
     * A signed answer.
     *
     * @param nonce the extension to echo; empty for none
     */
    static byte[] signed(
            Responder responder,
            List<Told> certificates,
            byte[] nonce,
            long producedAt,
            long thisUpdate,
            long nextUpdate) {
        DerWriter data = new DerWriter(SPARE + 192 * certificates.size());
        boolean extended = certificates.stream().anyMatch(Told.NeverIssued.class::isInstance);
        if (nonce.length > 0 || extended) {
            data.raw(nonce);
            if (extended) {
                data.raw(EXTENDED_REVOKE);
            }
            data.wrap(Der.SEQUENCE, 0).wrap(Der.constructed(1), 0);
        }
        int responses = data.mark();
        for (int i = certificates.size() - 1; i >= 0; i--) {
            single(data, certificates.get(i), thisUpdate, nextUpdate);
        }
        data.wrap(Der.SEQUENCE, responses)
                .time(producedAt)
                .raw(responder.id())
                .wrap(Der.SEQUENCE, 0);
        byte[] signed = data.toBytes();
        byte[] signature = responder.key().sign(signed);
        int more = signature.length + responder.certificates().length + SPARE;
        return new DerWriter(signed.length + more)
                .raw(responder.certificates())
                .bitString(signature)
                .raw(responder.algorithm())
                .raw(signed)
                .wrap(Der.SEQUENCE, 0)
                .wrap(Der.OCTET_STRING, 0)
                .raw(BASIC)
                .wrap(Der.SEQUENCE, 0)
                .wrap(Der.constructed(0), 0)
                .raw(SUCCESSFUL)
                .wrap(Der.SEQUENCE, 0)
                .toBytes();
    }

    private static void single(DerWriter data, Told told, long thisUpdate, long nextUpdate) {
        int single = data.mark();
        if (told instanceof Told.Known known) {
            extensions(data, known);
        }
        int next = data.mark();
        data.time(nextUpdate).wrap(Der.constructed(0), next).time(thisUpdate);
        switch (told) {
            case Told.Known(CertId _, long word, long _, long _, byte[] _) -> {
                if (StatusWord.isRevoked(word)) {
                    revoked(data, StatusWord.since(word), StatusWord.reason(word));
                } else {
                    data.raw(GOOD);
                }
            }
            case Told.Unknown _ -> data.raw(UNKNOWN);
            case Told.NeverIssued _ -> revoked(data, 0, StatusWord.HOLD);
        }
        CertId id = told.id();
        data.raw(id.request(), id.from(), id.to()).wrap(Der.SEQUENCE, single);
    }

    private static void revoked(DerWriter data, long since, int reason) {
        int mark = data.mark();
        if (reason != 0) {
            data.raw(reason).wrap(Der.ENUMERATED, mark).wrap(Der.constructed(0), mark);
        }
        data.time(since).wrap(Der.constructed(1), mark);
    }

    private static void extensions(DerWriter data, Told.Known known) {
        int mark = data.mark();
        if (known.archive() != 0) {
            time(data, ARCHIVE_CUTOFF, known.archive());
        }
        if (StatusWord.hasInvalidity(known.word())) {
            time(data, INVALIDITY_DATE, known.invalidity());
        }
        if (known.sha256().length > 0) {
            int hash = data.mark();
            data.element(Der.OCTET_STRING, known.sha256())
                    .raw(SHA_256)
                    .wrap(Der.SEQUENCE, hash)
                    .wrap(Der.OCTET_STRING, hash)
                    .raw(CERT_HASH)
                    .wrap(Der.SEQUENCE, hash);
        }
        if (data.mark() > mark) {
            data.wrap(Der.SEQUENCE, mark).wrap(Der.constructed(1), mark);
        }
    }

    private static void time(DerWriter data, byte[] oid, long epochSecond) {
        int mark = data.mark();
        data.time(epochSecond).wrap(Der.OCTET_STRING, mark).raw(oid).wrap(Der.SEQUENCE, mark);
    }

    private static byte[] status(int status) {
        return Der.of(Der.SEQUENCE, Der.of(Der.ENUMERATED, new byte[] {(byte) status}));
    }
}
