package org.danaya.mandates.credential;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateAct;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.status.KeyUse;
import org.danaya.mandates.status.MandateKeys;
import org.danaya.mandates.status.SigningKey;
import org.danaya.page.Words;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.StatusList;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes credentials of mandates for wallets, and knows them again. For any thread. */
public final class Credentials {

    /** The longest that is read, in characters. */
    public static final int LONGEST = 65_536;

    /** The type of the JWT (draft-ietf-oauth-sd-jwt-vc). */
    static final String TYPE = "dc+sd-jwt";

    /** Where the type's metadata are, on the portal. */
    static final String TYPE_PATH = "/mandates/credential/v1";

    private static final int SALT_BYTES = 16;

    private final MandateKeys keys;
    private final Places places;
    private final Words words;
    private final ZoneId zone;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final SecureRandom random;
    private final Clock clock;

    /**
     * Addresses.
     *
     * @param portal its origin, known once the platform listens: who issues
     * @param status what comes before the number of a status list
     */
    record Places(Supplier<String> portal, String status) {}

    Credentials(
            MandateKeys keys,
            Places places,
            Words words,
            ZoneId zone,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            SecureRandom random,
            Clock clock) {
        this.keys = keys;
        this.places = places;
        this.words = words;
        this.zone = zone;
        this.transaction = transaction;
        this.news = news;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A credential of a mandate, other salts each time.
     *
     * @throws Fault {@link MandateFault#WRONG_STATE} where the mandate doesn't stand, {@link
     *     MandateFault#KEY_AWAY}
     */
    public String issue(Known known) {
        if (!known.stands()) {
            throw new Fault(MandateFault.WRONG_STATE, known.code());
        }
        Mandate.Head head = known.head();
        Instant until = start(known.worth().period().until());
        SigningKey key = keys.sealing(until);
        String credential =
                SdJwt.sign(
                        header(key),
                        open(known, until),
                        hidden(known),
                        this::salt,
                        bytes -> keys.sign(key, bytes));
        transaction.executeWithoutResult(
                _ ->
                        news.publishEvent(
                                Act.done(
                                        MandateAct.CREDENTIAL_MADE,
                                        "mandate:" + head.id(),
                                        Map.of("key", key.key().id().toString()))));
        return credential;
    }

    /** Whether a text has the form of a credential, ours or another's. */
    public static boolean isOne(String text) {
        return Shown.isOne(text);
    }

    /** The short code's data characters of a credential that we signed; nothing of any other. */
    public Optional<String> code(String text) {
        return Shown.read(text)
                .filter(shown -> keys.all().stream().anyMatch(key -> isBy(shown, key)))
                .map(Shown::code)
                .filter(code -> ShortCode.read(code) instanceof ShortCode.Reading.Good)
                .map(code -> code.replace("-", "").substring(0, ShortCode.DATA));
    }

    private boolean isBy(Shown shown, SigningKey key) {
        return key.use() == KeyUse.SEALS
                && shown.kid().equals(key.key().id().base64Url())
                && clock.instant().isBefore(key.until())
                && shown.isBy(key.key());
    }

    /** The issuer's metadata, with the keys that verifiers need (draft §5). */
    Map<String, Object> issuer() {
        Instant now = clock.instant();
        List<Map<String, Object>> jwks =
                keys.all().stream()
                        .filter(key -> key.use() == KeyUse.SEALS && now.isBefore(key.until()))
                        .map(Jwk::of)
                        .toList();
        return ordered("issuer", places.portal().get(), "jwks", Map.of("keys", jwks));
    }

    /** What claims there are, for wallets to show (draft §6). */
    Map<String, Object> type() {
        return CredentialType.of(type(places.portal().get()), words);
    }

    private static String type(String portal) {
        return portal + TYPE_PATH;
    }

    private static Map<String, Object> header(SigningKey key) {
        return ordered("alg", "ES256", "typ", TYPE, "kid", key.key().id().base64Url());
    }

    private Map<String, Object> open(Known known, Instant until) {
        Mandate.Head head = known.head();
        String portal = places.portal().get();
        Map<String, Object> claims =
                ordered(
                        "iss",
                        portal,
                        "iat",
                        clock.instant().getEpochSecond(),
                        "nbf",
                        start(known.worth().period().from()).getEpochSecond(),
                        "exp",
                        until.getEpochSecond(),
                        "vct",
                        type(portal));
        claims.put(
                "status",
                Map.of(
                        "status_list",
                        ordered(
                                "idx",
                                head.index() & (StatusList.MAX_ENTRIES - 1),
                                "uri",
                                places.status() + (head.index() >>> StatusList.INDEX_BITS))));
        claims.put("kind", head.terms().kind().code());
        claims.put("number", head.number());
        claims.put("code", ShortCode.ofData(head.code()).toString());
        return claims;
    }

    private static Map<String, Object> hidden(Known known) {
        Mandate.Head head = known.head();
        return ordered(
                "name",
                head.names().holder(),
                "function",
                head.names().function(),
                "structure",
                ordered("id", head.names().identifier(), "name", head.names().structure()),
                "powers",
                known.worth().powers().toSet().stream().map(Power::code).toList(),
                "limits",
                known.worth().scope().lines());
    }

    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ordered.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return ordered;
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
