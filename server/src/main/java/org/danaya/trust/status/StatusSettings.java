package org.danaya.trust.status;

import java.time.Duration;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of OCSP answers and revocation lists. */
public final class StatusSettings {

    /** From thisUpdate to nextUpdate of an OCSP answer. Caches keep one for half of it. */
    public static final Setting<Duration> VALIDITY = Setting.duration("ocsp.validity", "1h");

    /** How answers name their responder (RFC 6960 §4.2.1). */
    public static final Setting<ResponderId> RESPONDER_ID =
            Setting.choice("ocsp.responder-id", ResponderId.class, ResponderId.KEY);

    /** What is told of a serial that an authority of ours never issued. */
    public static final Setting<UnknownSerial> UNKNOWN =
            Setting.choice("ocsp.unknown-serials", UnknownSerial.class, UnknownSerial.UNKNOWN);

    /** How long nothing may be heard of the database before no answer is given any more. */
    public static final Setting<Duration> SILENCE = Setting.duration("ocsp.silence", "5m");

    /** How much memory holds answers that were signed before. */
    public static final Setting<Long> CACHE = Setting.bytes("ocsp.cache", "64m");

    /** Whether answers hold the certificate's hash (Common PKI, part 4, §3.1.2). */
    public static final Setting<Boolean> CERT_HASH = Setting.flag("ocsp.cert-hash", false);

    /** How long a responder's certificate lives. It is renewed after half of it. */
    public static final Setting<Duration> RESPONDER_LIFE =
            Setting.duration("ocsp.responder-life", "7d");

    /** From thisUpdate to nextUpdate of a revocation list, which is renewed after half of it. */
    public static final Setting<Duration> LIST_VALIDITY = Setting.duration("crl.validity", "24h");

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL =
            List.of(
                    VALIDITY,
                    RESPONDER_ID,
                    UNKNOWN,
                    SILENCE,
                    CACHE,
                    CERT_HASH,
                    RESPONDER_LIFE,
                    LIST_VALIDITY);

    private StatusSettings() {}

    /** The two ways of naming a responder. */
    public enum ResponderId {
        KEY,
        NAME
    }

    /** The two ways of telling that a certificate was never issued. */
    public enum UnknownSerial {
        UNKNOWN,
        REVOKED
    }
}
