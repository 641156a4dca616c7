package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Gzip and zstd around events: whole, in several pieces, cut, damaged. */
final class CompressedTest {

    private static final Sizes SIZES = new Sizes(Inputs.LARGEST, 1 << 12);

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] zstd(byte[] bytes) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            return context.setChecksum(true).compress(bytes);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static List<String> events(int from, int to) {
        List<String> events = new ArrayList<>();
        for (int i = from; i < to; i++) {
            events.add(
                    "{\"n\":" + i + ",\"text\":\"" + Integer.toHexString(i * 0x9E3779B9) + "\"}");
        }
        return events;
    }

    private static byte[] lines(List<String> events) {
        return (String.join("\n", events) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void severalPiecesAreOneInput() throws IOException {
        byte[] first = lines(events(0, 500));
        byte[] second = lines(events(500, 1000));
        for (UnaryOperator<byte[]> compress :
                List.<UnaryOperator<byte[]>>of(CompressedTest::gzip, CompressedTest::zstd)) {
            byte[] all =
                    joined(
                            compress.apply(first),
                            compress.apply(new byte[0]),
                            compress.apply(second));
            assertEquals(events(0, 1000), Collected.of(all, SIZES));
        }
    }

    @Test
    void zerosBehindGzipArePadding() throws IOException {
        byte[] padded = Arrays.copyOf(gzip(lines(events(0, 10))), 10_240);
        assertEquals(events(0, 10), Collected.of(padded, SIZES));
    }

    @Test
    void ofACutFileEverythingReadableIsGivenAndTheCutTold() throws IOException {
        List<String> events = events(0, 30_000);
        byte[] lines = lines(events);
        cut(gzip(lines), events, "!gzip.truncated");
        cut(zstd(lines), events, "!zstd.truncated");
    }

    private static void cut(byte[] whole, List<String> events, String told) throws IOException {
        int most = 0;
        for (int length = 4; length < whole.length; length += 9973) {
            List<String> found = Collected.of(Arrays.copyOf(whole, length), SIZES);
            assertEquals(told, found.getLast(), () -> found.size() + " found");
            int count = found.size() - 1;
            // The last one may be half a line.
            assertEquals(
                    events.subList(0, Math.max(0, count - 1)),
                    found.subList(0, Math.max(0, count - 1)));
            most = Math.max(most, count);
        }
        assertTrue(most > events.size() / 4, most + " of the events");
    }

    @Test
    void whatIsDamagedIsTold() throws IOException {
        byte[] lines = lines(events(0, 100));
        byte[] gzip = gzip(lines);
        byte[] behind = joined(gzip, "rubbish".getBytes(StandardCharsets.UTF_8));
        assertEquals(101, Collected.of(behind, SIZES).size());
        assertEquals("!gzip.broken", Collected.of(behind, SIZES).getLast());
        byte[] checksum = gzip.clone();
        checksum[gzip.length - 8] ^= 1;
        assertEquals("!gzip.broken", Collected.of(checksum, SIZES).getLast());
        byte[] size = gzip.clone();
        size[gzip.length - 1] ^= 1;
        assertEquals("!gzip.broken", Collected.of(size, SIZES).getLast());
        byte[] zstd = joined(zstd(lines), "rubbish".getBytes(StandardCharsets.UTF_8));
        assertEquals(101, Collected.of(zstd, SIZES).size());
        assertEquals("!zstd.broken", Collected.of(zstd, SIZES).getLast());
    }

    @Test
    void gzipWithEveryPartOfAHeaderIsRead() throws IOException {
        byte[] plain = gzip(lines(events(0, 3)));
        byte[] head = Arrays.copyOf(plain, 10);
        head[3] = 2 | 4 | 8 | 16;
        byte[] more = {3, 0, 'e', 'x', 't', 'n', 0, 'c', 0, 1, 2};
        byte[] body = Arrays.copyOfRange(plain, 10, plain.length);
        assertEquals(events(0, 3), Collected.of(joined(head, more, body), SIZES));
    }

    @Test
    void aSmallFileThatBecomesLargeIsReadPieceByPiece() throws IOException {
        assertEquals(
                List.of("!event.too-large"), Collected.of(gzipped(1 << 26), new Sizes(1000, 4096)));
    }

    @Test
    void whatIsCompressedTwiceIsSomethingElse() throws IOException {
        assertEquals(Format.UNKNOWN, Collected.format(gzip(gzip(lines(events(0, 9))))));
        assertEquals(Format.UNKNOWN, Collected.format(gzip(zstd(lines(events(0, 9))))));
    }

    /** So many letters, compressed. */
    private static byte[] gzipped(int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            byte[] block = new byte[1 << 16];
            Arrays.fill(block, (byte) 'a');
            for (int done = 0; done < count; done += block.length) {
                gzip.write(block);
            }
        }
        return out.toByteArray();
    }
}
