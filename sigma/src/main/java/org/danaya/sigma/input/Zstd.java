package org.danaya.sigma.input;

import static com.github.luben.zstd.Zstd.errFrameParameterWindowTooLarge;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What zstd compressed (RFC 8878), in one frame or several. */
final class Zstd extends Source {

    private static final int FRAME = 0xFD2F_B528;
    private static final int SKIPPABLE = 0x184D_2A50;

    /** So much at most is lost in front of a place that is damaged. */
    private static final int STEP = 4096;

    private final Compressed compressed;
    private final ZstdInputStreamNoFinalizer stream;
    private final byte[] output = new byte[STEP];
    private int at;
    private int limit;
    private @Nullable Cause broken;

    Zstd(Source stored) throws IOException {
        compressed = new Compressed(stored);
        try {
            stream = new ZstdInputStreamNoFinalizer(compressed);
        } catch (LinkageError e) {
            throw new IOException("zstd's library doesn't run on this machine", e);
        }
    }

    /** Fills what it is asked to fill, so that what is read doesn't depend on how bytes come. */
    private static final class Compressed extends FilterInputStream {

        private boolean ended;

        Compressed(Source stored) {
            super(stored);
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            int length = in.readNBytes(target, from, count);
            ended = length == 0;
            return ended ? -1 : length;
        }
    }

    static boolean begins(byte[] head) {
        if (head.length < 4) {
            return false;
        }
        int magic =
                (head[0] & 0xff)
                        | ((head[1] & 0xff) << 8)
                        | ((head[2] & 0xff) << 16)
                        | (head[3] << 24);
        return magic == FRAME || (magic & ~0xf) == SKIPPABLE;
    }

    @Override
    int bring(byte[] target, int from, int count) throws IOException {
        if (at == limit && !decompress()) {
            return -1;
        }
        int length = Math.min(count, limit - at);
        System.arraycopy(output, at, target, from, length);
        at += length;
        return length;
    }

    private boolean decompress() throws IOException {
        at = 0;
        limit = 0;
        if (broken == null) {
            try {
                limit = Math.max(0, stream.read(output, 0, STEP));
            } catch (ZstdIOException e) {
                broken = cause(e);
            }
        }
        return limit > 0;
    }

    /** The library finds fault with the end of its bytes only where a frame goes on. */
    private Cause cause(ZstdIOException thrown) {
        if (thrown.getErrorCode() == errFrameParameterWindowTooLarge()) {
            return Cause.ZSTD_WINDOW;
        }
        return compressed.ended ? Cause.ZSTD_TRUNCATED : Cause.ZSTD_BROKEN;
    }

    @Override
    @Nullable Cause broken() {
        return broken;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
