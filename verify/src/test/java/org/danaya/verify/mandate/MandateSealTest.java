package org.danaya.verify.mandate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.Verdict;
import org.junit.jupiter.api.Test;

class MandateSealTest {

    private final ExampleRegister register = new ExampleRegister();
    private final P256Key key = ExampleRegister.key(register.sealKey);

    private static Reason reason(Parsed<?> parsed) {
        return assertInstanceOf(Parsed.Malformed.class, parsed, parsed.toString()).reason();
    }

    @Test
    void whatWasSealedIsReadBack() {
        SealedMandate mandate = ExampleRegister.mandate(77);
        MandateSeal seal = register.seal(mandate);
        MandateSeal read = MandateSeal.read("\n" + seal.text() + "\r\n").orThrow();
        assertEquals(mandate, read.claimed());
        assertEquals(seal.text(), read.text());
        assertEquals(Verdict.valid(mandate), read.check(key));
        assertArrayEquals(seal.toBytes(), read.toBytes());
    }

    @Test
    void everyRandomMandateFitsAndIsReadBackAsItWasFitted() {
        Random random = seeded("MandateSealTest");
        for (int i = 0; i < 2000; i++) {
            SealedMandate mandate =
                    ExampleRegister.random(random, random.nextLong(1L << 32), ExampleRegister.NOW);
            SealFit fit = MandateSeal.fit(mandate, key.id());
            var fits = assertInstanceOf(SealFit.Fits.class, fit, mandate.toString());
            MandateSeal seal = fits.unsigned().signed(new byte[EcdsaSignature.RAW]);
            assertTrue(seal.text().length() <= MandateSeal.MAX_CHARACTERS);
            assertTrue(seal.toBytes().length <= MandateSeal.MAX_BYTES);
            assertEquals(fits.mandate(), MandateSeal.read(seal.text()).orThrow().claimed());
            if (fits.shortened().isEmpty()) {
                assertEquals(mandate, fits.mandate());
            } else {
                // No more is cut than must be: a few bytes are left, or a whole character's.
                int room = MandateSeal.MAX_BYTES - seal.toBytes().length;
                assertTrue(room < 40, "room for " + room);
            }
            assertTrue(fits.mandate().name().endsWith("DIARRA"));
            assertEquals(mandate.limit().isEmpty(), fits.mandate().limit().isEmpty());
            assertEquals(mandate.structureId(), fits.mandate().structureId());
        }
    }

    @Test
    void theLimitIsShortenedFirstAndGivenNamesLast() {
        SealedMandate mandate = ExampleRegister.mandate(0);
        var some = (SealFit.Fits) fit(mandate, mandate.name(), "Sans engagement. ".repeat(12));
        assertEquals(Set.of(SealFit.Field.LIMIT), some.shortened());
        assertTrue(some.mandate().limit().startsWith("Sans engagement. Sans"));
        assertTrue(some.mandate().limit().endsWith("…"));
        var names = (SealFit.Fits) fit(mandate, "Aïssata ".repeat(30) + "DE KONÉ", "Aucun");
        assertTrue(names.shortened().contains(SealFit.Field.GIVEN_NAMES));
        assertTrue(names.mandate().name().endsWith("… DE KONÉ"), names.mandate().name());
        assertInstanceOf(SealFit.TooLong.class, fit(mandate, "K".repeat(200), ""));
    }

    private SealFit fit(SealedMandate from, String name, String limit) {
        return MandateSeal.fit(
                new SealedMandate(
                        from.kind(),
                        from.number(),
                        from.code(),
                        name,
                        from.function(),
                        from.structureId(),
                        from.structure(),
                        from.powers(),
                        limit,
                        from.index(),
                        from.from(),
                        from.until()),
                key.id());
    }

    @Test
    void aCutNeverLeavesHalfACharacter() {
        String text = "e\u0301e\u0301👩🏾‍💻👩🏾‍💻";
        for (int over = 1; over < 40; over++) {
            String cut = SealFit.Shortening.cut(text, over, 0);
            assertTrue(cut.equals(text) || cut.endsWith("…"));
            String bare = cut.replace("…", "");
            assertTrue(
                    Set.of(text, "e\u0301e\u0301👩🏾‍💻", "e\u0301e\u0301", "e\u0301", "")
                            .contains(bare),
                    cut);
        }
    }

    @Test
    void whatIsCutShortOrChangedIsRefused() {
        String text = register.seal(ExampleRegister.mandate(0)).text();
        for (int end = 0; end < text.length(); end++) {
            assertInstanceOf(Parsed.Malformed.class, MandateSeal.read(text.substring(0, end)));
        }
        assertEquals(Reason.BASE45, reason(MandateSeal.read(text.substring(0, 6) + "#")));
        assertEquals(
                Reason.BASE45,
                reason(
                        MandateSeal.read(
                                text.toLowerCase(java.util.Locale.ROOT).replace("dm1:", "DM1:"))));
        assertEquals(Reason.TOO_LARGE, reason(MandateSeal.read("DM1:" + "0".repeat(500))));
        byte[] bytes = Base45.read(text.substring(4)).orThrow();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Verdict<?> verdict =
                    MandateSeal.read("DM1:" + Base45.write(flipped)).check(seal -> seal.check(key));
            assertInstanceOf(Verdict.Invalid.class, verdict, "bit " + bit);
        }
    }

    @Test
    void whatIsNoSealIsNamed() {
        for (String text :
                new String[] {"", "https://example.org/x", "7K3M-QX2V-9A00", "BEGIN:VCARD"}) {
            assertEquals(Reason.SEAL_FOREIGN, reason(MandateSeal.read(text)));
        }
        assertEquals(Reason.SEAL_HEALTH_CERTIFICATE, reason(MandateSeal.read("HC1:6BF")));
        Cbor token = Cbor.map(Cbor.entry(1, Cbor.of("example.org")));
        byte[] other =
                ExampleRegister.signed(CoseSign1.unsigned(key.id(), token), register.sealKey);
        assertEquals(
                Reason.SEAL_OTHER_TOKEN, reason(MandateSeal.read("DM1:" + Base45.write(other))));
        assertEquals(
                Reason.SEAL_OTHER_TOKEN, reason(MandateSeal.read("XY1:" + Base45.write(other))));
        assertEquals(Reason.SEAL_OTHER_TOKEN, reason(MandateSeal.read(Base45.write(other))));
        Cbor later = Cbor.map(Cbor.entry(MandateSeal.CLAIM, Cbor.array(Cbor.of(2))));
        byte[] version =
                ExampleRegister.signed(
                        CoseSign1.unsigned(key.id(), claims(later)), register.sealKey);
        assertEquals(Reason.SEAL_VERSION, reason(MandateSeal.read("DM1:" + Base45.write(version))));
    }

    private static Cbor claims(Cbor own) {
        return Cbor.map(
                Cbor.entry(4, Cbor.of(2)),
                Cbor.entry(5, Cbor.of(1)),
                ((Cbor.Dictionary) own).entries().getFirst());
    }

    static Random seeded(String test) {
        String given = System.getProperty("danaya.seed");
        long seed = given == null ? System.nanoTime() : Long.parseLong(given);
        System.out.println(test + ": -Ddanaya.seed=" + seed);
        return new Random(seed);
    }
}
