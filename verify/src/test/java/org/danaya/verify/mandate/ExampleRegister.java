package org.danaya.verify.mandate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.NoteSigner;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TreeHash;

/** A State's register that signs, for tests. Every person in it is invented. */
final class ExampleRegister {

    static final Instant NOW = Instant.parse("2026-03-10T09:30:00Z");
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2028-01-01T00:00:00Z");
    static final String ORIGIN = "log.example.org";

    final KeyPair anchorKey = pair();
    final KeyPair sealKey = pair();
    final KeyPair statusKey = pair();
    final NoteSigner.Text log;

    ExampleRegister() {
        try {
            log =
                    NoteSigner.ed25519(
                            ORIGIN, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an HSM would: DER. */
    static byte[] der(KeyPair key, byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] raw(KeyPair key, byte[] content) {
        return EcdsaSignature.rawOfDer(der(key, content)).orThrow();
    }

    static byte[] signed(CoseSign1.Unsigned unsigned, KeyPair key) {
        return unsigned.signed(raw(key, unsigned.toBeSigned())).toBytes();
    }

    static P256Key key(KeyPair pair) {
        return P256Key.of(pair.getPublic());
    }

    Anchor anchor() {
        return new Anchor(
                "ML",
                "République d’exemple",
                "Republic of Example",
                true,
                List.of(new Anchor.Key(key(anchorKey), BEGIN, END)),
                log.key(),
                "",
                "https://portail.example.org",
                "https://edge.example.org");
    }

    MandateSeal seal(SealedMandate mandate) {
        return seal(mandate, sealKey);
    }

    static MandateSeal seal(SealedMandate mandate, KeyPair key) {
        if (MandateSeal.fit(mandate, key(key).id()) instanceof SealFit.Fits fits) {
            return fits.unsigned().signed(raw(key, fits.unsigned().toBeSigned()));
        }
        throw new IllegalArgumentException("too long");
    }

    KeySet keySet(Instant issued) {
        return new KeySet(
                issued,
                issued.plus(Duration.ofDays(90)),
                List.of(
                        new KeySet.Key(key(sealKey), KeySet.Use.SEALS, BEGIN, END),
                        new KeySet.Key(key(statusKey), KeySet.Use.STATUS, BEGIN, END)));
    }

    byte[] keySetBytes(Instant issued) {
        return signed(keySet(issued).unsigned(key(anchorKey).id()), anchorKey);
    }

    static Checkpoint checkpoint(long size) {
        return new Checkpoint(
                ORIGIN, size, TreeHash.leaf(("tree " + size).getBytes(StandardCharsets.UTF_8)));
    }

    SignedNote note(Checkpoint checkpoint) {
        return checkpoint.signed(log.sign(checkpoint, NOW));
    }

    StatusToken token(int number, Instant issued, StatusList list, Map<Long, Powers> reduced) {
        return new StatusToken(
                "https://edge.example.org/mandates/status/" + number,
                issued,
                issued.plus(Duration.ofHours(24)),
                Duration.ofMinutes(5),
                list,
                reduced,
                checkpoint(12));
    }

    byte[] tokenBytes(StatusToken token) {
        return signed(token.unsigned(key(statusKey).id()), statusKey);
    }

    Snapshot snapshot(Instant issued, StatusList list, Map<Long, Powers> reduced) {
        return snapshot(issued, List.of(token(0, issued, list, reduced)), checkpoint(12));
    }

    Snapshot snapshot(Instant issued, List<StatusToken> tokens, Checkpoint checkpoint) {
        List<byte[]> bytes = new ArrayList<>();
        tokens.forEach(token -> bytes.add(tokenBytes(token)));
        return Snapshot.of(keySetBytes(issued), bytes, note(checkpoint));
    }

    static SealedMandate mandate(long index) {
        return new SealedMandate(
                SealKind.DELEGATION_MEMBER,
                142,
                "7K3MQX2V9A",
                "Aïssata Exemple KONÉ",
                "Ingénieure réseau",
                "ML-ARTP",
                "AMRTP",
                Powers.of(Power.REPRESENT, Power.SPEAK),
                "Sans engagement financier",
                index,
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-03-21T00:00:00Z"));
    }

    private static final String[] WORDS = {
        "Ministère",
        "de",
        "l’Économie",
        "ɲɛtaa",
        "KƆNƐ",
        "Ŋaɲa",
        "e\u0301tat",
        "adjointe",
        "numérique",
        "sécurité",
        "Bamako",
        "👩🏾‍💻",
        "TRAORÉ",
        "…",
        "\"x\"",
        "chargée",
        "réseaux"
    };

    static String words(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(text.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    static SealedMandate random(Random random, long index, Instant around) {
        Instant from =
                around.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(random.nextInt(20) - 15));
        return new SealedMandate(
                SealKind.of(random.nextInt(4)),
                random.nextLong(SealedMandate.MAX_NUMBER) >> random.nextInt(50),
                ShortCode.of(random.nextLong() >>> 14).data(),
                "Awa " + words(random, 6) + " DIARRA",
                words(random, 9),
                "ML-" + random.nextInt(100),
                words(random, 4),
                new Powers(random.nextInt(256)),
                words(random, 12),
                index,
                from,
                from.plus(Duration.ofDays(1 + random.nextInt(20))));
    }
}
