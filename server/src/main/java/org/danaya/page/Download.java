package org.danaya.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A file to keep, written while it is sent.
 *
 * @param filename the name that the reader's machine gives to it: ASCII letters, digits, dots and
 *     hyphens
 * @param type the media type
 * @param body writes it
 */
public record Download(String filename, String type, Body body) implements Answer {

    /** Refuses a name that a header can't carry as it is. */
    public Download {
        if (!filename.matches("[A-Za-z0-9._-]{1,120}")) {
            throw new IllegalArgumentException("Not a plain file name: " + filename);
        }
    }

    /** A text file that is there already. */
    public static Download text(String filename, String type, String text) {
        return new Download(
                filename, type, (_, out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Body {

        /** Writes all of it, in the reader's language. */
        void write(View view, OutputStream out) throws IOException;
    }
}
