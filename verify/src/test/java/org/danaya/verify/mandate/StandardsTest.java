package org.danaya.verify.mandate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.Verdict;
import org.junit.jupiter.api.Test;

/** Vectors that stand in the standards. */
class StandardsTest {

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void base45OfRfc9285() {
        assertBase45("BB8", "AB");
        assertBase45("%69 VD92EX0", "Hello!!");
        assertBase45("UJCLQE7W581", "base-45");
        assertBase45("QED8WEX0", "ietf!");
        assertBase45("", "");
        for (String wrong : new String[] {"GGW", ":::", "ZZ", "A", "AAAA", "ab1", "É12"}) {
            var refused = assertInstanceOf(Parsed.Malformed.class, Base45.read(wrong), wrong);
            assertEquals(Reason.BASE45, refused.reason());
        }
    }

    private static void assertBase45(String text, String bytes) {
        byte[] ascii = bytes.getBytes(StandardCharsets.US_ASCII);
        assertEquals(text, Base45.write(ascii));
        assertArrayEquals(ascii, Base45.read(text).orThrow());
    }

    /** RFC 8949 appendix A: each is read, and what is deterministic is written again alike. */
    @Test
    void cborOfRfc8949() {
        String[] deterministic = {
            "00",
            "17",
            "1818",
            "1903e8",
            "1a000f4240",
            "1b000000e8d4a51000",
            "20",
            "3863",
            "3903e7",
            "f4",
            "f5",
            "f6",
            "f7",
            "f0",
            "f8ff",
            "c074323031332d30332d32315432303a" + "30343a30305a",
            "c11a514b67b0",
            "d74401020304",
            "40",
            "4401020304",
            "60",
            "6161",
            "62c3bc",
            "63e6b0b4",
            "64f0908591",
            "80",
            "83010203",
            "8301820203820405",
            "a0",
            "a201020304",
            "a26161016162820203",
            "826161a161626163"
        };
        for (String hex : deterministic) {
            Cbor value = CborReader.deterministic(hex(hex)).orThrow();
            assertEquals(hex, HexFormat.of().formatHex(CborWriter.write(value)));
            assertEquals(value, CborReader.wellFormed(hex(hex)).orThrow());
        }
        String[] others = {
            "f93c00", "fa47c35000", "fb3ff199999999999a", "5f42010243030405ff",
            "7f657374726561646d696e67ff", "9fff", "9f018202039f0405ffff", "bf61610161629f0203ffff",
            "1800", "190017", "a2616201616101"
        };
        for (String hex : others) {
            CborReader.wellFormed(hex(hex)).orThrow();
            var refused =
                    assertInstanceOf(
                            Parsed.Malformed.class, CborReader.deterministic(hex(hex)), hex);
            assertEquals(Reason.CBOR_NOT_DETERMINISTIC, refused.reason(), hex);
        }
        // RFC 8949 appendix F, and the bounds.
        String[] wrong = {
            "",
            "18",
            "1a0102",
            "41",
            "5f",
            "9f",
            "a1",
            "a101",
            "ff",
            "1c",
            "3e",
            "f818",
            "5f00ff",
            "5f6100ff",
            "62c328",
            "a2010101 02".replace(" ", ""),
            "0000",
            "9bffffffffffffffff",
            "5b7fffffffffffffff",
            "1bffffffffffffffff",
            "81".repeat(17) + "00"
        };
        for (String hex : wrong) {
            assertInstanceOf(Parsed.Malformed.class, CborReader.wellFormed(hex(hex)), hex);
            assertInstanceOf(Parsed.Malformed.class, CborReader.deterministic(hex(hex)), hex);
        }
    }

    /** RFC 8392 appendix A.3, with the key of A.2.3. */
    @Test
    void signedCwtOfRfc8392() {
        byte[] cwt =
                hex(
                        "d28443a10126a104524173796d6d657472696345434453413235365850a7017563"
                                + "6f61703a2f2f61732e6578616d706c652e636f6d02656572696b77037818636f61"
                                + "703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0"
                                + "061a5610d9f007420b7158405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f"
                                + "9179bc3d7438bacaca5acd08c8d4d4f96131680c429a01f85951ecee743a52b9b6"
                                + "3632c57209120e1c9e30");
        P256Key key =
                P256Key.of(
                                hex(
                                        "143329cce7868e416927599cf65a34f3"
                                                + "ce2ffda55a7eca69ed8919a394d42f0f"),
                                hex(
                                        "60f7f1a780d8a783bfb7a2dd6b2796e8"
                                                + "128dbbcef9d3d168db9529971a36e7b9"))
                        .orThrow();
        CoseSign1 sign1 = CoseSign1.read(cwt).orThrow();
        assertEquals(CoseSign1.ES256, sign1.algorithm());
        assertArrayEquals(
                "AsymmetricECDSA256".getBytes(StandardCharsets.US_ASCII),
                sign1.keyId().orElseThrow());
        assertInstanceOf(Verdict.Valid.class, sign1.verify(key.publicKey()));
        assertArrayEquals(cwt, sign1.toBytes());
        // Within the CWT tag, and without any.
        byte[] tagged = new byte[cwt.length + 2];
        tagged[0] = (byte) 0xd8;
        tagged[1] = 0x3d;
        System.arraycopy(cwt, 0, tagged, 2, cwt.length);
        byte[] bare = java.util.Arrays.copyOfRange(cwt, 1, cwt.length);
        for (byte[] form : new byte[][] {tagged, bare}) {
            assertInstanceOf(
                    Verdict.Valid.class,
                    CoseSign1.read(form).check(sign -> sign.verify(key.publicKey())));
        }
        cwt[60] ^= 1;
        assertInstanceOf(
                Verdict.Invalid.class,
                CoseSign1.read(cwt).check(sign -> sign.verify(key.publicKey())));
    }

    /** IETF Token Status List, the example of a list with two bits. */
    @Test
    void statusListOfTheIetf() {
        int[] statuses = {1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3};
        StatusList list =
                StatusList.read(Base64.getUrlDecoder().decode("eNo76fITAAPfAgc")).orThrow();
        StatusList.Builder builder = new StatusList.Builder(12);
        for (int i = 0; i < statuses.length; i++) {
            assertEquals(statuses[i], list.get(i).value());
            builder.set(i, list.get(i));
        }
        assertEquals(list, builder.build());
    }

    @Test
    void aMillionMandatesTakeLittleRoom() {
        Random random = MandateSealTest.seeded("StandardsTest");
        StatusList.Builder builder = new StatusList.Builder(1_000_000);
        for (int i = 0; i < 1_000_000; i++) {
            int dice = random.nextInt(1000);
            if (dice < 20) {
                builder.set(i, StatusList.Status.REVOKED);
            } else if (dice < 22) {
                builder.set(i, StatusList.Status.SUSPENDED);
            } else if (dice < 25) {
                builder.set(i, StatusList.Status.REDUCED);
            }
        }
        StatusList list = builder.build();
        byte[] compressed = list.compressed();
        System.out.println("1,000,000 mandates, 2.5 % not valid: " + compressed.length + " bytes");
        assertTrue(compressed.length <= 128 * 1024);
        assertEquals(list, StatusList.read(compressed).orThrow());
    }

    @Test
    void aBombIsRefused() {
        byte[] bomb = Deflated.write(new byte[64 << 20]);
        var refused = assertInstanceOf(Parsed.Malformed.class, StatusList.read(bomb));
        assertEquals(Reason.DEFLATED, refused.reason());
        byte[] whole = Deflated.write(new byte[64]);
        for (int end = 0; end < whole.length; end++) {
            assertInstanceOf(
                    Parsed.Malformed.class, StatusList.read(java.util.Arrays.copyOf(whole, end)));
        }
        assertInstanceOf(
                Parsed.Malformed.class,
                StatusList.read(java.util.Arrays.copyOf(whole, whole.length + 1)));
    }
}
