package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that are still being written: what has come is given out before more is waited for. */
final class LiveTest {

    /** Gives what was written; that it is asked when nothing is there is an error. */
    private static final class Written extends InputStream {

        private final Deque<byte[]> pieces = new ArrayDeque<>();
        private boolean ended;

        private void write(String text) {
            pieces.add(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            throw new AssertionError("byte by byte");
        }

        @Override
        public int read(byte[] target, int from, int count) {
            byte[] piece = pieces.poll();
            if (piece == null) {
                if (!ended) {
                    throw new AssertionError("waits for what isn't there");
                }
                return -1;
            }
            int length = Math.min(count, piece.length);
            System.arraycopy(piece, 0, target, from, length);
            if (length < piece.length) {
                pieces.addFirst(Arrays.copyOfRange(piece, length, piece.length));
            }
            return length;
        }

        @Override
        public int available() {
            return pieces.isEmpty() ? 0 : pieces.getFirst().length;
        }
    }

    private static List<String> next(InputFile input) throws IOException {
        List<String> events = new ArrayList<>();
        Part part = input.next();
        assertNotNull(part);
        part.read(
                new EventSink() {
                    @Override
                    public void event(byte[] buffer, int from, int to) {
                        events.add(new String(buffer, from, to - from, StandardCharsets.UTF_8));
                    }

                    @Override
                    public void setAside(Cause cause) {
                        events.add(cause.code());
                    }
                });
        return events;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}\n", "{\"a\":1}\n{\"b\":2}\n", "\n{}\n"})
    void aLineIsGivenWhenItHasCome(String first) throws IOException {
        Written stream = new Written();
        stream.write(first);
        try (InputFile input = Inputs.of(stream, Inputs.LARGEST)) {
            assertEquals(Format.JSON_LINES, input.format());
            assertEquals(first.strip().lines().toList(), next(input));
            stream.write("{\"c\":");
            stream.write("3}\n{\"d");
            assertEquals(List.of("{\"c\":3}"), next(input));
            stream.write("\":4}");
            stream.ended = true;
            assertEquals(List.of("{\"d\":4}"), next(input));
            assertNull(input.next());
        }
    }

    @Test
    void anObjectIsGivenWhenItHasCome() throws IOException {
        Written stream = new Written();
        stream.write("[");
        stream.write("\n");
        stream.write("{\n\"a\":1\n},\n");
        try (InputFile input = Inputs.of(stream, Inputs.LARGEST)) {
            assertEquals(Format.JSON, input.format());
            assertEquals(List.of("{\n\"a\":1\n}"), next(input));
            stream.write("{");
            stream.write("}]");
            stream.ended = true;
            assertEquals(List.of("{}"), next(input));
            assertNull(input.next());
        }
    }
}
