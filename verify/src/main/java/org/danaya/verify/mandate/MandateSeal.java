package org.danaya.verify.mandate;

import java.time.Instant;
import java.util.List;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.Verdict;

/**
 * A mandate as its bearer carries it, in a QR: {@code DM1:} and base45 of a COSE_Sign1 over CWT
 * claims. What it says is not to be used before {@link #check} says {@link Verdict.Valid}.
 */
public final class MandateSeal {

    /** What every seal begins with. */
    public static final String PREFIX = "DM1:";

    /** The longest text: a QR of version 12 at level M in alphanumeric mode. */
    public static final int MAX_CHARACTERS = 419;

    /** The most bytes of COSE in that text. */
    public static final int MAX_BYTES = 276;

    /** Danaya's claim in a CWT's private range (RFC 8392 §9.1). */
    static final long CLAIM = -65537;

    static final int VERSION = 1;
    static final int FIELDS = 11;
    private static final int EXPIRES = 4;
    private static final int NOT_BEFORE = 5;

    private final String text;
    private final CoseSign1 cose;
    private final KeyId key;
    private final SealedMandate claimed;

    private MandateSeal(String text, CoseSign1 cose, KeyId key, SealedMandate claimed) {
        this.text = text;
        this.cose = cose;
        this.key = key;
        this.claimed = claimed;
    }

    /**
     * Reads what stands in a QR. White space around it is ignored, as scanners add it; what is
     * another service's code is told apart ({@link Reason#SEAL_HEALTH_CERTIFICATE}, {@link
     * Reason#SEAL_OTHER_TOKEN}, {@link Reason#SEAL_FOREIGN}).
     */
    public static Parsed<MandateSeal> read(String scanned) {
        String text = stripped(scanned);
        if (!text.startsWith(PREFIX)) {
            return Parsed.malformed(ForeignCode.reason(text), "not a mandate's seal");
        }
        if (text.length() > MAX_CHARACTERS) {
            return Parsed.malformed(Reason.TOO_LARGE, "more than 419 characters");
        }
        return Broken.read(
                () -> {
                    byte[] bytes = Broken.take(Base45.read(text.substring(PREFIX.length())));
                    CoseSign1 cose = CoseSign1.readOwn(bytes);
                    KeyId key = cose.keyId().flatMap(KeyId::ofBytes).orElse(null);
                    if (cose.algorithm() != CoseSign1.ES256) {
                        throw new Broken(Reason.COSE_ALGORITHM, "another algorithm than ES256");
                    }
                    if (key == null || !cose.hasHeaders(2)) {
                        throw new Broken(Reason.COSE_FORM, "other headers than a seal has");
                    }
                    return new MandateSeal(text, cose, key, claims(cose.payload()));
                });
    }

    /** Without line ends and tabs around it; a space may be a character of base45. */
    private static String stripped(String scanned) {
        int from = 0;
        int to = scanned.length();
        while (from < to && (scanned.charAt(from) <= ' ' || scanned.charAt(from) == '\ufeff')) {
            from++;
        }
        while (to > from && scanned.charAt(to - 1) < ' ') {
            to--;
        }
        return scanned.substring(from, to);
    }

    private static SealedMandate claims(byte[] payload) throws Broken {
        Cbor.Dictionary claims =
                Cbor.dictionary(Broken.take(CborReader.deterministic(payload)), Reason.SEAL_FORM);
        Cbor own = claims.get(CLAIM);
        if (own == null) {
            throw new Broken(ForeignCode.token(claims), "another service's token");
        }
        if (claims.entries().size() != 3) {
            throw new Broken(Reason.SEAL_FORM, "other claims than a seal has");
        }
        long until = Cbor.whole(claims.get(EXPIRES), SealedMandate.MAX_SECONDS, Reason.SEAL_FORM);
        long from = Cbor.whole(claims.get(NOT_BEFORE), SealedMandate.MAX_SECONDS, Reason.SEAL_FORM);
        return mandate(own, Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
    }

    private static SealedMandate mandate(Cbor own, Instant from, Instant until) throws Broken {
        if (own instanceof Cbor.Array(List<Cbor> items)
                && !items.isEmpty()
                && items.getFirst() instanceof Cbor.Int(long version)
                && version != VERSION) {
            throw new Broken(Reason.SEAL_VERSION, "version " + version);
        }
        Cbor.Fields fields = new Cbor.Fields(own, FIELDS, Reason.SEAL_FORM);
        fields.whole(VERSION);
        long kind = fields.whole(SealKind.SPOKESPERSON.number());
        long number = fields.whole(SealedMandate.MAX_NUMBER);
        String code = fields.text(ShortCode.DATA);
        String name = fields.text(MAX_BYTES);
        String function = fields.text(MAX_BYTES);
        String structureId = fields.text(MAX_BYTES);
        String structure = fields.text(MAX_BYTES);
        Powers powers = new Powers((int) fields.whole(Powers.ALL.bits()));
        String limit = fields.text(MAX_BYTES);
        long index = fields.whole(SealedMandate.MAX_INDEX);
        try {
            return new SealedMandate(
                    SealKind.of(kind),
                    number,
                    code,
                    name,
                    function,
                    structureId,
                    structure,
                    powers,
                    limit,
                    index,
                    from,
                    until);
        } catch (IllegalArgumentException e) {
            throw new Broken(Reason.SEAL_FORM, "" + e.getMessage());
        }
    }

    static Cbor payload(SealedMandate mandate) {
        return Cbor.map(
                Cbor.entry(EXPIRES, Cbor.of(mandate.until().getEpochSecond())),
                Cbor.entry(NOT_BEFORE, Cbor.of(mandate.from().getEpochSecond())),
                Cbor.entry(
                        CLAIM,
                        Cbor.array(
                                Cbor.of(VERSION),
                                Cbor.of(mandate.kind().number()),
                                Cbor.of(mandate.number()),
                                Cbor.of(mandate.code()),
                                Cbor.of(mandate.name()),
                                Cbor.of(mandate.function()),
                                Cbor.of(mandate.structureId()),
                                Cbor.of(mandate.structure()),
                                Cbor.of(mandate.powers().bits()),
                                Cbor.of(mandate.limit()),
                                Cbor.of(mandate.index()))));
    }

    /** Fits a mandate's facts into a seal by this key, which waits for its signature. */
    public static SealFit fit(SealedMandate mandate, KeyId key) {
        return SealFit.of(mandate, key);
    }

    static MandateSeal of(CoseSign1 cose, KeyId key, SealedMandate mandate) {
        return new MandateSeal(PREFIX + Base45.write(cose.toBytes()), cose, key, mandate);
    }

    /**
     * Checks which key sealed it and the signature. The key has to be good at that instant; for a
     * mandate that has ended, at its last second.
     */
    public Verdict<SealedMandate> check(KeySet keys, Instant at) {
        Instant last = claimed.until().minusSeconds(1);
        return keys.find(key, KeySet.Use.SEALS, at.isBefore(last) ? at : last)
                .then(
                        found ->
                                cose.verify(found.key().publicKey())
                                        .then(good -> Verdict.valid(claimed)));
    }

    /** Checks the signature with one key, whatever its dates. */
    public Verdict<SealedMandate> check(P256Key with) {
        return with.id().equals(key)
                ? cose.verify(with.publicKey()).then(good -> Verdict.valid(claimed))
                : Verdict.invalid(Reason.SEAL_KEY_UNKNOWN, "key " + key);
    }

    /** The key that it names. */
    public KeyId key() {
        return key;
    }

    /** What it claims, for a technical report; nobody has checked it. */
    public SealedMandate claimed() {
        return claimed;
    }

    /** The text for the QR, in alphanumeric characters. */
    public String text() {
        return text;
    }

    /** The COSE_Sign1. */
    public byte[] toBytes() {
        return cose.toBytes();
    }
}
