package org.danaya.crypto;

import java.util.Map;
import java.util.Set;

/** A return value other than CKR_OK (PKCS #11 v2.40 §5.1). */
final class CryptokiError extends Exception {

    private static final long serialVersionUID = 1L;

    static final long GENERAL_ERROR = 0x5;
    static final long DEVICE_REMOVED = 0x32;
    static final long PIN_INCORRECT = 0xA0;
    static final long PIN_LOCKED = 0xA4;
    static final long SESSION_COUNT = 0xB1;
    static final long TOKEN_NOT_PRESENT = 0xE0;
    static final long USER_ALREADY_LOGGED_IN = 0x100;
    static final long ALREADY_INITIALIZED = 0x191;

    /** Not of PKCS #11: the library was started anew, and every handle of before is void. */
    static final long STARTED_ANEW = -1;

    private static final Map<Long, String> NAMES =
            Map.ofEntries(
                    Map.entry(STARTED_ANEW, "the library was started anew"),
                    Map.entry(0x2L, "CKR_HOST_MEMORY"),
                    Map.entry(0x3L, "CKR_SLOT_ID_INVALID"),
                    Map.entry(GENERAL_ERROR, "CKR_GENERAL_ERROR"),
                    Map.entry(0x6L, "CKR_FUNCTION_FAILED"),
                    Map.entry(0x30L, "CKR_DEVICE_ERROR"),
                    Map.entry(0x31L, "CKR_DEVICE_MEMORY"),
                    Map.entry(DEVICE_REMOVED, "CKR_DEVICE_REMOVED"),
                    Map.entry(0x60L, "CKR_KEY_HANDLE_INVALID"),
                    Map.entry(0x70L, "CKR_MECHANISM_INVALID"),
                    Map.entry(0x82L, "CKR_OBJECT_HANDLE_INVALID"),
                    Map.entry(PIN_INCORRECT, "CKR_PIN_INCORRECT"),
                    Map.entry(PIN_LOCKED, "CKR_PIN_LOCKED"),
                    Map.entry(0xB0L, "CKR_SESSION_CLOSED"),
                    Map.entry(SESSION_COUNT, "CKR_SESSION_COUNT"),
                    Map.entry(0xB3L, "CKR_SESSION_HANDLE_INVALID"),
                    Map.entry(TOKEN_NOT_PRESENT, "CKR_TOKEN_NOT_PRESENT"),
                    Map.entry(0xE1L, "CKR_TOKEN_NOT_RECOGNIZED"),
                    Map.entry(USER_ALREADY_LOGGED_IN, "CKR_USER_ALREADY_LOGGED_IN"),
                    Map.entry(0x101L, "CKR_USER_NOT_LOGGED_IN"),
                    Map.entry(0x190L, "CKR_CRYPTOKI_NOT_INITIALIZED"),
                    Map.entry(ALREADY_INITIALIZED, "CKR_CRYPTOKI_ALREADY_INITIALIZED"));

    /** After which every session and handle is given up and asked for anew. */
    private static final Set<Long> LOST =
            Set.of(
                    STARTED_ANEW,
                    0x2L,
                    0x3L,
                    GENERAL_ERROR,
                    0x6L,
                    0x30L,
                    0x31L,
                    DEVICE_REMOVED,
                    0x60L,
                    0x82L,
                    0xB0L,
                    0xB3L,
                    TOKEN_NOT_PRESENT,
                    0xE1L,
                    0x101L,
                    0x190L);

    private final long value;

    CryptokiError(String function, long value) {
        super(function + ": " + NAMES.getOrDefault(value, "CKR 0x" + Long.toHexString(value)));
        this.value = value;
    }

    boolean is(long other) {
        return value == other;
    }

    /** Whether the token may be gone, so that only starting over can tell. */
    boolean isLoss() {
        return LOST.contains(value);
    }
}
