package org.danaya.mandates.check;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;

/**
 * The program that opens strangers' pictures and PDFs, in a process of its own with little memory,
 * which {@link FileReaders} ends when it takes too long. It reads files from its standard input and
 * answers on its standard output, one after the other; it opens no file and no connection.
 */
final class ReadingProcess {

    /** It ends when nobody asked it anything for so long. */
    private static final long IDLE_SECONDS = 60;

    /** Nobody waits for an answer any more: not even whoever should have ended it. */
    private static final long LOST_SECONDS = 60;

    /** What it says first: it waits for files. */
    private static final int READY = 5;

    private static final int PICTURE = 1;
    private static final int PAGES = 2;
    private static final int OTHER = 3;
    private static final int TOO_LARGE = 4;

    private ReadingProcess() {}

    /** Never called by this program itself. */
    @SuppressWarnings("SystemOut") // what libraries print must not come between the answers
    public static void main(String[] arguments) throws IOException {
        DataOutputStream out = new DataOutputStream(System.out);
        PrintStream err = System.err;
        System.setOut(err);
        ImageIO.setUseCache(false);
        DataInputStream in = new DataInputStream(System.in);
        AtomicLong since = new AtomicLong(System.nanoTime());
        watch(since);
        out.writeByte(READY);
        out.flush();
        while (true) {
            byte[] file;
            try {
                file = in.readNBytes(in.readInt());
            } catch (EOFException _) {
                return;
            }
            since.set(System.nanoTime());
            write(look(file), out);
            out.flush();
            since.set(System.nanoTime());
        }
    }

    private static void watch(AtomicLong since) {
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            long most = Math.max(IDLE_SECONDS, LOST_SECONDS) * 1_000_000_000;
                            while (System.nanoTime() - since.get() < most) {
                                try {
                                    Thread.sleep(1_000);
                                } catch (InterruptedException _) {
                                    break;
                                }
                            }
                            Runtime.getRuntime().halt(0);
                        });
    }

    /** What is in a file. */
    static Sight look(byte[] file) {
        return Exhibits.isPdf(file) ? PdfPictures.look(file) : QrPictures.read(file);
    }

    private static void write(Sight sight, DataOutputStream out) throws IOException {
        switch (sight) {
            case Sight.Picture(List<String> texts) -> {
                out.writeByte(PICTURE);
                write(texts, out);
            }
            case Sight.Pages(List<String> texts, boolean scan) -> {
                out.writeByte(PAGES);
                out.writeBoolean(scan);
                write(texts, out);
            }
            case Sight.Other() -> out.writeByte(OTHER);
            case Sight.TooLarge(), Sight.TooHard() -> out.writeByte(TOO_LARGE);
        }
    }

    private static void write(List<String> texts, DataOutputStream out) throws IOException {
        out.writeByte(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    /** Waits until the process waits for files. */
    static boolean begun(DataInputStream in) throws IOException {
        int said = in.readUnsignedByte();
        if (said != READY) {
            throw new IOException("no beginning: " + said);
        }
        return true;
    }

    /** Reads an answer of the process: it may be anybody's by now, so that nothing is believed. */
    static Sight read(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case PICTURE -> new Sight.Picture(texts(in));
            case PAGES -> {
                boolean scan = in.readBoolean();
                yield new Sight.Pages(texts(in), scan);
            }
            case OTHER -> new Sight.Other();
            case TOO_LARGE -> new Sight.TooLarge();
            default -> throw new IOException("no answer: " + kind);
        };
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readUnsignedByte();
        if (count > QrPictures.MOST_CODES) {
            throw new IOException("no answer: " + count + " codes");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
