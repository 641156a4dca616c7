package org.danaya.verify;

import static org.danaya.verify.SignedNoteTest.assertReason;
import static org.danaya.verify.SignedNoteTest.valid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class VerifierKeyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final Checkpoint CHECKPOINT =
            new Checkpoint("log.example/1", 7, TreeHash.leaf(new byte[3]), List.of("extension"));

    @Test
    void theKeyOfTheSpecificationIsWrittenAsItWasRead() {
        VerifierKey key = VerifierKey.parse(SignedNoteTest.SPEC_VKEY).orThrow();

        assertEquals("example.com/foo", key.name());
        assertEquals(SignatureType.ED25519, key.type());
        assertEquals(0x530d903a, key.id());
        assertEquals(SignedNoteTest.SPEC_VKEY, key.vkey());
        assertEquals(key, VerifierKey.of(key.name(), key.type(), publicKey(key)));
    }

    @Test
    void eachBrokenRuleHasItsReason() {
        String vkey = SignedNoteTest.SPEC_VKEY;
        assertReason(Reason.KEY_FORM, VerifierKey.parse("example.com/foo"));
        assertReason(Reason.KEY_FORM, VerifierKey.parse("example.com/foo+530d903a"));
        assertReason(Reason.KEY_FORM, VerifierKey.parse(vkey.replace("530d903a", "530D903A")));
        assertReason(Reason.KEY_FORM, VerifierKey.parse(vkey.replace("530d903a", "30d903a")));
        assertReason(Reason.KEY_ID, VerifierKey.parse(vkey.replace("530d903a", "530d903b")));
        assertReason(Reason.KEY_ID, VerifierKey.parse(vkey.replace("foo", "fop")));
        assertReason(Reason.KEY_NAME, VerifierKey.parse(vkey.replace("/foo", "/f o")));
        assertReason(Reason.KEY_NAME, VerifierKey.parse(vkey.replace("example.com/foo", "")));
        assertReason(Reason.BASE64, VerifierKey.parse(vkey + "="));
        assertReason(Reason.BASE64, VerifierKey.parse("a+00000000+"));
        assertReason(Reason.KEY_TYPE, VerifierKey.parse("a+00000000+AkFB"));
        assertReason(Reason.KEY_TYPE, VerifierKey.parse("a+00000000+BUFB"));
        assertReason(Reason.KEY_BYTES, VerifierKey.parse("a+00000000+AUFB"));
        assertReason(Reason.KEY_BYTES, VerifierKey.parse("a+00000000+BkFB"));
    }

    @Test
    void aPointOutsideOfTheCurveIsNoKey() {
        byte[] material = new byte[33];
        material[0] = 1;
        material[1] = 2;
        String vkey = "a+00000000+" + Strict.base64(material);

        assertReason(Reason.KEY_BYTES, VerifierKey.parse(vkey));
    }

    @Test
    void theSameKeyHasAnotherIdForEachType() throws Exception {
        KeyPair keys = keys("Ed25519");
        VerifierKey plain = VerifierKey.of("a", SignatureType.ED25519, keys.getPublic());
        VerifierKey cosigner =
                VerifierKey.of("a", SignatureType.COSIGNATURE_ED25519, keys.getPublic());

        assertNotEquals(plain.id(), cosigner.id());
        assertTrue(plain.samePublicKey(cosigner));
        assertNotEquals(plain, cosigner);
        assertThrows(
                IllegalArgumentException.class,
                () -> VerifierKey.of("a", SignatureType.COSIGNATURE_ML_DSA_44, keys.getPublic()));
        assertThrows(
                IllegalArgumentException.class,
                () -> VerifierKey.of("a", SignatureType.RFC6962, keys.getPublic()));
    }

    @Test
    void theMessageOfTheSpecificationIsMade() {
        String text =
                """
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                """;

        assertArrayEquals(
                SignedNoteTest.bytes("cosignature/v1\ntime 1679315147\n" + text),
                CosignedMessage.ed25519(1679315147, text));
    }

    @Test
    void theSubtreeMessageHasEachFieldInItsPlace() {
        byte[] message =
                CosignedMessage.subtree("wé", 258, "log", 0, 7, TreeHash.leaf(new byte[0]));

        assertEquals(
                "737562747265652f76310a00" // label
                        + "0377c3a9" // name behind its length
                        + "0000000000000102"
                        + "036c6f67"
                        + "0000000000000000"
                        + "0000000000000007"
                        + "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                HexFormat.of().formatHex(message));
        assertThrows(
                IllegalArgumentException.class,
                () -> CosignedMessage.subtree("w", 1, "log", 4, 8, TreeHash.empty()));
    }

    @Test
    void everySignerIsCheckedByItsKeyAndEveryFlippedBitIsFound() throws Exception {
        KeyPair ed25519 = keys("Ed25519");
        checkSigner(NoteSigner.ed25519("log.example/1", ed25519), OptionalLong.empty(), 1);
        checkSigner(
                NoteSigner.cosignatureEd25519("w.example", ed25519),
                OptionalLong.of(NOW.getEpochSecond()),
                1);
    }

    @Test
    void mlDsaIsCheckedAndFlippedBitsAreFound() throws Exception {
        NoteSigner signer = NoteSigner.cosignatureMlDsa44("w.example", mlDsaKeys());

        assertEquals(1312, signer.key().publicKey().length);
        // Every 101st of 19,424 bits; ML-DSA hashes all of them.
        checkSigner(signer, OptionalLong.of(NOW.getEpochSecond()), 101);
    }

    @Test
    void mlDsaDoesNotCoverExtensionLinesAndEd25519Does() throws Exception {
        Checkpoint other =
                new Checkpoint(CHECKPOINT.origin(), CHECKPOINT.size(), CHECKPOINT.root());
        NoteSigner mlDsa = NoteSigner.cosignatureMlDsa44("w.example", mlDsaKeys());
        NoteSigner ed25519 = NoteSigner.cosignatureEd25519("w.example", keys("Ed25519"));

        valid(other.signed(mlDsa.sign(CHECKPOINT, NOW)).verify(List.of(mlDsa.key())));
        assertReason(
                Reason.SIGNATURE_WRONG,
                other.signed(ed25519.sign(CHECKPOINT, NOW)).verify(List.of(ed25519.key())));
    }

    @Test
    void anAlgorithmThatThisJavaLacksIsNeverValid() throws Exception {
        VerifierKey key = VerifierKey.of("a", SignatureType.ED25519, keys("Ed25519").getPublic());

        assertInstanceOf(
                Verdict.Unverifiable.class,
                SignatureCheck.crypto(
                        key, "ML-DSA-45", "ML-DSA-45", new byte[9], new byte[1], new byte[1]));
    }

    @Test
    void aCosignatureNeedsACheckpointAndATimeInRange() throws Exception {
        NoteSigner signer = NoteSigner.cosignatureEd25519("w.example", keys("Ed25519"));
        VerifierKey key = signer.key();
        NoteSignature good = signer.sign(CHECKPOINT, NOW);

        assertReason(
                Reason.SIGNATURE_NOT_ON_CHECKPOINT,
                new SignedNote("no checkpoint\n", List.of(good)).verify(List.of(key)));
        byte[] late = ByteBuffer.wrap(good.bytes()).putLong(0, -1).array();
        assertReason(
                Reason.SIGNATURE_FORM,
                CHECKPOINT
                        .signed(new NoteSignature(key.name(), key.id(), late))
                        .verify(List.of(key)));
        assertReason(
                Reason.SIGNATURE_FORM,
                CHECKPOINT
                        .signed(new NoteSignature(key.name(), key.id(), new byte[8]))
                        .verify(List.of(key)));
        assertReason(
                Reason.SIGNATURE_WRONG,
                CHECKPOINT
                        .signed(new NoteSignature(key.name(), key.id(), new byte[9]))
                        .verify(List.of(key)));
        assertThrows(
                IllegalArgumentException.class,
                () -> signer.sign(CHECKPOINT, Instant.ofEpochSecond(-1)));
    }

    @Test
    void anyTextIsAKeyOrRefused() {
        Random random = RandomBytes.seeded("VerifierKeyTest");
        byte[] vkey = SignedNoteTest.bytes(SignedNoteTest.SPEC_VKEY);
        for (int i = 0; i < 5_000; i++) {
            String text =
                    new String(
                            RandomBytes.mutated(vkey, random),
                            java.nio.charset.StandardCharsets.ISO_8859_1);
            if (VerifierKey.parse(text) instanceof Parsed.Ok<VerifierKey>(VerifierKey key)) {
                assertEquals(text, key.vkey());
            }
        }
    }

    private static void checkSigner(NoteSigner signer, OptionalLong time, int step) {
        VerifierKey key = VerifierKey.parse(signer.key().vkey()).orThrow();
        assertEquals(signer.key(), key);
        NoteSignature signature = signer.sign(CHECKPOINT, NOW);

        VerifiedSignature verified =
                valid(CHECKPOINT.signed(signature).verify(List.of(key))).signatures().getFirst();

        assertEquals(time, verified.posixSeconds());
        for (int bit = 0; bit < signature.bytes().length * 8; bit += step) {
            byte[] flipped = RandomBytes.flipped(signature.bytes(), bit);
            var other = new NoteSignature(signature.name(), signature.keyId(), flipped);
            assertInstanceOf(
                    Verdict.Invalid.class,
                    CHECKPOINT.signed(other).verify(List.of(key)),
                    "bit " + bit);
        }
    }

    static KeyPair keys(String algorithm) throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    }

    static KeyPair mlDsaKeys() {
        try {
            return keys("ML-DSA-44");
        } catch (NoSuchAlgorithmException e) {
            Assumptions.abort("This Java has no ML-DSA-44; Java 24 and later have it");
            throw new IllegalStateException(e);
        }
    }

    private static java.security.PublicKey publicKey(VerifierKey key) {
        try {
            return RawKeys.ED25519.toKey(key.publicKey());
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
