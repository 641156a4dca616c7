package org.danaya.verify.mandate;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Optional;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Content with one signature (RFC 9052 §4.2). What it says is not to be used before {@link #verify}
 * says {@link Verdict.Valid}.
 */
public final class CoseSign1 {

    /** ECDSA on P-256 with SHA-256 (RFC 9053 §2.1). */
    public static final int ES256 = -7;

    /** RSASSA-PSS with SHA-256 (RFC 8230 §2). Read from others, never written. */
    public static final int PS256 = -37;

    private static final int TAG = 18;
    private static final int TAG_CWT = 61;
    private static final int ALGORITHM = 1;
    private static final int CRITICAL = 2;
    private static final int KEY_ID = 4;
    private static final int TYPE = 16;
    private static final int PSS_SALT = 32;

    private final byte[] protectedBytes;
    private final Cbor.Dictionary protectedHeader;
    private final Cbor.Dictionary unprotectedHeader;
    private final byte[] payload;
    private final byte[] signature;

    private CoseSign1(
            byte[] protectedBytes,
            Cbor.Dictionary protectedHeader,
            Cbor.Dictionary unprotectedHeader,
            byte[] payload,
            byte[] signature) {
        this.protectedBytes = protectedBytes;
        this.protectedHeader = protectedHeader;
        this.unprotectedHeader = unprotectedHeader;
        this.payload = payload;
        this.signature = signature;
    }

    /** Reads any well-formed one, with its tags (18, and 61 for a CWT) or without. */
    public static Parsed<CoseSign1> read(byte[] bytes) {
        return Broken.read(
                () -> {
                    Cbor value = Broken.take(CborReader.wellFormed(bytes));
                    if (value instanceof Cbor.Tag(long number, Cbor inner) && number == TAG_CWT) {
                        value = inner;
                    }
                    if (value instanceof Cbor.Tag(long number, Cbor inner) && number == TAG) {
                        value = inner;
                    }
                    return of(value, false);
                });
    }

    /** Reads one of Danaya's own: tag 18, deterministic, nothing in the unprotected header. */
    static CoseSign1 readOwn(byte[] bytes) throws Broken {
        if (!(Broken.take(CborReader.deterministic(bytes)) instanceof Cbor.Tag(long tag, Cbor in))
                || tag != TAG) {
            throw new Broken(Reason.COSE_FORM, "no tag 18");
        }
        CoseSign1 own = of(in, true);
        if (!own.unprotectedHeader.entries().isEmpty()) {
            throw new Broken(Reason.COSE_FORM, "an unprotected header");
        }
        return own;
    }

    private static CoseSign1 of(Cbor value, boolean own) throws Broken {
        Cbor.Fields fields = new Cbor.Fields(value, 4, Reason.COSE_FORM);
        byte[] header = fields.bytes(0, CborReader.MAX_BYTES);
        Cbor.Dictionary open = Cbor.dictionary(fields.any(), Reason.COSE_FORM);
        byte[] payload = fields.bytes(0, CborReader.MAX_BYTES);
        byte[] signature = fields.bytes(1, CborReader.MAX_BYTES);
        Cbor.Dictionary closed =
                header.length == 0
                        ? new Cbor.Dictionary(List.of())
                        : Cbor.dictionary(
                                Broken.take(
                                        own
                                                ? CborReader.deterministic(header)
                                                : CborReader.wellFormed(header)),
                                Reason.COSE_FORM);
        if (closed.get(CRITICAL) != null) {
            throw new Broken(Reason.COSE_FORM, "a critical header that is not known here");
        }
        return new CoseSign1(header, closed, open, payload, signature);
    }

    /** The header's value, from the protected header where both have one. */
    private @Nullable Cbor header(int label) {
        Cbor value = protectedHeader.get(label);
        return value == null ? unprotectedHeader.get(label) : value;
    }

    /** The signature's algorithm (RFC 9052 §3.1); 0 where there is none that is a number. */
    public long algorithm() {
        return header(ALGORITHM) instanceof Cbor.Int(long number) ? number : 0;
    }

    /** Which key is meant, as the bytes say it. */
    public Optional<byte[]> keyId() {
        return header(KEY_ID) instanceof Cbor.Bytes bytes
                ? Optional.of(bytes.value())
                : Optional.empty();
    }

    /** What the content is (RFC 9596), from the protected header. */
    public Optional<String> type() {
        return protectedHeader.get(TYPE) instanceof Cbor.Text(String text)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Whether the protected header has these members and no other. */
    boolean hasHeaders(int count) {
        return protectedHeader.entries().size() == count;
    }

    /** The content, not yet checked. */
    public byte[] payload() {
        return payload.clone();
    }

    private static byte[] toBeSigned(byte[] protectedBytes, byte[] payload) {
        return CborWriter.write(
                Cbor.array(
                        Cbor.of("Signature1"),
                        Cbor.of(protectedBytes),
                        Cbor.of(new byte[0]),
                        Cbor.of(payload)));
    }

    /** Checks the signature with the key that the caller has good reason to use (§4.4). */
    public Verdict<CoseSign1> verify(PublicKey key) {
        try {
            Signature checker;
            if (algorithm() == ES256 && key instanceof ECPublicKey) {
                checker = Signature.getInstance("SHA256withECDSAinP1363Format");
            } else if (algorithm() == PS256 && key instanceof RSAPublicKey) {
                checker = Signature.getInstance("RSASSA-PSS");
                checker.setParameter(
                        new PSSParameterSpec(
                                "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSS_SALT, 1));
            } else {
                return Verdict.invalid(
                        Reason.COSE_ALGORITHM, "algorithm " + algorithm() + " with such a key");
            }
            checker.initVerify(key);
            checker.update(toBeSigned(protectedBytes, payload));
            return checker.verify(signature)
                    ? Verdict.valid(this)
                    : Verdict.invalid(Reason.SIGNATURE_WRONG, "another signature");
        } catch (NoSuchAlgorithmException e) {
            return Verdict.unverifiable(
                    Reason.ALGORITHM_UNAVAILABLE, "this Java has no algorithm " + algorithm());
        } catch (GeneralSecurityException e) {
            return Verdict.invalid(Reason.SIGNATURE_WRONG, "a signature of another form");
        }
    }

    /** The bytes, with tag 18. */
    public byte[] toBytes() {
        return CborWriter.write(
                new Cbor.Tag(
                        TAG,
                        Cbor.array(
                                Cbor.of(protectedBytes),
                                unprotectedHeader,
                                Cbor.of(payload),
                                Cbor.of(signature))));
    }

    /** Content for ES256 that waits for its signature. */
    public static final class Unsigned {

        private final byte[] header;
        private final byte[] payload;

        private Unsigned(byte[] header, byte[] payload) {
            this.header = header;
            this.payload = payload;
        }

        /** The exact bytes that the key has to sign with ECDSA over their SHA-256 (§4.4). */
        public byte[] toBeSigned() {
            return CoseSign1.toBeSigned(header, payload);
        }

        /**
         * The whole. The signature is not checked: {@link CoseSign1#verify} does.
         *
         * @param raw r and s, 64 bytes; {@link EcdsaSignature#rawOfDer} makes them of DER
         * @throws IllegalArgumentException where it is not 64 bytes
         */
        public CoseSign1 signed(byte[] raw) {
            if (raw.length != EcdsaSignature.RAW) {
                throw new IllegalArgumentException("64 bytes, not " + raw.length);
            }
            return new CoseSign1(
                    header,
                    (Cbor.Dictionary) CborReader.deterministic(header).orThrow(),
                    new Cbor.Dictionary(List.of()),
                    payload,
                    raw.clone());
        }

        /** The length of the whole, in bytes. */
        int length() {
            return signed(new byte[EcdsaSignature.RAW]).toBytes().length;
        }
    }

    /** Content to be signed by this key with ES256. */
    static Unsigned unsigned(KeyId key, Cbor payload) {
        return unsigned(
                Cbor.map(
                        Cbor.entry(ALGORITHM, Cbor.of(ES256)),
                        Cbor.entry(KEY_ID, Cbor.of(key.toBytes()))),
                payload);
    }

    /** Content of a named type to be signed by this key with ES256. */
    static Unsigned unsigned(KeyId key, String type, Cbor payload) {
        return unsigned(
                Cbor.map(
                        Cbor.entry(ALGORITHM, Cbor.of(ES256)),
                        Cbor.entry(KEY_ID, Cbor.of(key.toBytes())),
                        Cbor.entry(TYPE, Cbor.of(type))),
                payload);
    }

    private static Unsigned unsigned(Cbor header, Cbor payload) {
        return new Unsigned(CborWriter.write(header), CborWriter.write(payload));
    }
}
