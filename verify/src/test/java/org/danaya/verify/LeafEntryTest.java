package org.danaya.verify;

import static org.danaya.verify.SignedNoteTest.assertReason;
import static org.danaya.verify.SignedNoteTest.bytes;
import static org.danaya.verify.SignedNoteTest.valid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeafEntryTest {

    private static final String KIND = "example.act";
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] CONTENT = bytes("Example content, for illustration only.");
    private static final byte[] SALT = new byte[32];
    private static final LeafEntry ENTRY;

    static {
        for (int i = 0; i < SALT.length; i++) {
            SALT[i] = (byte) i;
        }
        ENTRY = LeafEntry.commit(KIND, TIME, SALT, CONTENT);
    }

    @Test
    void theDocumentsExampleIsWhatIsMade() throws Exception {
        Opening opening = exampleOpening();
        String example =
                """
                Salt: the bytes `00` to `1f`. Kind `example.act`, time `2026-03-01T12:00:00Z`, content `%s`

                ```
                %s```

                Its hash in the log: `%s`. An opening of it, as the second of two entries:

                ```
                %s```

                It verifies with this policy:

                ```
                log %s
                quorum none
                ```
                """
                        .formatted(
                                new String(CONTENT, StandardCharsets.UTF_8),
                                new String(ENTRY.toBytes(), StandardCharsets.UTF_8),
                                ENTRY.hash(),
                                new String(opening.toBytes(), StandardCharsets.UTF_8),
                                exampleSigner().key().vkey());

        compare(example);

        Policy policy = Policy.of(exampleSigner().key());
        assertArrayEquals(CONTENT, valid(opening.verify(policy)).content());
    }

    private static void compare(String example) throws IOException {
        Path document = Path.of("../docs/reference/leaf-format.md");
        String text = Files.readString(document);
        String begin = "<!-- example -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- /example -->");
        if ("1".equals(System.getenv("DANAYA_WRITE_REFERENCE"))) {
            Files.writeString(document, text.substring(0, from) + example + text.substring(to));
            return;
        }
        assertEquals(
                example,
                text.substring(from, to),
                "refresh docs/reference with DANAYA_WRITE_REFERENCE=1 ./danaya test");
    }

    @Test
    void anEntryIsReadAsItWasWritten() {
        LeafEntry read = LeafEntry.parse(ENTRY.toBytes()).orThrow();

        assertEquals(ENTRY, read);
        assertEquals(KIND, read.kind());
        assertEquals(TIME, read.time());
        assertEquals(TreeHash.leaf(ENTRY.toBytes()), read.hash());
        valid(read.opens(SALT, CONTENT));
    }

    @Test
    void anotherSaltAnotherContentAnotherKindOrAnotherTimeDoesNotOpen() {
        for (int bit = 0; bit < 256; bit++) {
            assertReason(
                    Reason.COMMITMENT_DIFFERS,
                    ENTRY.opens(RandomBytes.flipped(SALT, bit), CONTENT));
            assertReason(
                    Reason.COMMITMENT_DIFFERS,
                    ENTRY.opens(SALT, RandomBytes.flipped(CONTENT, bit)));
        }
        assertReason(Reason.COMMITMENT_DIFFERS, ENTRY.opens(SALT, new byte[0]));
        assertReason(Reason.COMMITMENT_DIFFERS, ENTRY.opens(new byte[0], CONTENT));
        String text = new String(ENTRY.toBytes(), StandardCharsets.UTF_8);
        for (String other :
                List.of(
                        text.replace("example.act", "example.ac"),
                        text.replace("12:00", "12:01"))) {
            assertReason(
                    Reason.COMMITMENT_DIFFERS,
                    LeafEntry.parse(bytes(other)).orThrow().opens(SALT, CONTENT));
        }
    }

    @Test
    void eachBrokenRuleHasItsReason() {
        String text = new String(ENTRY.toBytes(), StandardCharsets.UTF_8);
        assertReason(Reason.WRONG_HEADER, entry(text.replace("v1", "v2")));
        assertReason(Reason.LEAF_FORM, entry(text + "\n"));
        assertReason(Reason.LEAF_FORM, entry(text.strip()));
        assertReason(Reason.LEAF_FORM, entry(""));
        for (String kind : List.of("", "Act", "1a", "a b", "a_b", "é", "a".repeat(65), "a\r")) {
            assertReason(Reason.LEAF_KIND, entry(text.replace("example.act", kind)));
        }
        for (String time :
                List.of(
                        "2026-03-01T12:00:00.0Z",
                        "2026-03-01T12:00:00+00:00",
                        "2026-03-01T24:00:00Z",
                        "2026-02-30T12:00:00Z",
                        "2016-12-31T23:59:60Z",
                        "2026-03-01T12:00Z",
                        "2026-03-01t12:00:00z",
                        "+12026-03-01T12:00:00Z",
                        "-026-03-01T12:00:00Z",
                        "")) {
            assertReason(Reason.LEAF_TIME, entry(text.replace("2026-03-01T12:00:00Z", time)));
        }
        assertReason(Reason.BASE64, entry(text.replace("=\n", "\n")));
        assertReason(Reason.HASH_LENGTH, entry(text.replaceFirst("\n[^\n]*\n$", "\nAAAA\n")));
        assertReason(Reason.TOO_LARGE, LeafEntry.parse(new byte[161]));
        assertReason(Reason.NOT_UTF8, LeafEntry.parse(new byte[] {(byte) 0xff}));
    }

    @Test
    void whatCouldNotBeReadBackIsNotMade() {
        assertThrows(IllegalArgumentException.class, () -> commit("A", TIME, SALT, CONTENT));
        assertThrows(
                IllegalArgumentException.class, () -> commit("a", TIME, new byte[31], CONTENT));
        assertThrows(IllegalArgumentException.class, () -> commit("a", TIME, SALT, new byte[0]));
        assertThrows(
                IllegalArgumentException.class,
                () -> commit("a", TIME, SALT, new byte[LeafEntry.MAX_CONTENT_BYTES + 1]));
        assertThrows(IllegalArgumentException.class, () -> commit("a", Instant.MAX, SALT, CONTENT));
        assertEquals(TIME, commit("a", TIME.plusMillis(999), SALT, CONTENT).time());
        String longest = "a".repeat(64);
        assertEquals(
                longest,
                LeafEntry.parse(commit(longest, TIME, SALT, CONTENT).toBytes()).orThrow().kind());
    }

    @Test
    void everyFlippedBitOfAnOpeningIsFound() throws Exception {
        Policy policy = Policy.of(exampleSigner().key());
        byte[] file = exampleOpening().toBytes();
        for (int bit = 0; bit < file.length * 8; bit++) {
            assertInstanceOf(
                    Verdict.Invalid.class,
                    Opening.parse(RandomBytes.flipped(file, bit))
                            .check(opening -> opening.verify(policy)),
                    "bit " + bit);
        }
    }

    @Test
    void eachBrokenRuleOfAnOpeningHasItsReason() throws Exception {
        String text = new String(exampleOpening().toBytes(), StandardCharsets.UTF_8);
        assertReason(Reason.WRONG_HEADER, opening(text.replace("opening/v1", "opening/v2")));
        assertReason(Reason.WRONG_HEADER, opening(""));
        assertReason(Reason.OPENING_FORM, opening(Opening.HEADER));
        assertReason(Reason.OPENING_FORM, opening(text.replace("AAECAwQF", "AAECAw")));
        assertReason(Reason.OPENING_FORM, opening(text.replaceFirst("\n\n", "\n")));
        assertReason(Reason.OPENING_FORM, opening(text.replaceFirst("\nextra [^\n]*", "")));
        assertReason(Reason.LEAF_FORM, opening(text.replaceFirst("extra [^\n]*", "extra AAAA")));
        assertReason(Reason.TOO_LARGE, Opening.parse(new byte[Opening.MAX_BYTES + 1]));
        var line =
                assertInstanceOf(
                        Parsed.Malformed.class, opening(text.replace("index 1", "index 01")));
        assertEquals(7, line.line());
    }

    @Test
    void anOpeningShowsNeitherSaltNorContentInLogs() throws Exception {
        String shown = exampleOpening().toString();

        assertFalse(shown.contains(Strict.base64(SALT)));
        assertFalse(shown.contains("illustration"));
    }

    @Test
    void anyBytesAreReadOrRefusedAndWhatIsReadIsWrittenBack() throws Exception {
        Random random = RandomBytes.seeded("LeafEntryTest");
        byte[] file = exampleOpening().toBytes();
        for (int i = 0; i < 10_000; i++) {
            byte[] entry = RandomBytes.mutated(ENTRY.toBytes(), random);
            if (LeafEntry.parse(entry) instanceof Parsed.Ok<LeafEntry>(LeafEntry read)) {
                assertArrayEquals(entry, read.toBytes());
            }
            byte[] mutated = RandomBytes.mutated(file, random);
            if (Opening.parse(mutated) instanceof Parsed.Ok<Opening>(Opening read)) {
                assertArrayEquals(mutated, read.toBytes());
            }
        }
    }

    private static LeafEntry commit(String kind, Instant time, byte[] salt, byte[] content) {
        return LeafEntry.commit(kind, time, salt, content);
    }

    private static Parsed<LeafEntry> entry(String text) {
        return LeafEntry.parse(bytes(text));
    }

    private static Parsed<Opening> opening(String text) {
        return Opening.parse(bytes(text));
    }

    private static Opening exampleOpening() throws GeneralSecurityException {
        TreeHash first = TreeHash.leaf(bytes("another entry"));
        Checkpoint checkpoint =
                new Checkpoint("log.example/1", 2, TreeHash.node(first, ENTRY.hash()));
        NoteSigner.Text signer = exampleSigner();
        SignedNote note = checkpoint.signed(signer.sign(checkpoint.toText()));
        TlogProof proof = TlogProof.of(new InclusionProof(1, 2, List.of(first)), note);
        return Opening.of(SALT, CONTENT, ENTRY, proof);
    }

    /** The key of RFC 8032 §7.1, test 1, whose signatures are always the same. */
    private static NoteSigner.Text exampleSigner() throws GeneralSecurityException {
        HexFormat hex = HexFormat.of();
        byte[] pkcs8 =
                hex.parseHex(
                        "302e020100300506032b657004220420"
                                + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        byte[] raw =
                hex.parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        return NoteSigner.ed25519(
                "log.example/1",
                new KeyPair(
                        RawKeys.ED25519.toKey(raw),
                        KeyFactory.getInstance("Ed25519")
                                .generatePrivate(new PKCS8EncodedKeySpec(pkcs8))));
    }
}
