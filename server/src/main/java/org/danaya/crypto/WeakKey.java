package org.danaya.crypto;

/** Why a public key isn't good enough to be certified. The codes are stable. */
public enum WeakKey {
    /** Of a kind, a size or a curve that we don't certify. */
    ALGORITHM("key.algorithm"),
    /** RSA's public exponent is even, or not from 65,537 to 2^256 (CA/B BR §6.1.6). */
    EXPONENT("key.exponent"),
    /** RSA's modulus is even or has a factor below 752 (CA/B BR §6.1.6). */
    SMALL_FACTOR("key.small-factor"),
    /** RSA's primes are so close together that Fermat's method finds them (CVE-2022-26320). */
    CLOSE_PRIMES("key.close-primes"),
    /** RSA's modulus bears the fingerprint of a faulty library (ROCA, CVE-2017-15361). */
    ROCA("key.roca"),
    /** The point isn't on the curve (NIST SP 800-56A §5.6.2.3). */
    OFF_CURVE("key.off-curve"),
    /** On a list of keys whose private half is known, such as Debian's of 2008 (CVE-2008-0166). */
    BLOCKLISTED("key.blocklisted");

    private final String code;

    WeakKey(String code) {
        this.code = code;
    }

    /** The code, for machines and for the words' key. */
    public String code() {
        return code;
    }
}
