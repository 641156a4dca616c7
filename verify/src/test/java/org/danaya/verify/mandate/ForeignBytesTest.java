package org.danaya.verify.mandate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.danaya.verify.Verdict;
import org.junit.jupiter.api.Test;

/** Random and mutated bytes: never an exception, never a forged yes, never much memory. */
class ForeignBytesTest {

    private static final int ROUNDS = 20_000;

    private final ExampleRegister register = new ExampleRegister();
    private final Anchor anchor = register.anchor();
    private final KeySet keys = register.keySet(ExampleRegister.NOW);
    private final StatusList list =
            new StatusList.Builder(64).set(5, StatusList.Status.REDUCED).build();
    private final Snapshot snapshot =
            register.snapshot(ExampleRegister.NOW, list, Map.of(5L, Powers.of(Power.VOTE)));

    @Test
    void noReaderThrows() {
        Random random = MandateSealTest.seeded("ForeignBytesTest");
        MandateSeal seal = register.seal(ExampleRegister.mandate(5));
        byte[] keySet = register.keySetBytes(ExampleRegister.NOW);
        StatusToken token =
                register.token(0, ExampleRegister.NOW, list, Map.of(5L, Powers.of(Power.VOTE)));
        byte[] remembered = Remembered.NOTHING.observe(trusted()).next().toBytes();
        List<Map.Entry<byte[], Function<byte[], Object>>> readers =
                List.of(
                        reader(seal.toBytes(), CborReader::wellFormed),
                        reader(seal.toBytes(), CborReader::deterministic),
                        reader(seal.toBytes(), CoseSign1::read),
                        reader(
                                seal.text().getBytes(StandardCharsets.ISO_8859_1),
                                bytes ->
                                        MandateSeal.read(
                                                new String(bytes, StandardCharsets.ISO_8859_1))),
                        reader(
                                seal.toBytes(),
                                bytes ->
                                        MandateSeal.read(MandateSeal.PREFIX + Base45.write(bytes))),
                        reader(
                                ("XY1:" + Base45.write(Deflated.write(seal.toBytes())))
                                        .getBytes(StandardCharsets.ISO_8859_1),
                                bytes ->
                                        MandateSeal.read(
                                                new String(bytes, StandardCharsets.ISO_8859_1))),
                        reader(keySet, bytes -> KeySet.check(bytes, anchor)),
                        reader(register.tokenBytes(token), bytes -> StatusToken.check(bytes, keys)),
                        reader(
                                snapshot.toBytes(),
                                bytes -> Snapshot.read(bytes).check(read -> read.check(anchor))),
                        reader(remembered, Remembered::read),
                        reader(anchor.toJson().getBytes(StandardCharsets.UTF_8), Anchor::parse),
                        reader(list.compressed(), StatusList::read),
                        reader(new byte[72], EcdsaSignature::rawOfDer),
                        reader(
                                "7K3M-QX2V-9AMM".getBytes(StandardCharsets.ISO_8859_1),
                                bytes ->
                                        ShortCode.read(
                                                new String(bytes, StandardCharsets.ISO_8859_1))));
        for (var reader : readers) {
            for (int i = 0; i < ROUNDS / readers.size(); i++) {
                byte[] bytes =
                        i % 4 == 0
                                ? random(random, random.nextInt(200))
                                : mutated(reader.getKey(), random);
                assertNotNull(reader.getValue().apply(bytes));
            }
        }
    }

    private static Map.Entry<byte[], Function<byte[], Object>> reader(
            byte[] seed, Function<byte[], Object> read) {
        return Map.entry(seed, read);
    }

    private TrustedSnapshot trusted() {
        return snapshot.check(anchor) instanceof Verdict.Valid<TrustedSnapshot>(TrustedSnapshot t)
                ? t
                : org.junit.jupiter.api.Assertions.fail("not trusted");
    }

    @Test
    void noFlippedBitOfASnapshotIsBelieved() {
        byte[] right = snapshot.toBytes();
        for (int bit = 0; bit < right.length * 8; bit += 1 + bit % 13) {
            byte[] wrong = right.clone();
            wrong[bit / 8] ^= (byte) (1 << bit % 8);
            boolean valid =
                    Snapshot.read(wrong).check(read -> read.check(anchor)) instanceof Verdict.Valid;
            assertFalse(valid, "bit " + bit);
        }
    }

    /** Fifteen bytes may announce terabytes: they cost nothing before they are there. */
    @Test
    void announcedSizesCostNothing() {
        long before = used();
        for (int major = 2; major <= 5; major++) {
            for (int i = 0; i < 1000; i++) {
                byte[] bytes = new byte[15];
                bytes[0] = (byte) (major << 5 | 27);
                bytes[1] = (byte) (i % 2 == 0 ? 0 : 0x7f);
                bytes[4] = (byte) 0x7f;
                assertNotNull(CborReader.wellFormed(bytes));
            }
        }
        byte[] nested = new byte[CborReader.MAX_BYTES];
        java.util.Arrays.fill(nested, (byte) 0x81);
        assertNotNull(CborReader.wellFormed(nested));
        byte[] many = new byte[CborReader.MAX_BYTES];
        many[0] = (byte) 0x9f;
        assertNotNull(CborReader.wellFormed(many));
        assertTrue(used() - before < 200L << 20);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static byte[] random(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mutated(byte[] from, Random random) {
        byte[] bytes =
                java.util.Arrays.copyOf(from, from.length - random.nextInt(2) * random.nextInt(9));
        for (int change = random.nextInt(3); change >= 0 && bytes.length > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
