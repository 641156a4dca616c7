package org.danaya.mandates.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.danaya.base.DurableFiles;

/**
 * The files that verifiers fetch, below a home's published files.
 *
 * @param path the folder, which anybody may read
 */
record PublishedFolder(Path path) {

    static final String ANCHOR = "anchor.json";
    static final String KEYS = "keys.cose";
    static final String SNAPSHOT = "snapshot.cbor";

    /** The folder of a home's published files. */
    static PublishedFolder of(Path published) {
        return new PublishedFolder(published.resolve("mandates"));
    }

    static String cwt(String number) {
        return "status-" + number + ".cwt";
    }

    static String jwt(String number) {
        return "status-" + number + ".jwt";
    }

    /** Puts what is published in place: keys before what they signed. */
    void write(Published published) throws IOException {
        DurableFiles.createFolders(path);
        put(ANCHOR, published.anchor().toJson().getBytes(StandardCharsets.UTF_8));
        put(KEYS, published.keySet());
        for (int list = 0; list < published.lists().size(); list++) {
            String number = Integer.toString(list);
            put(cwt(number), published.lists().get(list).cwt());
            put(jwt(number), published.lists().get(list).jwt().getBytes(StandardCharsets.US_ASCII));
        }
        put(SNAPSHOT, published.snapshot());
        DurableFiles.syncFolder(path);
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = path.resolve(name);
        if (Files.notExists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            DurableFiles.replace(file, bytes, DurableFiles.ALL_READ);
        }
    }
}
