package org.danaya.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is said on standard output and standard error, within a test: by this thread and by those
 * that it starts. What others log meanwhile, such as those of a platform that an earlier test
 * started, goes where it went before.
 */
public final class Heard implements AutoCloseable {

    private static final InheritableThreadLocal<@Nullable Heard> OF_THREAD =
            new InheritableThreadLocal<>();

    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err;

    private Heard(boolean together) {
        err = together ? out : new ByteArrayOutputStream();
        OF_THREAD.set(this);
        System.setOut(stream(out, outBefore));
        System.setErr(stream(err, errBefore));
    }

    /** Listens until it is closed. */
    public static Heard apart() {
        return new Heard(false);
    }

    /** Listens until it is closed, to both as one, as on a terminal. */
    public static Heard together() {
        return new Heard(true);
    }

    /** What was said on standard output until now; on both, where they are one. */
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was said on standard error until now; on both, where they are one. */
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(outBefore);
        System.setErr(errBefore);
        OF_THREAD.remove();
    }

    private PrintStream stream(OutputStream own, PrintStream others) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        now().write(one);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        now().write(bytes, from, length);
                    }

                    @Override
                    public void flush() throws IOException {
                        now().flush();
                    }

                    private OutputStream now() {
                        return OF_THREAD.get() == Heard.this ? own : others;
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }
}
