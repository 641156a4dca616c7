package org.danaya.defence.detection.findings;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text for a stream, in UTF-8. */
final class Lines {

    private final OutputStream out;
    private final boolean live;

    Lines(OutputStream out, boolean live) {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.live = live;
    }

    void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            if (live) {
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
