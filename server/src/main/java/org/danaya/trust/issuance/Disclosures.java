package org.danaya.trust.issuance;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.danaya.verify.LeafEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of disclosures: a line of JSON for each leaf of an authority, in the order of the log,
 * with the leaf's index, its salt in base64 and its content as text.
 */
final class Disclosures implements Contents, AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_CHARACTERS = 2 * LeafEntry.MAX_CONTENT_BYTES;

    private final BufferedReader lines;
    private @Nullable JsonNode next;
    private long lastIndex = -1;

    private Disclosures(BufferedReader lines) {
        this.lines = lines;
    }

    /** Opens a file. */
    static Disclosures open(Path file) throws IOException {
        return new Disclosures(Files.newBufferedReader(file, StandardCharsets.UTF_8));
    }

    /** Writes a file that isn't there yet. */
    static Writer write(Path file) throws IOException {
        return new Writer(
                Files.newBufferedWriter(
                        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW));
    }

    /** A file that is being written. */
    record Writer(BufferedWriter out) implements AutoCloseable {

        void add(long index, Given given) throws IOException {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("leaf", index);
            line.put("salt", Base64.getEncoder().encodeToString(given.salt()));
            line.put("content", new String(given.content(), StandardCharsets.UTF_8));
            out.write(JSON.writeValueAsString(line));
            out.write('\n');
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    @Override
    public Optional<Given> of(long index) throws IOException {
        while (true) {
            JsonNode line = next == null ? read() : next;
            next = line;
            if (line == null || line.path("leaf").asLong(-1) > index) {
                return Optional.empty();
            }
            next = null;
            if (line.path("leaf").asLong(-1) == index) {
                return given(line);
            }
        }
    }

    private static Optional<Given> given(JsonNode line) {
        try {
            return Optional.of(
                    new Given(
                            Base64.getDecoder().decode(line.path("salt").asString("")),
                            line.path("content").asString("").getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private @Nullable JsonNode read() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = lines.read(); c >= 0 && c != '\n'; c = lines.read()) {
            if (line.length() == MOST_CHARACTERS) {
                throw new IOException("a line of more than " + MOST_CHARACTERS + " characters");
            }
            line.append((char) c);
        }
        if (line.isEmpty()) {
            return null;
        }
        try {
            JsonNode read = JSON.readTree(line.toString());
            long index = read.path("leaf").asLong(-1);
            if (index <= lastIndex) {
                throw new IOException("leaf " + index + " after leaf " + lastIndex);
            }
            lastIndex = index;
            return read;
        } catch (JacksonException e) {
            throw new IOException("after leaf " + lastIndex + ": not JSON", e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
