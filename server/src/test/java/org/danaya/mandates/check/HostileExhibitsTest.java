package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.danaya.trust.signature.TestSigning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Files that strangers send to do harm, or by mistake. About 40 seconds. */
class HostileExhibitsTest {

    private static final String SEAL = "DM1:6BF+70790T9WJWG.FKY*4GO0";

    /** What they read ends long before, on any machine. */
    private static final FileReaders READERS = new FileReaders(Duration.ofMinutes(2));

    @AfterAll
    static void close() {
        READERS.close();
    }

    /** A form that draws a form ten times, which draws a form ten times, and so on. */
    private static byte[] drawsForYears() {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        List<Integer> places = new ArrayList<>();
        int depth = 12;
        List<String> objects = new ArrayList<>();
        objects.add("<</Type/Catalog/Pages 2 0 R>>");
        objects.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        objects.add(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                        + "/Resources<</XObject<</F 5 0 R>>>>>>");
        objects.add(stream("", "/F Do"));
        for (int i = 0; i < depth; i++) {
            String more = i == depth - 1 ? "" : "/XObject<</F " + (6 + i) + " 0 R>>";
            String draws = i == depth - 1 ? "0 0 500 500 re f" : "/F Do ".repeat(10);
            objects.add(
                    stream(
                            "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<"
                                    + more
                                    + ">>",
                            draws));
        }
        for (int i = 0; i < objects.size(); i++) {
            places.add(pdf.length());
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(at -> pdf.append("%010d 00000 n \n".formatted(at)));
        pdf.append("trailer\n<</Size ").append(objects.size() + 1).append("/Root 1 0 R>>\n");
        pdf.append("startxref\n").append(start).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String stream(String dictionary, String content) {
        return "<<"
                + dictionary
                + "/Length "
                + content.length()
                + ">>\nstream\n"
                + content
                + "\nendstream";
    }

    @Test
    void aFileThatTakesTooLongIsGivenUpAndTheNextIsRead() throws Exception {
        byte[] years = drawsForYears();
        byte[] good = Pictures.png(Pictures.qr(SEAL));
        try (FileReaders readers = new FileReaders(Duration.ofSeconds(3));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Sight>> both =
                    List.of(() -> readers.look(years), () -> readers.look(years));
            for (var each : threads.invokeAll(both)) {
                assertThat(each.get()).isEqualTo(new Sight.TooHard());
            }
            assertThat(readers.waiting()).as("what took too long was ended").isZero();
        }
        assertThat(READERS.look(good)).isEqualTo(new Sight.Picture(List.of(SEAL)));
        assertThat(READERS.look(good)).isEqualTo(new Sight.Picture(List.of(SEAL)));
        assertThat(READERS.waiting()).as("one process serves one after the other").isOne();
    }

    @Test
    void aPictureOfMoreDotsThanAnybodyHasIsRefused() {
        for (int[] size : new int[][] {{60_000, 60_000}, {16_000, 16_000}, {200_000, 3}}) {
            assertThat(READERS.look(png(size[0], size[1])))
                    .as("%d by %d", size[0], size[1])
                    .isInstanceOf(Sight.TooLarge.class);
        }
        assertThat(READERS.look(png(10_000, 10_000)))
                .as("100 million dots, all the same")
                .isIn(new Sight.Picture(List.of()), new Sight.TooHard(), new Sight.Other());
        assertThat(READERS.look(bmp(2_000_000_000, 2_000_000_000)))
                .isIn(new Sight.TooLarge(), new Sight.Other());
    }

    /** One grey, well packed. */
    private static byte[] png(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {1, 0, 0, 0, 0})
                        .array());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed)) {
            byte[] row = new byte[1 + (width + 7) / 8];
            for (int y = 0; y < Math.min(height, 10_000); y++) {
                deflated.write(row);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        byte[] both =
                ByteBuffer.allocate(4 + content.length)
                        .put(name.getBytes(StandardCharsets.US_ASCII))
                        .put(content)
                        .array();
        CRC32 sum = new CRC32();
        sum.update(both);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(both);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] bmp(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(200).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(200).putInt(0).putInt(54).putInt(40);
        file.putInt(width).putInt(height).putShort((short) 1).putShort((short) 24);
        return file.array();
    }

    @Test
    void whatScannersMakeIsReadToo() throws Exception {
        for (String format : List.of("tiff", "gif", "bmp", "png", "jpeg")) {
            assertThat(READERS.look(written(Pictures.qr(SEAL), format)))
                    .as(format)
                    .isEqualTo(new Sight.Picture(List.of(SEAL)));
        }
    }

    private static byte[] written(BufferedImage picture, String format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, out)).as(format).isTrue();
        return out.toByteArray();
    }

    @Test
    void noBrokenFileEndsInAnythingButAnAnswer() throws Exception {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("HostileExhibitsTest: -Ddanaya.seed=" + seed);
        Random random = new Random(seed);
        List<byte[]> whole = new ArrayList<>();
        for (String format : List.of("tiff", "gif", "bmp", "png", "jpeg")) {
            whole.add(written(Pictures.qr("OK"), format));
        }
        whole.add(TestSigning.pdf(1).bytes());
        whole.add(Forgeries.pasted(Pictures.qr(SEAL)));
        int hard = 0;
        for (int i = 0; i < 150; i++) {
            byte[] broken = whole.get(random.nextInt(whole.size())).clone();
            int changes = 1 + random.nextInt(6);
            for (int j = 0; j < changes; j++) {
                // Heads decide more than bodies do.
                int reach = random.nextBoolean() ? Math.min(200, broken.length) : broken.length;
                broken[random.nextInt(reach)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(5) == 0) {
                broken = java.util.Arrays.copyOf(broken, random.nextInt(broken.length));
            }
            Sight sight = READERS.look(broken);
            assertThat(sight).as("seed %d, file %d", seed, i).isNotNull();
            hard += sight instanceof Sight.TooHard ? 1 : 0;
        }
        assertThat(hard).as("seed %d: files that took a process with them", seed).isLessThan(15);
        assertThat(READERS.look(Pictures.png(Pictures.qr(SEAL))))
                .isEqualTo(new Sight.Picture(List.of(SEAL)));
    }
}
