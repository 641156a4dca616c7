package org.danaya.trust.profile;

/** What a key may be used for, in the order of the bits (RFC 5280 §4.2.1.3). */
public enum KeyUsage {
    DIGITAL_SIGNATURE(0),
    /** Called contentCommitment since X.509 of 2005. */
    NON_REPUDIATION(1),
    KEY_ENCIPHERMENT(2),
    DATA_ENCIPHERMENT(3),
    KEY_AGREEMENT(4),
    KEY_CERT_SIGN(5),
    CRL_SIGN(6);

    private final int bit;

    KeyUsage(int bit) {
        this.bit = bit;
    }

    /** Its bit, the first one 0. */
    public int bit() {
        return bit;
    }
}
