package org.danaya.trust.profile;

/**
 * Which addresses a certificate tells.
 *
 * @param crl where the revocation list is (RFC 5280 §4.2.1.13)
 * @param ocsp where its status is asked for (RFC 5280 §4.2.2.1)
 * @param issuer where the issuer's certificate is (RFC 5280 §4.2.2.1)
 */
public record Pointers(boolean crl, boolean ocsp, boolean issuer) {}
