package org.danaya.verify.mandate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.Verdict;

/**
 * The keys that seal mandates and that sign status lists. One that was read from bytes has been
 * checked against an anchor: {@link #check} is the only way.
 *
 * @param issued when it was signed, whole seconds
 * @param until when it should be renewed at the latest
 */
public record KeySet(Instant issued, Instant until, List<Key> keys) {

    /** The most keys. */
    public static final int MAX_KEYS = 256;

    /** The longest that is read, in bytes. */
    public static final int MAX_BYTES = 64 << 10;

    private static final int ISSUED = 1;
    private static final int UNTIL = 2;
    private static final int KEYS = 3;

    /** What a key signs. In the order of the format's numbers. */
    public enum Use {
        SEALS(0),
        STATUS(1);

        private final int number;

        Use(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /**
     * A key and the time at which it is good.
     *
     * @param until the first instant at which it isn't any more
     */
    public record Key(P256Key key, Use use, Instant from, Instant until) {}

    /**
     * A set of keys.
     *
     * @throws IllegalArgumentException where there are too many
     */
    public KeySet {
        keys = List.copyOf(keys);
        if (keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException("256 keys at most");
        }
    }

    /** Reads a key set and checks that a key of the anchor, good when it was issued, signed it. */
    public static Verdict<KeySet> check(byte[] bytes, Anchor anchor) {
        if (bytes.length > MAX_BYTES) {
            return Verdict.invalid(Reason.TOO_LARGE, "more than 64 KiB");
        }
        return Broken.read(() -> CoseSign1.readOwn(bytes))
                .check(
                        cose ->
                                read(cose)
                                        .check(
                                                keys ->
                                                        anchor.find(cose, keys.issued)
                                                                .then(cose::verify)
                                                                .then(
                                                                        good ->
                                                                                Verdict.valid(
                                                                                        keys))));
    }

    private static Parsed<KeySet> read(CoseSign1 cose) {
        return Broken.read(
                () -> {
                    Cbor.Dictionary set =
                            Cbor.dictionary(
                                    Broken.take(CborReader.deterministic(cose.payload())),
                                    Reason.KEY_SET_FORM);
                    if (!cose.hasHeaders(2) || set.entries().size() != 3) {
                        throw new Broken(Reason.KEY_SET_FORM, "other members than a key set has");
                    }
                    List<Key> keys = new ArrayList<>();
                    for (Cbor key : Cbor.items(set.get(KEYS), MAX_KEYS, Reason.KEY_SET_FORM)) {
                        keys.add(key(key));
                    }
                    return new KeySet(
                            instant(Cbor.whole(set.get(ISSUED), MAX, Reason.KEY_SET_FORM)),
                            instant(Cbor.whole(set.get(UNTIL), MAX, Reason.KEY_SET_FORM)),
                            keys);
                });
    }

    private static final long MAX = SealedMandate.MAX_SECONDS;

    private static Instant instant(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    private static Key key(Cbor item) throws Broken {
        Cbor.Fields fields = new Cbor.Fields(item, 6, Reason.KEY_SET_FORM);
        byte[] id = fields.bytes(KeyId.BYTES, KeyId.BYTES);
        P256Key key =
                Broken.take(
                        P256Key.of(
                                fields.bytes(P256Key.COORDINATE, P256Key.COORDINATE),
                                fields.bytes(P256Key.COORDINATE, P256Key.COORDINATE)));
        if (!KeyId.ofBytes(id).filter(key.id()::equals).isPresent()) {
            throw new Broken(Reason.KEY_ID, "a key under another's name");
        }
        Use use = fields.whole(1) == 0 ? Use.SEALS : Use.STATUS;
        return new Key(key, use, instant(fields.whole(MAX)), instant(fields.whole(MAX)));
    }

    /** The key of this name, if it is for this use and good at that instant. */
    Verdict<Key> find(KeyId id, Use use, Instant at) {
        List<Key> named = keys.stream().filter(key -> key.key().id().equals(id)).toList();
        if (named.isEmpty()) {
            return Verdict.invalid(Reason.SEAL_KEY_UNKNOWN, "key " + id);
        }
        return named.stream()
                .filter(key -> key.use() == use)
                .findFirst()
                .<Verdict<Key>>map(key -> good(key, at))
                .orElseGet(() -> Verdict.invalid(Reason.KEY_USE, "key " + id));
    }

    private static Verdict<Key> good(Key key, Instant at) {
        if (at.isBefore(key.from())) {
            return Verdict.invalid(Reason.KEY_NOT_YET, "good from " + key.from());
        }
        return at.isBefore(key.until())
                ? Verdict.valid(key)
                : Verdict.invalid(Reason.KEY_EXPIRED, "good until " + key.until());
    }

    /** This set, to be signed by a key of the anchor; {@link CoseSign1#toBytes} is the file. */
    public CoseSign1.Unsigned unsigned(KeyId anchorKey) {
        List<Cbor> items =
                keys.stream()
                        .map(
                                key ->
                                        Cbor.array(
                                                Cbor.of(key.key().id().toBytes()),
                                                Cbor.of(key.key().x()),
                                                Cbor.of(key.key().y()),
                                                Cbor.of(key.use().number()),
                                                Cbor.of(key.from().getEpochSecond()),
                                                Cbor.of(key.until().getEpochSecond())))
                        .toList();
        return CoseSign1.unsigned(
                anchorKey,
                Cbor.map(
                        Cbor.entry(ISSUED, Cbor.of(issued.getEpochSecond())),
                        Cbor.entry(UNTIL, Cbor.of(until.getEpochSecond())),
                        Cbor.entry(KEYS, new Cbor.Array(items))));
    }
}
