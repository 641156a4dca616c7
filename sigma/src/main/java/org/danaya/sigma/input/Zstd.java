package org.danaya.sigma.input;

import static com.github.luben.zstd.Zstd.errFrameParameterWindowTooLarge;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What zstd compressed (RFC 8878), in one frame or several. */
final class Zstd extends Source {

    private static final int FRAME = 0xFD2F_B528;
    private static final int SKIPPABLE = 0x184D_2A50;

    /** So much at most is lost in front of a place that is damaged. */
    private static final int STEP = 4096;

    private final Source stored;
    private final ZstdInputStreamNoFinalizer stream;
    private @Nullable Cause broken;

    Zstd(Source stored) throws IOException {
        this.stored = stored;
        try {
            this.stream = new ZstdInputStreamNoFinalizer(stored);
        } catch (LinkageError e) {
            throw new IOException("zstd's library doesn't run on this machine", e);
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
        if (broken != null) {
            return -1;
        }
        try {
            return stream.read(target, from, Math.min(count, STEP));
        } catch (ZstdIOException e) {
            broken = cause(e);
            return -1;
        }
    }

    /** The library finds fault with the end of its bytes only where a frame goes on. */
    private Cause cause(ZstdIOException thrown) {
        if (thrown.getErrorCode() == errFrameParameterWindowTooLarge()) {
            return Cause.ZSTD_WINDOW;
        }
        return stored.hasEnded() ? Cause.ZSTD_TRUNCATED : Cause.ZSTD_BROKEN;
    }

    @Override
    @Nullable Cause broken() {
        return broken;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        stored.close();
    }
}
