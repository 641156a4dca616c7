package org.danaya.signin.passkey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Sha256;
import org.danaya.signin.SigninFault;
import org.danaya.signin.passkey.ChallengeTable.Challenge;
import org.danaya.signin.passkey.ChallengeTable.Purpose;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes challenges and takes them up, each once. */
@Component
public final class Challenges {

    /** Sets our challenges apart from every other SHA-256 in the world. */
    private static final byte[] DOMAIN =
            "org.danaya/assertion/v1\n".getBytes(StandardCharsets.US_ASCII);

    private static final int BYTES = 32;

    private final ChallengeTable table;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    Challenges(ChallengeTable table, Ids ids, SecureRandom random, Clock clock) {
        this.table = table;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** A challenge for the first passkey of an account, known or to come. */
    public Challenge enrol(UUID account) {
        return kept(new Challenge(ids.next(), Purpose.ENROL, account, bytes(), bytes(), null));
    }

    /** A challenge for another passkey of an account. */
    public Challenge add(UUID account, byte[] handle) {
        return kept(new Challenge(ids.next(), Purpose.ADD, account, handle, bytes(), null));
    }

    /** A challenge for whoever signs in. */
    public Challenge signIn() {
        return kept(new Challenge(ids.next(), Purpose.SIGN_IN, null, null, bytes(), null));
    }

    /** A challenge that commits to content: {@code SHA-256(domain ‖ nonce ‖ SHA-256(content))}. */
    public Challenge about(UUID account, byte[] contentHash) {
        byte[] nonce = bytes();
        return kept(
                new Challenge(
                        ids.next(),
                        Purpose.ASSERT,
                        account,
                        null,
                        commitment(nonce, contentHash),
                        nonce));
    }

    /** Takes a challenge up, or faults with {@link SigninFault#CHALLENGE_REFUSED}. */
    public Challenge take(@Nullable String id, Purpose purpose) {
        try {
            return table.take(UUID.fromString(String.valueOf(id)), purpose, clock.instant())
                    .orElseThrow(() -> new Fault(SigninFault.CHALLENGE_REFUSED));
        } catch (IllegalArgumentException e) {
            throw new Fault(e, SigninFault.CHALLENGE_REFUSED);
        }
    }

    public static byte[] commitment(byte[] nonce, byte[] contentHash) {
        MessageDigest digest = Sha256.begin();
        digest.update(DOMAIN);
        digest.update(nonce);
        return digest.digest(contentHash);
    }

    public static byte[] hash(byte[] content) {
        return Sha256.begin().digest(content);
    }

    private Challenge kept(Challenge challenge) {
        Instant at = Moments.now(clock);
        table.sweep(at);
        table.insert(challenge, at.plus(RelyingParty.PATIENCE));
        return challenge;
    }

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
