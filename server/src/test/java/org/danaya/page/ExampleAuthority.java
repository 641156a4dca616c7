package org.danaya.page;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.NoteSigner;
import org.danaya.verify.TreeHash;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.CoseSign1;
import org.danaya.verify.mandate.EcdsaSignature;
import org.danaya.verify.mandate.KeySet;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.P256Key;
import org.danaya.verify.mandate.Powers;
import org.danaya.verify.mandate.SealFit;
import org.danaya.verify.mandate.SealKind;
import org.danaya.verify.mandate.SealedMandate;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.Snapshot;
import org.danaya.verify.mandate.StatusList;
import org.danaya.verify.mandate.StatusToken;

/** An invented State that seals, for tests of those who verify. Its people are invented too. */
final class ExampleAuthority {

    static final Instant NOW = Instant.parse("2026-03-10T09:30:00Z");
    private static final String ORIGIN = "log.example.org";
    private static final String[] WORDS = {
        "Ministère",
        "de",
        "l’Économie",
        "ɲɛtaa",
        "KƆNƐ",
        "Ŋaɲa",
        "réseaux",
        "adjointe",
        "<b>",
        "&amp;"
    };

    private static final List<StatusList.Status> STATUSES = List.of(StatusList.Status.values());
    private static final List<SealKind> KINDS = List.of(SealKind.values());

    private final KeyPair anchorKey = pair();
    private final KeyPair sealKey = pair();
    private final KeyPair laterKey = pair();
    private final KeyPair statusKey = pair();
    private final NoteSigner.Text log;
    private final NoteSigner.Cosigner witness;

    ExampleAuthority() throws GeneralSecurityException {
        KeyPairGenerator ed25519 = KeyPairGenerator.getInstance("Ed25519");
        log = NoteSigner.ed25519(ORIGIN, ed25519.generateKeyPair());
        witness = NoteSigner.cosignatureEd25519("witness.example.org", ed25519.generateKeyPair());
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(content);
            return EcdsaSignature.rawOfDer(signature.sign()).orThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signed(CoseSign1.Unsigned unsigned, KeyPair key) {
        return unsigned.signed(sign(key.getPrivate(), unsigned.toBeSigned())).toBytes();
    }

    private static P256Key key(KeyPair pair) {
        return P256Key.of(pair.getPublic());
    }

    Anchor anchor() {
        String policy = "witness w " + witness.key().vkey() + "\ngroup g all w\nquorum g\n";
        return new Anchor(
                "ML",
                "République d’exemple",
                "Republic of Example",
                true,
                List.of(new Anchor.Key(key(anchorKey), days(-400), days(400))),
                log.key(),
                policy,
                "https://portail.example.org",
                "https://edge.example.org");
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** A seal by a good key, by one that is good only later, or by a wrong one. */
    MandateSeal seal(SealedMandate mandate, int dice) {
        KeyPair by = dice == 0 ? laterKey : dice == 1 ? statusKey : dice == 2 ? pair() : sealKey;
        if (MandateSeal.fit(mandate, key(by).id()) instanceof SealFit.Fits fits) {
            byte[] content = fits.unsigned().toBeSigned();
            return fits.unsigned().signed(sign(by.getPrivate(), content));
        }
        throw new IllegalStateException("too long");
    }

    /** A snapshot of one or two lists in which the dice fell. */
    Snapshot snapshot(Random random, Instant issued) {
        KeySet keys =
                new KeySet(
                        issued.minusSeconds(random.nextInt(100_000)),
                        issued.plus(Duration.ofDays(1 + random.nextInt(20))),
                        List.of(
                                new KeySet.Key(
                                        key(sealKey), KeySet.Use.SEALS, days(-300), days(14)),
                                new KeySet.Key(key(laterKey), KeySet.Use.SEALS, days(2), days(300)),
                                new KeySet.Key(
                                        key(statusKey), KeySet.Use.STATUS, days(-300), days(300))));
        Checkpoint checkpoint = new Checkpoint(ORIGIN, 12, TreeHash.leaf(new byte[] {12}));
        List<byte[]> tokens = new ArrayList<>();
        int lists = random.nextInt(4) == 0 ? 1 : 2;
        for (int number = 0; number < lists; number++) {
            StatusList.Builder list = new StatusList.Builder(40);
            Map<Long, Powers> reduced = new TreeMap<>();
            for (int entry = 0; entry < 40; entry++) {
                StatusList.Status status =
                        STATUSES.get(random.nextInt(3) == 0 ? random.nextInt(4) : 0);
                list.set(entry, status);
                if (status == StatusList.Status.REDUCED && random.nextInt(4) > 0) {
                    reduced.put(
                            ((long) number << StatusList.INDEX_BITS) + entry,
                            new Powers(random.nextInt(256)));
                }
            }
            StatusToken token =
                    new StatusToken(
                            "https://edge.example.org/status/" + number,
                            issued.minusSeconds(random.nextInt(1000)),
                            issued.plusSeconds(random.nextInt(200_000)),
                            Duration.ofMinutes(5),
                            list.build(),
                            reduced,
                            checkpoint);
            tokens.add(signed(token.unsigned(key(statusKey).id()), statusKey));
        }
        return Snapshot.of(
                signed(keys.unsigned(key(anchorKey).id()), anchorKey),
                tokens,
                checkpoint.signed(log.sign(checkpoint, NOW)).with(witness.sign(checkpoint, NOW)));
    }

    private static String words(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(text.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    /** A mandate around now, whose index is mostly in the lists. */
    static SealedMandate mandate(Random random) {
        Instant from =
                NOW.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(random.nextInt(16) - 12));
        return new SealedMandate(
                KINDS.get(random.nextInt(KINDS.size())),
                random.nextLong(1L << 53) >> random.nextInt(50),
                ShortCode.of(random.nextLong() >>> 14).data(),
                "Awa Exemple " + words(random, 3) + " DIARRA",
                words(random, 4),
                "ML-" + random.nextInt(100),
                words(random, 2),
                new Powers(random.nextInt(256)),
                words(random, 5),
                ((long) random.nextInt(2) << StatusList.INDEX_BITS) + random.nextInt(42),
                from,
                from.plus(Duration.ofDays(1 + random.nextInt(25))));
    }
}
