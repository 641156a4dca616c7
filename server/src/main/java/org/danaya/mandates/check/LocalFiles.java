package org.danaya.mandates.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a person names. */
final class LocalFiles {

    private LocalFiles() {}

    /**
     * A file's bytes.
     *
     * @param most how many it may have; a device that never ends has more
     */
    static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException(file + " > " + (most >> 20) + " MiB");
            }
            return bytes;
        }
    }
}
