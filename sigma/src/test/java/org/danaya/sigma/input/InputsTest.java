package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and streams: progress, limits, disks that fail. */
final class InputsTest {

    @TempDir private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void progressGoesUpToTheSize() throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), "{\"a\":1}\n".repeat(50_000));
        try (InputFile input = Inputs.open(file, new Sizes(Inputs.LARGEST, 10_000))) {
            assertEquals(400_000, input.size());
            long before = 0;
            int parts = 0;
            while (input.next() != null) {
                assertTrue(input.read() >= before);
                before = input.read();
                parts++;
            }
            assertEquals(400_000, before);
            assertTrue(parts >= 33, parts + " parts");
        }
    }

    @Test
    void aStreamHasNoSize() throws IOException {
        InputStream stream = new ByteArrayInputStream(bytes("{\"a\":1}"));
        try (InputFile input = Inputs.of(stream, Inputs.LARGEST)) {
            assertEquals(InputFile.UNKNOWN_SIZE, input.size());
            assertEquals(7, input.read());
        }
    }

    @Test
    void partsStayGoodWhenTheInputIsClosed() throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), "{\"a\":1}\n{\"b\":2}\n{\"c\":3}\n");
        List<Part> parts = new ArrayList<>();
        try (InputFile input = Inputs.open(file, new Sizes(Inputs.LARGEST, 10))) {
            Part part = input.next();
            while (part != null) {
                parts.add(part);
                part = input.next();
            }
        }
        int[] events = new int[1];
        for (Part part : parts.reversed()) {
            part.read(
                    new EventSink() {
                        @Override
                        public void event(byte[] buffer, int from, int to) {
                            events[0]++;
                        }

                        @Override
                        public void setAside(Cause cause) {
                            throw new AssertionError(cause);
                        }
                    });
        }
        assertEquals(3, events[0]);
    }

    @Test
    void linesAreMixed() throws IOException {
        assertEquals(
                List.of(
                        "{\"a\":1}",
                        "{\"message\":\"  text \\\"\\\\\\u0001\"}",
                        "{\"facility\":1,\"severity\":5,\"message\":\"<13>x\"}",
                        "{broken",
                        "{\"message\":\"\\u00ff\"}".replace("\\u00ff", "\u00ff"),
                        "{\"b\":2} "),
                Collected.of(
                        "{\"a\":1}\r\n\n \t\r\n  text \"\\\u0001\r\n<13>x\n {broken\n\u00ff\n\u00ef\u00bb\u00bf{\"b\":2} "
                                .getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aLineThatIsTooLargeIsSetAsideWhateverTheBlocks() throws IOException {
        String text =
                "{\"a\":1}\n" + "x".repeat(101) + "\n" + "y".repeat(100) + "\n" + "z".repeat(5000);
        for (int block : List.of(1, 50, 101, 1 << 20)) {
            assertEquals(
                    List.of(
                            "{\"a\":1}",
                            "!event.too-large",
                            "{\"message\":\"" + "y".repeat(100) + "\"}",
                            "!event.too-large"),
                    Collected.of(bytes(text), new Sizes(100, block)));
        }
    }

    @Test
    void anEventOfAHundredMegabytesAndTenThousandLevelsIsGiven() throws IOException {
        byte[] deep = bytes("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + ",\"b\":\"");
        for (String before : List.of("", "{\n}\n")) {
            byte[] all = Arrays.copyOf(bytes(before), 100_000_000);
            Arrays.fill(all, before.length(), all.length, (byte) 'x');
            System.arraycopy(deep, 0, all, before.length(), deep.length);
            all[all.length - 2] = '"';
            all[all.length - 1] = '}';
            int[] longest = new int[1];
            try (InputFile input = Collected.open(all, new Sizes(128 << 20, Sizes.BLOCK))) {
                Part part = input.next();
                while (part != null) {
                    part.read(
                            new EventSink() {
                                @Override
                                public void event(byte[] buffer, int from, int to) {
                                    longest[0] = Math.max(longest[0], to - from);
                                }

                                @Override
                                public void setAside(Cause cause) {
                                    throw new AssertionError(cause);
                                }
                            });
                    part = input.next();
                }
            }
            assertEquals(all.length - before.length(), longest[0]);
        }
    }

    @Test
    void whatIsMissingOrFailsIsThrown() throws IOException {
        assertThrows(
                NoSuchFileException.class,
                () -> Inputs.open(folder.resolve("none"), Inputs.LARGEST));
        assertThrows(IOException.class, () -> Inputs.open(folder, Inputs.LARGEST));
        assertThrows(IllegalArgumentException.class, () -> Inputs.open(folder, 0));
        boolean[] closed = new boolean[1];
        InputStream failing =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk fails");
                    }

                    @Override
                    public int read(byte[] target, int from, int count) throws IOException {
                        throw new IOException("the disk fails");
                    }

                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                };
        assertThrows(IOException.class, () -> Inputs.of(failing, Inputs.LARGEST));
        assertTrue(closed[0]);
    }

    @Test
    void everyCauseIsInTheReference() throws IOException {
        String reference = Files.readString(Path.of("../docs/reference/detect-inputs.md"));
        Stream<String> codes =
                Stream.concat(
                        Stream.of(Cause.values()).map(Cause::code),
                        Stream.of(InputFolder.Why.values()).map(InputFolder.Why::code));
        assertEquals(
                List.of(), codes.filter(code -> !reference.contains("`" + code + "`")).toList());
    }
}
