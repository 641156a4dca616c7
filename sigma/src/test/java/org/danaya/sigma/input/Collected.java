package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything that an input gives, in its order: events as they are, the rest as {@code !code}. */
final class Collected implements EventSink {

    private final List<String> all = new ArrayList<>();

    private Collected() {}

    static List<String> of(InputFile input) throws IOException {
        Collected collected = new Collected();
        try (input) {
            Part part = input.next();
            while (part != null) {
                part.read(collected);
                part = input.next();
            }
        }
        return collected.all;
    }

    static List<String> of(byte[] bytes) throws IOException {
        return of(bytes, new Sizes(Inputs.LARGEST, Sizes.BLOCK));
    }

    static List<String> of(byte[] bytes, Sizes sizes) throws IOException {
        return of(open(bytes, sizes));
    }

    static List<String> of(String text) throws IOException {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Format format(byte[] bytes) throws IOException {
        try (InputFile input = open(bytes, new Sizes(Inputs.LARGEST, Sizes.BLOCK))) {
            return input.format();
        }
    }

    static InputFile open(byte[] bytes, Sizes sizes) throws IOException {
        InputStream stream = new ByteArrayInputStream(bytes);
        return Inputs.of(new Stored(stream, bytes.length), null, sizes);
    }

    @Override
    public void event(byte[] buffer, int from, int to) {
        assertTrue(buffer.length - to >= 8, "eight bytes behind an event");
        assertTrue(from < to && buffer[from] == '{', "an object, as its first byte says");
        all.add(new String(buffer, from, to - from, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void setAside(Cause cause) {
        all.add("!" + cause.code());
    }
}
