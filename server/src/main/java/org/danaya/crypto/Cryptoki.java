package org.danaya.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What we ask of a PKCS #11 library (OASIS PKCS #11 v2.40), in Java's types. Handles and return
 * values are unsigned in C and {@code long} here.
 *
 * <p>For any number of threads between {@link #initialize} and {@link #finish}; those two alone.
 */
interface Cryptoki {

    /** CKU_USER (§3.4). */
    long USER = 1;

    /** CKF_RW_SESSION and CKF_SERIAL_SESSION (§3.4). */
    long READ_WRITE = 0x2;

    long SERIAL = 0x4;

    /** C_Initialize, with locking by the operating system. */
    void initialize() throws CryptokiError;

    /** C_Finalize. */
    void finish() throws CryptokiError;

    /** C_GetSlotList, those with a token in them. */
    List<Long> slots() throws CryptokiError;

    /** The label in C_GetTokenInfo, without the blanks at its end. */
    String tokenLabel(long slot) throws CryptokiError;

    /** C_GetMechanismList. */
    List<Long> mechanisms(long slot) throws CryptokiError;

    /** C_OpenSession. */
    long openSession(long slot, long flags) throws CryptokiError;

    /** C_CloseSession. */
    void closeSession(long session) throws CryptokiError;

    /** C_Login as the user. */
    void login(long session, byte[] pin) throws CryptokiError;

    /** C_FindObjectsInit, C_FindObjects and C_FindObjectsFinal. */
    List<Long> find(long session, List<Attribute> template) throws CryptokiError;

    /** One attribute by C_GetAttributeValue; nothing where the object doesn't tell it. */
    Optional<byte[]> attribute(long session, long object, long type) throws CryptokiError;

    /** C_GenerateKeyPair. */
    KeyHandles generate(
            long session, long mechanism, List<Attribute> forPublic, List<Attribute> forPrivate)
            throws CryptokiError;

    /** C_SignInit and C_Sign. */
    byte[] sign(long session, long mechanism, long key, byte[] data) throws CryptokiError;

    /** C_DestroyObject. */
    void destroy(long session, long object) throws CryptokiError;

    /** The objects of a new key pair. */
    record KeyHandles(long publicKey, long privateKey) {}

    /**
     * A CK_ATTRIBUTE.
     *
     * @param value in the machine's own byte order
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Attribute(long type, byte[] value) {

        static final long CLASS = 0x0;
        static final long TOKEN = 0x1;
        static final long PRIVATE = 0x2;
        static final long LABEL = 0x3;
        static final long KEY_TYPE = 0x100;
        static final long ID = 0x102;
        static final long SENSITIVE = 0x103;
        static final long SIGN = 0x108;
        static final long VERIFY = 0x10A;
        static final long MODULUS = 0x120;
        static final long MODULUS_BITS = 0x121;
        static final long PUBLIC_EXPONENT = 0x122;
        static final long EXTRACTABLE = 0x162;
        static final long EC_PARAMS = 0x180;
        static final long EC_POINT = 0x181;

        static final long PUBLIC_KEY_OBJECT = 2;
        static final long PRIVATE_KEY_OBJECT = 3;

        static Attribute of(long type, boolean value) {
            return new Attribute(type, new byte[] {(byte) (value ? 1 : 0)});
        }

        static Attribute of(long type, long value) {
            return new Attribute(
                    type,
                    ByteBuffer.allocate(Long.BYTES)
                            .order(ByteOrder.nativeOrder())
                            .putLong(value)
                            .array());
        }

        static Attribute of(long type, String value) {
            return new Attribute(type, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
