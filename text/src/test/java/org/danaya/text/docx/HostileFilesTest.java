package org.danaya.text.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.danaya.text.TextFault;
import org.danaya.text.docx.part.Limits;
import org.danaya.text.flow.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are broken, by chance or on purpose: each is read or refused with a fault. */
class HostileFilesTest {

    private static final int SEED = Integer.getInteger("danaya.docx.seed", 0);
    private static final int FILES = Integer.getInteger("danaya.docx.broken", 3_000);

    /** More than this is made of no small file, however it is broken. */
    private static final Limits SMALL = new Limits(1 << 20, 4 << 20, 64, 50_000, 5_000);

    @Test
    @Timeout(600)
    void whateverIsChangedInAFileItIsReadOrRefused() {
        Map<String, Integer> faults = new TreeMap<>();
        int read = 0;
        for (int seed = SEED; seed < SEED + FILES; seed++) {
            Random random = new Random(seed);
            byte[] whole = ForeignFiles.any(random);
            byte[] broken =
                    random.nextInt(3) == 0
                            ? Breakage.bytes(random, whole)
                            : Parts.packed(Breakage.parts(random, Parts.of(whole)));
            Reading reading = random.nextBoolean() ? Reading.ACCEPTED : Reading.REJECTED;
            try {
                Docx docx = DocxReader.read(broken, reading, SMALL);
                long lines = docx.flow().blocks().stream().flatMap(Block::lines).count();
                assertTrue(lines <= 50_000, "seed " + seed + ": " + lines + " lines");
                read++;
            } catch (TextFault e) {
                faults.merge(e.code(), 1, Integer::sum);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        System.out.println("broken files, seeds from " + SEED + ": " + read + " read, " + faults);
        assertTrue(read > FILES / 10, read + " read");
        assertTrue(faults.getOrDefault("text.docx.xml", 0) > 0, faults.toString());
        assertTrue(faults.getOrDefault("text.docx.zip", 0) > 0, faults.toString());
    }

    @Test
    void aFileBeyondTheLimitsIsRefusedWhole() {
        Map<String, byte[]> parts = Parts.of(ForeignFiles.any(new Random(1)));
        refused("text.docx.large", new Limits(100, 4 << 20, 64, 50_000, 5_000), parts);
        refused("text.docx.large", new Limits(1 << 20, 1_000, 64, 50_000, 5_000), parts);
        refused("text.docx.entries", new Limits(1 << 20, 4 << 20, 3, 50_000, 5_000), parts);
        refused("text.docx.elements", new Limits(1 << 20, 4 << 20, 64, 20, 5_000), parts);
        refused("text.docx.paragraphs", new Limits(1 << 20, 4 << 20, 64, 50_000, 1), parts);
    }

    @Test
    void whatUnpacksToFarMoreThanItIsIsRefused() {
        Map<String, byte[]> parts = Parts.of(ForeignFiles.any(new Random(1)));
        parts.put("word/media/picture.png", new byte[300 << 20]);
        byte[] file = Parts.packed(parts);
        assertTrue(file.length < 1 << 20, file.length + " bytes");
        TextFault fault = assertThrows(TextFault.class, () -> DocxReader.read(file));
        assertEquals("text.docx.large", fault.code());
    }

    @Test
    void markupThatDeclaresEntitiesOrIsTooDeepIsRefused() {
        String entities =
                "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                        + ForeignFiles.DOCUMENT
                        + "<w:p><w:r><w:t>&b;&a;</w:t></w:r></w:p>"
                        + ForeignFiles.END;
        assertEquals("text.docx.xml", fault(entities));
        String deep = "<w:sdt><w:sdtContent>".repeat(5_000);
        String end = "</w:sdtContent></w:sdt>".repeat(5_000);
        assertEquals(
                "text.docx.deep", fault(ForeignFiles.DOCUMENT + deep + end + ForeignFiles.END));
        assertEquals("text.docx.not-word", fault("<html/>"));
        assertEquals("text.docx.xml", fault(ForeignFiles.DOCUMENT));
    }

    @Test
    void whatIsNoWordFileIsToldApart() {
        assertEquals("text.docx.not-word", refused(new byte[] {'%', 'P', 'D', 'F'}));
        assertEquals("text.docx.not-word", refused(new byte[0]));
        assertEquals("text.docx.zip", refused(new byte[] {'P', 'K', 3, 4}));
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};
        assertEquals("text.docx.old-word", refused(old));
        assertEquals("text.docx.not-word", refused(Parts.packed(Map.of("a.txt", new byte[1]))));
    }

    private static String fault(String document) {
        return refused(ForeignFiles.of(document));
    }

    private static String refused(byte[] file) {
        return assertThrows(TextFault.class, () -> DocxReader.read(file)).code();
    }

    private static void refused(String code, Limits limits, Map<String, byte[]> parts) {
        byte[] file = Parts.packed(parts);
        TextFault fault =
                assertThrows(
                        TextFault.class, () -> DocxReader.read(file, Reading.ACCEPTED, limits));
        assertEquals(code, fault.code());
    }
}
