package org.danaya.defence.detection.findings;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lines in the order of their times; those of one time in the order in which they came.
 *
 * <p>So many bytes of lines are kept in memory. What is more is sorted and parked, part by part, in
 * one temporary file that only its owner can read and that has no name any more once it is open, so
 * that nothing of it is left whatever happens. For one thread; to be read once.
 */
final class SortedLines {

    /** What a kept line takes beside its own bytes, about. */
    private static final int BESIDE = 64;

    /** What is read ahead, of all parked parts together. */
    private static final int AHEAD = 16 << 20;

    private record Line(Instant time, String text) {}

    /** A parked part: what it holds stands between two places of the file. */
    private record Part(long from, long to) {}

    private final int most;
    private final List<Part> parts = new ArrayList<>();
    private List<Line> kept = new ArrayList<>();
    private long size;
    private @Nullable FileChannel parked;

    /**
     * Nothing yet.
     *
     * @param most how many bytes are kept in memory, about
     */
    SortedLines(int most) {
        this.most = most;
    }

    void add(Instant time, String text) {
        kept.add(new Line(time, text));
        size += (long) Character.BYTES * text.length() + BESIDE;
        if (size > most) {
            try {
                park();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Gives every line, and lets go of them. */
    void each(Consumer<String> sink) {
        kept.sort(Comparator.comparing(Line::time));
        try (FileChannel file = parked) {
            PriorityQueue<Source> sources =
                    new PriorityQueue<>(
                            Comparator.<Source, Instant>comparing(source -> source.head.time())
                                    .thenComparingInt(source -> source.place));
            if (file != null) {
                for (Part part : parts) {
                    Source.begin(sources, new PartReader(file, part, AHEAD / parts.size()));
                }
            }
            Source.begin(sources, kept.iterator());
            while (!sources.isEmpty()) {
                Source next = sources.remove();
                sink.accept(next.head.text());
                if (next.advance()) {
                    sources.add(next);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kept = List.of();
    }

    private void park() throws IOException {
        FileChannel file = parked;
        if (file == null) {
            file = temporary();
            parked = file;
        }
        kept.sort(Comparator.comparing(Line::time));
        long from = file.position();
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)));
        for (Line line : kept) {
            Instant time = line.time();
            out.writeLong(time.getEpochSecond());
            out.writeInt(time.getNano());
            byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
        out.flush();
        parts.add(new Part(from, file.position()));
        kept.clear();
        size = 0;
    }

    private static FileChannel temporary() throws IOException {
        Path file = Files.createTempFile("danaya-timeline", null);
        return FileChannel.open(
                file,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Sorted lines, of which the first is looked at. */
    private static final class Source {
        private final Iterator<Line> lines;
        private final int place;
        private Line head;

        private Source(Iterator<Line> lines, int place) {
            this.lines = lines;
            this.place = place;
            this.head = lines.next();
        }

        static void begin(PriorityQueue<Source> sources, Iterator<Line> lines) {
            if (lines.hasNext()) {
                sources.add(new Source(lines, sources.size()));
            }
        }

        boolean advance() {
            if (!lines.hasNext()) {
                return false;
            }
            head = lines.next();
            return true;
        }
    }

    private static final class PartReader implements Iterator<Line> {
        private final DataInputStream in;
        private final Part part;
        private long at;

        PartReader(FileChannel file, Part part, int ahead) {
            this.part = part;
            this.at = part.from();
            this.in =
                    new DataInputStream(
                            new BufferedInputStream(new From(file, part.from()), ahead));
        }

        @Override
        public boolean hasNext() {
            return at < part.to();
        }

        @Override
        public Line next() {
            try {
                Instant time = Instant.ofEpochSecond(in.readLong(), in.readInt());
                byte[] text = in.readNBytes(in.readInt());
                at += Long.BYTES + Integer.BYTES + Integer.BYTES + text.length;
                return new Line(time, new String(text, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A file from a place on, whatever others read of it. */
    private static final class From extends InputStream {
        private final FileChannel file;
        private long at;

        From(FileChannel file, long at) {
            this.file = file;
            this.at = at;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(into, offset, length), at);
            at += Math.max(0, read);
            return read;
        }
    }
}
