package org.danaya.mandates.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.Token;
import org.danaya.crypto.TokenKey;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.mandates.MandateAct;
import org.danaya.mandates.MandateFault;
import org.danaya.verify.mandate.EcdsaSignature;
import org.danaya.verify.mandate.KeySet;
import org.danaya.verify.mandate.P256Key;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign for mandates. The oldest one that may, signs, so that its successor is known
 * everywhere before it signs. Safe for any thread.
 */
public final class MandateKeys {

    /** The kind of leaf that a new key is. */
    public static final String LEAF = "mandates.key";

    /** From one key set to the time when it should be renewed at the latest. */
    static final Duration SET_VALIDITY = Duration.ofDays(30);

    private static final Duration YEAR = Duration.ofDays(365);

    private final KeyTable table;
    private final Tokens tokens;
    private final Duration statusLife;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    /**
     * @param statusLife how long a key signs status lists
     */
    MandateKeys(
            JdbcClient jdbc,
            Tokens tokens,
            Duration statusLife,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = new KeyTable(jdbc);
        this.tokens = tokens;
        this.statusLife = statusLife;
        this.leaves = leaves;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Where the keys are.
     *
     * @param inner of the anchor and of the keys that seal
     * @param edge of those that sign status lists
     */
    record Tokens(Token inner, Token edge) {

        Token of(KeyUse use) {
            return switch (use) {
                case ANCHOR, SEALS -> inner;
                case STATUS -> edge;
            };
        }
    }

    /** A key was made, or is good for longer. Published in the transaction that does it. */
    record Changed() {}

    /**
     * How long keys are good.
     *
     * @param signs from its beginning
     * @param believed likewise
     * @param lead before it stops to sign, in which its successor is made
     */
    private record Life(Duration signs, Duration believed, Duration lead) {}

    private Life life(KeyUse use) {
        return switch (use) {
            case ANCHOR -> new Life(YEAR.multipliedBy(9), YEAR.multipliedBy(10), YEAR);
            case SEALS -> new Life(YEAR, YEAR.multipliedBy(10), Duration.ofDays(30));
            case STATUS -> new Life(statusLife, statusLife, statusLife.dividedBy(5));
        };
    }

    /** All that were ever made, the oldest first. */
    public List<SigningKey> all() {
        return table.all();
    }

    /** Those of the anchor file: not over yet. */
    List<SigningKey> anchors() {
        Instant now = clock.instant();
        return all().stream()
                .filter(key -> key.use() == KeyUse.ANCHOR && now.isBefore(key.until()))
                .toList();
    }

    /** The key that signs for a use now, made where there is none. */
    SigningKey signing(KeyUse use) {
        return find(use, Duration.ZERO).orElseGet(() -> made(use, Duration.ZERO));
    }

    /**
     * The key that seals a mandate.
     *
     * @param needed until when its seal has to be good
     */
    public SigningKey sealing(Instant needed) {
        SigningKey key = signing(KeyUse.SEALS);
        if (key.until().isBefore(needed)) {
            table.extend(key.label(), needed);
            news.publishEvent(new Changed());
        }
        return key;
    }

    /**
     * Makes the first keys, and successors of those that soon sign no more.
     *
     * @return whether a key was made
     */
    boolean renew() {
        boolean renewed = false;
        for (KeyUse use : KeyUse.values()) {
            Duration lead = life(use).lead();
            if (find(use, Duration.ZERO).isEmpty() || last(use, lead).isEmpty()) {
                made(use, lead);
                renewed = true;
            }
        }
        return renewed;
    }

    /**
     * The raw signature of a key.
     *
     * @throws Fault {@link MandateFault#KEY_AWAY} and those of the token
     */
    public byte[] sign(SigningKey key, byte[] toBeSigned) {
        try (TokenKey held =
                tokens.of(key.use())
                        .find(key.label())
                        .orElseThrow(() -> new Fault(MandateFault.KEY_AWAY, key.label()))) {
            return EcdsaSignature.rawOfDer(held.sign(toBeSigned)).orThrow();
        }
    }

    /** The keys that seal and sign lists, which verifiers need now. */
    List<KeySet.Key> forVerifiers() {
        Instant now = clock.instant();
        return all().stream()
                .filter(key -> isForVerifiers(key, now))
                .map(
                        key ->
                                new KeySet.Key(
                                        key.key(),
                                        key.use() == KeyUse.SEALS
                                                ? KeySet.Use.SEALS
                                                : KeySet.Use.STATUS,
                                        key.from(),
                                        key.until()))
                .toList();
    }

    /** An expired mandate is told from a forged one as long as its key is known. */
    private static boolean isForVerifiers(SigningKey key, Instant now) {
        return switch (key.use()) {
            case ANCHOR -> false;
            case SEALS -> true;
            case STATUS -> now.isBefore(key.until().plus(SET_VALIDITY));
        };
    }

    /** A set of these keys, signed by the anchor. */
    byte[] signed(List<KeySet.Key> keys) {
        SigningKey anchor = signing(KeyUse.ANCHOR);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var unsigned = new KeySet(now, now.plus(SET_VALIDITY), keys).unsigned(anchor.key().id());
        return unsigned.signed(sign(anchor, unsigned.toBeSigned())).toBytes();
    }

    /** The oldest key that signs now and for a while longer. */
    private Optional<SigningKey> find(KeyUse use, Duration longer) {
        Instant now = clock.instant();
        return all().stream()
                .filter(key -> key.use() == use && key.signs(now) && key.signs(now.plus(longer)))
                .findFirst();
    }

    /** The youngest key, if it signs for a while longer. */
    private Optional<SigningKey> last(KeyUse use, Duration longer) {
        Instant then = clock.instant().plus(longer);
        return all().stream()
                .filter(key -> key.use() == use && then.isBefore(key.signsUntil()))
                .findFirst();
    }

    private SigningKey made(KeyUse use, Duration longer) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            table.lock();
                            return find(use, longer).orElseGet(() -> make(use));
                        }));
    }

    private SigningKey make(KeyUse use) {
        String label = "mandates-" + use.code() + "-" + UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Life life = life(use);
        SigningKey key;
        try (TokenKey made = tokens.of(use).make(label, KeyAlgorithm.EC_P256)) {
            key =
                    new SigningKey(
                            label,
                            use,
                            P256Key.of(made.publicKey()),
                            now,
                            now.plus(life.signs()),
                            now.plus(life.believed()));
        }
        table.insert(key);
        leaves.append(new NewLeaf(LEAF, content(key), "mandates:key:" + label, true));
        news.publishEvent(
                Act.done(
                        MandateAct.KEY_MADE,
                        "mandates:keys",
                        Map.of(
                                "use",
                                use.code(),
                                "key",
                                key.key().id().toString(),
                                "until",
                                key.signsUntil().toString())));
        news.publishEvent(new Changed());
        return key;
    }

    /** Lines of text, so that whoever has the leaf can read it. */
    private static byte[] content(SigningKey key) {
        return String.join(
                        "\n",
                        "danaya mandate key v1",
                        "use " + key.use().code(),
                        "kid " + key.key().id(),
                        "spki " + Base64.getEncoder().encodeToString(key.key().spki()),
                        "from " + key.from(),
                        "signs-until " + key.signsUntil(),
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
