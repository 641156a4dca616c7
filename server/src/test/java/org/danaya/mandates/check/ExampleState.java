package org.danaya.mandates.check;

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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.danaya.base.Sha256;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.ConsistencyProof;
import org.danaya.verify.NoteSigner;
import org.danaya.verify.TreeBuilder;
import org.danaya.verify.TreeHash;
import org.danaya.verify.TreeProver;
import org.danaya.verify.Verdict;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.CoseSign1;
import org.danaya.verify.mandate.EcdsaSignature;
import org.danaya.verify.mandate.KeySet;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.P256Key;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.danaya.verify.mandate.SealFit;
import org.danaya.verify.mandate.SealKind;
import org.danaya.verify.mandate.SealedMandate;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.Snapshot;
import org.danaya.verify.mandate.StatusList;
import org.danaya.verify.mandate.StatusToken;

/** An invented State with a log that really grows, and that lies when it is asked to. */
final class ExampleState {

    static final String CODE = "7K3M9QX2TB";
    private static final String ORIGIN = "log.example.org";

    final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final KeyPair anchorKey = pair();
    private final KeyPair sealKey = pair();
    private final KeyPair endedKey = pair();
    private final KeyPair statusKey = pair();
    private final NoteSigner.Text log;

    ExampleState() {
        try {
            log =
                    NoteSigner.ed25519(
                            ORIGIN, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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

    private static byte[] sign(KeyPair key, byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(content);
            return EcdsaSignature.rawOfDer(signature.sign()).orThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signed(CoseSign1.Unsigned unsigned, KeyPair key) {
        return unsigned.signed(sign(key, unsigned.toBeSigned())).toBytes();
    }

    private static P256Key key(KeyPair pair) {
        return P256Key.of(pair.getPublic());
    }

    private Instant days(int days) {
        return now.plus(Duration.ofDays(days));
    }

    /**
     * What verifiers pin.
     *
     * @param roots that answer for the seals on letters
     */
    Anchor anchor(String... roots) {
        return new Anchor(
                "ML",
                "République d’exemple",
                "Republic of Example",
                true,
                List.of(new Anchor.Key(key(anchorKey), days(-400), days(4000))),
                log.key(),
                "",
                "https://portail.example.org",
                "https://edge.example.org",
                List.of(roots));
    }

    /** Who signs a seal. */
    enum By {
        THE_STATE,
        /** With a key whose time is over. */
        AN_ENDED_KEY,
        A_STRANGER
    }

    /** The text of the QR of a mandate that is good this month. */
    String seal(long index, By by) {
        KeyPair key =
                switch (by) {
                    case THE_STATE -> sealKey;
                    case AN_ENDED_KEY -> endedKey;
                    case A_STRANGER -> pair();
                };
        SealedMandate mandate =
                new SealedMandate(
                        SealKind.DELEGATION_MEMBER,
                        index + 1,
                        CODE,
                        "Ɲaɲa KƐITA EXEMPLE",
                        "Conseillère (exemple)",
                        "ministere-exemple",
                        "MEX",
                        Powers.of(Power.SPEAK, Power.NEGOTIATE),
                        "",
                        index,
                        days(-10).truncatedTo(ChronoUnit.DAYS),
                        days(20).truncatedTo(ChronoUnit.DAYS));
        if (MandateSeal.fit(mandate, key(key).id()) instanceof SealFit.Fits fits) {
            return fits.unsigned().signed(sign(key, fits.unsigned().toBeSigned())).text();
        }
        throw new AssertionError("too long");
    }

    /**
     * The same mandate in a wallet.
     *
     * @param shown the names of the claims that its bearer shows
     */
    String credential(long index, By by, Set<String> shown) {
        KeyPair key =
                switch (by) {
                    case THE_STATE -> sealKey;
                    case AN_ENDED_KEY -> endedKey;
                    case A_STRANGER -> pair();
                };
        Map<String, String> hidden =
                Map.of(
                        "name", "\"Ɲaɲa KƐITA EXEMPLE\"",
                        "function", "\"Conseillère (exemple)\"",
                        "structure", "{\"id\":\"ministere-exemple\",\"name\":\"MEX\"}",
                        "powers", "[\"S_EXPRIMER\",\"NEGOCIER\"]",
                        "limits", "[\"matters Télécommunications\",\"most 1000 XOF\"]");
        StringBuilder disclosed = new StringBuilder();
        List<String> hashes = new ArrayList<>();
        hidden.forEach(
                (name, value) -> {
                    String one = base64("[\"c2FsdA" + name + "\",\"" + name + "\"," + value + "]");
                    hashes.add(base64(Sha256.of(one.getBytes(StandardCharsets.US_ASCII))));
                    if (shown.contains(name)) {
                        disclosed.append(one).append('~');
                    }
                });
        String head =
                "{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\",\"kid\":\""
                        + key(key).id().base64Url()
                        + "\"}";
        String claims =
                "{\"iss\":\"https://portail.example.org\",\"nbf\":%d,\"exp\":%d,\"vct\":\"https://portail.example.org/mandates/credential/v1\",\"status\":{\"status_list\":{\"idx\":%d,\"uri\":\"https://edge.example.org/status/0\"}},\"kind\":\"member\",\"number\":%d,\"code\":\"%s\",\"_sd\":[\"%s\"],\"_sd_alg\":\"sha-256\"}"
                        .formatted(
                                days(-10).truncatedTo(ChronoUnit.DAYS).getEpochSecond(),
                                days(20).truncatedTo(ChronoUnit.DAYS).getEpochSecond(),
                                index,
                                index + 1,
                                ShortCode.ofData(CODE),
                                String.join("\",\"", hashes));
        String start = base64(head) + "." + base64(claims);
        return start
                + "."
                + base64(sign(key, start.getBytes(StandardCharsets.US_ASCII)))
                + "~"
                + disclosed;
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What a server shows: which mandates are revoked, and which log. */
    record View(Instant issued, Set<Integer> revoked, Log log) {}

    /**
     * A log of so many leaves.
     *
     * @param forkedAt from which leaf on it is another than it was before; -1 for nowhere
     */
    record Log(int size, int forkedAt) {

        private TreeBuilder tree(int leaves) {
            TreeBuilder tree = TreeBuilder.empty();
            for (int i = 0; i < leaves; i++) {
                tree.addHash(leaf(i));
            }
            return tree;
        }

        TreeHash root() {
            return tree(size).root();
        }

        private TreeHash leaf(int i) {
            boolean other = forkedAt >= 0 && i >= forkedAt;
            return TreeHash.leaf(
                    ((other ? "other " : "leaf ") + i).getBytes(StandardCharsets.UTF_8));
        }

        private TreeHash subtree(int height, int index) {
            if (height == 0) {
                return leaf(index);
            }
            return TreeHash.node(
                    subtree(height - 1, 2 * index), subtree(height - 1, 2 * index + 1));
        }

        ConsistencyProof growth(long from) {
            return switch (new TreeProver(
                            size, (height, index) -> Verdict.valid(subtree(height, (int) index)))
                    .consistency(from)) {
                case Verdict.Valid<ConsistencyProof>(ConsistencyProof proof) -> proof;
                case Verdict.Invalid<ConsistencyProof> no -> throw new AssertionError(no);
                case Verdict.Unverifiable<ConsistencyProof> no -> throw new AssertionError(no);
            };
        }
    }

    View view(Duration ago, Set<Integer> revoked, Log log) {
        return new View(now.minus(ago), revoked, log);
    }

    Snapshot snapshot(View view) {
        KeySet keys =
                new KeySet(
                        view.issued(),
                        view.issued().plus(Duration.ofDays(30)),
                        List.of(
                                new KeySet.Key(
                                        key(sealKey), KeySet.Use.SEALS, days(-300), days(300)),
                                new KeySet.Key(
                                        key(endedKey), KeySet.Use.SEALS, days(-300), days(-1)),
                                new KeySet.Key(
                                        key(statusKey), KeySet.Use.STATUS, days(-300), days(300))));
        Checkpoint checkpoint = new Checkpoint(ORIGIN, view.log().size(), view.log().root());
        StatusList.Builder list = new StatusList.Builder(40);
        view.revoked().forEach(entry -> list.set(entry, StatusList.Status.REVOKED));
        StatusToken token =
                new StatusToken(
                        "https://edge.example.org/status/0",
                        view.issued(),
                        view.issued().plus(Duration.ofDays(30)),
                        Duration.ofMinutes(5),
                        list.build(),
                        Map.of(),
                        checkpoint);
        return Snapshot.of(
                signed(keys.unsigned(key(anchorKey).id()), anchorKey),
                List.of(signed(token.unsigned(key(statusKey).id()), statusKey)),
                checkpoint.signed(log.sign(checkpoint, view.issued())));
    }
}
