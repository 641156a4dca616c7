package org.danaya.trust.status;

import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerWriter;

/** Writes revocation lists (RFC 5280 §5). */
final class CrlWriter {

    private static final byte[] CRL_NUMBER = Der.oid("2.5.29.20");
    private static final byte[] INVALIDITY_DATE = Der.oid("2.5.29.24");
    private static final byte[][] REASONS = reasons();

    /** Of most entries: a serial of 16 bytes, a date, a reason. */
    private static final int ENTRY_BYTES = 52;

    private CrlWriter() {}

    /**
     * A signed list.
     *
     * @param der the CertificateList
     * @param entries how many certificates it tells
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Written(byte[] der, int entries) {}

    /**
     * Writes one from what the index holds now.
     *
     * @param expected about how many entries it will have
     * @param thisUpdate in seconds
     */
    static Written write(
            StatusIndex index,
            CrlScope scope,
            int expected,
            long number,
            long thisUpdate,
            long nextUpdate) {
        byte[] algorithm = Der.signatureAlgorithm(scope.key().algorithm());
        DerWriter list = new DerWriter(1_024 + ENTRY_BYTES * expected);
        byte[] counted = new DerWriter(16).number(number).toBytes();
        list.raw(Der.extension(CRL_NUMBER, false, counted))
                .raw(scope.extensions())
                .wrap(Der.SEQUENCE, 0)
                .wrap(Der.constructed(0), 0);
        int entries = entries(list, index, scope);
        list.x509Time(nextUpdate)
                .x509Time(thisUpdate)
                .raw(scope.issuer())
                .raw(algorithm)
                .number(1)
                .wrap(Der.SEQUENCE, 0);
        byte[] signed = list.toBytes();
        byte[] signature = scope.key().sign(signed);
        byte[] end =
                new DerWriter(signature.length + 64).bitString(signature).raw(algorithm).toBytes();
        byte[] der =
                new DerWriter(signed.length + end.length + 16)
                        .raw(end)
                        .raw(signed)
                        .wrap(Der.SEQUENCE, 0)
                        .toBytes();
        return new Written(der, entries);
    }

    private static int entries(DerWriter list, StatusIndex index, CrlScope scope) {
        int mark = list.mark();
        int entries = 0;
        byte[] serial = new byte[StatusIndex.SERIAL_BYTES];
        for (int entry = index.size() - 1; entry >= 0; entry--) {
            long word = index.word(entry);
            if (StatusWord.isRevoked(word)
                    && index.authority(entry) == scope.authority()
                    && scope.profiles().test(index.profile(entry))) {
                index.serial(entry, serial);
                entry(list, word, index, entry, serial);
                entries++;
            }
        }
        if (entries > 0) {
            list.wrap(Der.SEQUENCE, mark);
        }
        return entries;
    }

    private static void entry(
            DerWriter list, long word, StatusIndex index, int entry, byte[] serial) {
        int mark = list.mark();
        if (StatusWord.hasInvalidity(word)) {
            list.time(index.invalidity(entry))
                    .wrap(Der.OCTET_STRING, mark)
                    .raw(INVALIDITY_DATE)
                    .wrap(Der.SEQUENCE, mark);
        }
        list.raw(REASONS[StatusWord.reason(word)]);
        if (list.mark() > mark) {
            list.wrap(Der.SEQUENCE, mark);
        }
        list.x509Time(StatusWord.since(word))
                .unsigned(serial, 0, serial.length)
                .wrap(Der.SEQUENCE, mark);
    }

    /** The extension of each reason; none where the reason isn't told. */
    private static byte[][] reasons() {
        byte[] oid = Der.oid("2.5.29.21");
        byte[][] reasons = new byte[11][];
        reasons[0] = new byte[0];
        for (int i = 1; i < reasons.length; i++) {
            byte[] reason = Der.of(Der.ENUMERATED, new byte[] {(byte) i});
            reasons[i] = Der.extension(oid, false, reason);
        }
        return reasons;
    }
}
