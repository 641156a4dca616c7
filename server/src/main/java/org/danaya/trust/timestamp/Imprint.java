package org.danaya.trust.timestamp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerReader;

/** The digests that are timestamped (ETSI TS 119 312). SHA-1 and older ones no more. */
enum Imprint {
    SHA_256("SHA-256", "2.16.840.1.101.3.4.2.1", 32),
    SHA_384("SHA-384", "2.16.840.1.101.3.4.2.2", 48),
    SHA_512("SHA-512", "2.16.840.1.101.3.4.2.3", 64),
    SHA3_256("SHA3-256", "2.16.840.1.101.3.4.2.8", 32),
    SHA3_384("SHA3-384", "2.16.840.1.101.3.4.2.9", 48),
    SHA3_512("SHA3-512", "2.16.840.1.101.3.4.2.10", 64);

    private static final Imprint[] ALL = values();
    private static final byte[][] OIDS =
            Arrays.stream(ALL).map(imprint -> Der.oid(imprint.dotted)).toArray(byte[][]::new);

    private final String algorithm;
    private final String dotted;
    private final int bytes;

    Imprint(String algorithm, String dotted, int bytes) {
        this.algorithm = algorithm;
        this.dotted = dotted;
        this.bytes = bytes;
    }

    /** As Java names it, such as {@code SHA3-384}. */
    String algorithm() {
        return algorithm;
    }

    /** One to be fed with what is timestamped. */
    MessageDigest begin() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java 25 has " + algorithm, e);
        }
    }

    /** The one of an identifier, as numbers with points between. */
    static Optional<Imprint> of(String dotted) {
        return Arrays.stream(ALL).filter(each -> each.dotted.equals(dotted)).findFirst();
    }

    /**
     * Passes over a MessageImprint.
     *
     * @throws Refused where the digest isn't one of these, or has another length
     */
    static void check(DerReader imprint) {
        DerReader algorithm = imprint.enter(Der.SEQUENCE);
        Imprint found = null;
        for (int i = 0; i < OIDS.length && found == null; i++) {
            found = algorithm.takes(OIDS[i]) ? ALL[i] : null;
        }
        if (found == null) {
            algorithm.enter(Der.OID);
            throw new Refused(Refusal.BAD_ALGORITHM);
        }
        if (algorithm.more()) {
            algorithm.enter(Der.NULL).end();
        }
        algorithm.end();
        if (imprint.enter(Der.OCTET_STRING).left() != found.bytes) {
            throw new Refused(Refusal.BAD_DATA_FORMAT);
        }
        imprint.end();
    }
}
