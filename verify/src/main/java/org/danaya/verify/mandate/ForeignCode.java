package org.danaya.verify.mandate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;

/** Says what a code is that is no mandate's seal, so that its bearer knows what was scanned. */
final class ForeignCode {

    private static final Pattern PREFIX = Pattern.compile("^([A-Z]{2})[0-9]:");
    private static final String HEALTH_PREFIX = "HC";

    /** The health certificate container (CWT claims registry). */
    private static final long HEALTH_CLAIM = -260;

    private static final int ZLIB = 0x78;

    private ForeignCode() {}

    static Reason reason(String text) {
        Matcher prefix = PREFIX.matcher(text);
        boolean prefixed = prefix.find();
        boolean health = prefixed && HEALTH_PREFIX.equals(prefix.group(1));
        Parsed<Reason> inside =
                Base45.read(prefixed ? text.substring(prefix.end()) : text)
                        .then(ForeignCode::inflated)
                        .then(CoseSign1::read)
                        .then(cose -> CborReader.wellFormed(cose.payload()))
                        .then(
                                payload ->
                                        payload instanceof Cbor.Dictionary claims
                                                ? Parsed.ok(token(claims))
                                                : Parsed.malformed(Reason.SEAL_FOREIGN, "no CWT"));
        if (inside instanceof Parsed.Ok<Reason>(Reason found) && !health) {
            return found;
        }
        return health ? Reason.SEAL_HEALTH_CERTIFICATE : Reason.SEAL_FOREIGN;
    }

    static Reason token(Cbor.Dictionary claims) {
        return claims.get(HEALTH_CLAIM) == null
                ? Reason.SEAL_OTHER_TOKEN
                : Reason.SEAL_HEALTH_CERTIFICATE;
    }

    private static Parsed<byte[]> inflated(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == ZLIB
                ? Deflated.read(bytes, CborReader.MAX_BYTES >> 6)
                : Parsed.ok(bytes);
    }
}
