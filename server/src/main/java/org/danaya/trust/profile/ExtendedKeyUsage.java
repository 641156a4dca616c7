package org.danaya.trust.profile;

/** The purposes of a key (RFC 5280 §4.2.1.12). */
public enum ExtendedKeyUsage {
    SERVER_AUTH("1.3.6.1.5.5.7.3.1"),
    CLIENT_AUTH("1.3.6.1.5.5.7.3.2"),
    EMAIL_PROTECTION("1.3.6.1.5.5.7.3.4"),
    TIME_STAMPING("1.3.6.1.5.5.7.3.8"),
    OCSP_SIGNING("1.3.6.1.5.5.7.3.9"),
    /** RFC 9336. */
    DOCUMENT_SIGNING("1.3.6.1.5.5.7.3.36");

    private final String oid;

    ExtendedKeyUsage(String oid) {
        this.oid = oid;
    }

    /** Its object identifier. */
    public String oid() {
        return oid;
    }
}
