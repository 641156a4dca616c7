package org.danaya.trust.profile;

/** What a certificate is for; decides which standards bind it. */
public enum ProfileKind {
    /** A root, which issues itself (RFC 5280 §3.2). */
    ROOT,
    /** An issuing authority. */
    ISSUING,
    /** A person's signature (ETSI EN 319 412-2). */
    SIGNATURE,
    /** A structure's seal (ETSI EN 319 412-3). */
    SEAL,
    /** A TLS server (ETSI EN 319 412-4, CA/Browser Forum baseline requirements). */
    TLS_SERVER,
    /** A TLS client. */
    TLS_CLIENT,
    /** A delegated OCSP responder (RFC 6960 §4.2.2.2). */
    OCSP,
    /** A timestamp unit (ETSI EN 319 422). */
    TIMESTAMP;

    /** Whether such certificates issue others. */
    public boolean isAuthority() {
        return this == ROOT || this == ISSUING;
    }
}
