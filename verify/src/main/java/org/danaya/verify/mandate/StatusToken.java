package org.danaya.verify.mandate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.TreeHash;
import org.danaya.verify.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A signed status list (IETF Token Status List, "Status List Token in CWT Format"). One that was
 * read from bytes has been checked against a key set: {@link #check} is the only way.
 *
 * @param uri where it is served; its last part is the list's number in decimal digits
 * @param issued when it was signed, whole seconds
 * @param expires when it should be renewed at the latest
 * @param reduced the powers that are left to the mandates with {@link StatusList.Status#REDUCED},
 *     by their index
 * @param checkpoint of the log, as it stood when the list was made
 */
public record StatusToken(
        String uri,
        Instant issued,
        Instant expires,
        Duration ttl,
        StatusList list,
        Map<Long, Powers> reduced,
        Checkpoint checkpoint) {

    /** The type in the protected header, and of the file on the web. */
    public static final String TYPE = "application/statuslist+cwt";

    /** The longest that is read, in bytes. */
    public static final int MAX_BYTES = 2 << 20;

    private static final int BITS = 2;
    private static final int SUBJECT = 2;
    private static final int EXPIRES = 4;
    private static final int ISSUED = 6;
    private static final int LIST = 65533;
    private static final int TTL = 65534;
    private static final int REDUCED = -65538;
    private static final int CHECKPOINT = -65539;
    private static final int CLAIMS = 7;
    private static final int MAX_TEXT = 1024;
    private static final long MAX_SECONDS = SealedMandate.MAX_SECONDS;
    private static final Pattern NUMBERED = Pattern.compile("/(0|[1-9][0-9]{0,3})$");

    /**
     * A status list with its dates.
     *
     * @throws IllegalArgumentException where the URI doesn't end in the list's number
     */
    public StatusToken {
        reduced = Map.copyOf(reduced);
        if (number(uri).isEmpty()) {
            throw new IllegalArgumentException("The URI ends in no list's number: " + uri);
        }
    }

    private static Optional<Integer> number(String uri) {
        Matcher matcher = NUMBERED.matcher(uri);
        return matcher.find()
                ? Optional.of(Integer.valueOf(matcher.group(1))).filter(found -> found < 4096)
                : Optional.empty();
    }

    /** Which list it is: the upper bits of its entries' indexes. */
    public int number() {
        return number(uri).orElseThrow();
    }

    /** How the mandate of this index stands, by this list. */
    public Standing standing(long index) {
        int entry = (int) index & (StatusList.MAX_ENTRIES - 1);
        if (index >>> StatusList.INDEX_BITS != number() || entry >= list.size()) {
            return new Standing.Absent();
        }
        return switch (list.get(entry)) {
            case VALID -> new Standing.InForce();
            case REVOKED -> new Standing.Revoked();
            case SUSPENDED -> new Standing.Suspended();
            case REDUCED -> new Standing.Reduced(reduced.getOrDefault(index, Powers.NONE));
        };
    }

    /** Reads a token and checks that a status key, good when it was issued, signed it. */
    public static Verdict<StatusToken> check(byte[] bytes, KeySet keys) {
        if (bytes.length > MAX_BYTES) {
            return Verdict.invalid(Reason.TOO_LARGE, "more than 2 MiB");
        }
        return Broken.read(() -> CoseSign1.readOwn(bytes))
                .check(cose -> read(cose).check(token -> signed(cose, token, keys)));
    }

    private static Verdict<StatusToken> signed(CoseSign1 cose, StatusToken token, KeySet keys) {
        KeyId id = cose.keyId().flatMap(KeyId::ofBytes).orElse(null);
        if (id == null) {
            return Verdict.invalid(Reason.STATUS_FORM, "no name of a key");
        }
        return keys.find(id, KeySet.Use.STATUS, token.issued)
                .then(key -> cose.verify(key.key().publicKey()))
                .then(good -> Verdict.valid(token));
    }

    private static Parsed<StatusToken> read(CoseSign1 cose) {
        return Broken.read(
                () -> {
                    Cbor.Dictionary claims =
                            Cbor.dictionary(
                                    Broken.take(CborReader.deterministic(cose.payload())),
                                    Reason.STATUS_FORM);
                    if (!cose.hasHeaders(3)
                            || !cose.type().equals(Optional.of(TYPE))
                            || claims.entries().size() != CLAIMS) {
                        throw new Broken(Reason.STATUS_FORM, "other claims than a list has");
                    }
                    String uri = Cbor.text(claims.get(SUBJECT), MAX_TEXT, Reason.STATUS_FORM);
                    if (number(uri).isEmpty()) {
                        throw new Broken(Reason.STATUS_FORM, "a URI without the list's number");
                    }
                    return new StatusToken(
                            uri,
                            Instant.ofEpochSecond(seconds(claims, ISSUED)),
                            Instant.ofEpochSecond(seconds(claims, EXPIRES)),
                            Duration.ofSeconds(seconds(claims, TTL)),
                            list(claims.get(LIST)),
                            reduced(claims.get(REDUCED)),
                            checkpoint(claims.get(CHECKPOINT)));
                });
    }

    private static long seconds(Cbor.Dictionary claims, int key) throws Broken {
        return Cbor.whole(claims.get(key), MAX_SECONDS, Reason.STATUS_FORM);
    }

    private static StatusList list(@Nullable Cbor value) throws Broken {
        Cbor.Dictionary list = Cbor.dictionary(value, Reason.STATUS_FORM);
        if (list.entries().size() != 2 || !Cbor.of(BITS).equals(list.get("bits"))) {
            throw new Broken(Reason.STATUS_FORM, "another list than one of two bits");
        }
        return Broken.take(
                StatusList.read(Cbor.bytes(list.get("lst"), 1, MAX_BYTES, Reason.STATUS_FORM)));
    }

    private static Map<Long, Powers> reduced(@Nullable Cbor value) throws Broken {
        Map<Long, Powers> reduced = new TreeMap<>();
        for (Cbor.Entry entry : Cbor.dictionary(value, Reason.STATUS_FORM).entries()) {
            reduced.put(
                    Cbor.whole(entry.key(), SealedMandate.MAX_INDEX, Reason.STATUS_FORM),
                    new Powers(
                            (int)
                                    Cbor.whole(
                                            entry.value(), Powers.ALL.bits(), Reason.STATUS_FORM)));
        }
        return reduced;
    }

    private static Checkpoint checkpoint(@Nullable Cbor value) throws Broken {
        Cbor.Fields fields = new Cbor.Fields(value, 3, Reason.STATUS_FORM);
        String origin = fields.text(MAX_TEXT);
        long size = fields.whole(SealedMandate.MAX_NUMBER);
        TreeHash root = TreeHash.of(fields.bytes(TreeHash.BYTES, TreeHash.BYTES));
        try {
            return new Checkpoint(origin, size, root);
        } catch (IllegalArgumentException e) {
            throw new Broken(Reason.STATUS_FORM, "an origin that is none");
        }
    }

    /** This token, to be signed by a status key; {@link CoseSign1#toBytes} is the file. */
    public CoseSign1.Unsigned unsigned(KeyId statusKey) {
        Cbor.Entry[] left =
                reduced.entrySet().stream()
                        .map(entry -> Cbor.entry(entry.getKey(), Cbor.of(entry.getValue().bits())))
                        .toArray(Cbor.Entry[]::new);
        return CoseSign1.unsigned(
                statusKey,
                TYPE,
                Cbor.map(
                        Cbor.entry(SUBJECT, Cbor.of(uri)),
                        Cbor.entry(EXPIRES, Cbor.of(expires.getEpochSecond())),
                        Cbor.entry(ISSUED, Cbor.of(issued.getEpochSecond())),
                        Cbor.entry(
                                LIST,
                                Cbor.map(
                                        Cbor.entry("bits", Cbor.of(BITS)),
                                        Cbor.entry("lst", Cbor.of(list.compressed())))),
                        Cbor.entry(TTL, Cbor.of(ttl.toSeconds())),
                        Cbor.entry(REDUCED, Cbor.map(left)),
                        Cbor.entry(
                                CHECKPOINT,
                                Cbor.array(
                                        Cbor.of(checkpoint.origin()),
                                        Cbor.of(checkpoint.size()),
                                        Cbor.of(checkpoint.root().toBytes())))));
    }
}
