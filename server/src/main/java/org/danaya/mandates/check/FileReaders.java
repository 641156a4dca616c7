package org.danaya.mandates.check;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.danaya.base.Fault;
import org.danaya.trust.validation.ValidationFault;

/**
 * Looks into files that strangers send: each within a time, each in a process of its own ({@link
 * ReadingProcess}) that has little memory and none of this one's, and that is ended when it takes
 * too long. How many are open at once is for who asks to see to ({@link Turns}). For any number of
 * threads.
 */
final class FileReaders implements AutoCloseable {

    /** How long a file gets. */
    static final Duration MOST = Duration.ofSeconds(20);

    /** How long a process gets to begin: on a busy machine no file is hard for that. */
    private static final Duration BEGINNING = Duration.ofMinutes(2);

    private static final String HEAP = "-Xmx384m";
    private static final String LAUNCHER =
            "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final Duration most;
    private final Deque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    FileReaders() {
        this(MOST);
    }

    /**
     * @param most how long a file gets
     */
    FileReaders(Duration most) {
        this.most = most;
    }

    /** A process, and the ends of its pipes. */
    private record Reader(Process process, DataOutputStream to, DataInputStream from) {

        Sight ask(byte[] file) throws IOException {
            to.writeInt(file.length);
            to.write(file);
            to.flush();
            return ReadingProcess.read(from);
        }

        void end() {
            process.destroyForcibly();
        }
    }

    /**
     * Looks into a file.
     *
     * @throws Fault {@link ValidationFault#BUSY}
     */
    Sight look(byte[] file) {
        try {
            return looked(file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(e, ValidationFault.BUSY);
        }
    }

    private Sight looked(byte[] file) throws InterruptedException {
        Reader waiting = idle.poll();
        if (waiting != null) {
            Answer answer = ask(waiting, file);
            if (!(answer instanceof Answer.None)) {
                return answer.sight();
            }
            // It may have ended by itself, after a time without work.
        }
        return ask(begun(), file).sight();
    }

    private sealed interface Answer {

        record Given(Sight sight) implements Answer {}

        /** The process is there no more. */
        record None() implements Answer {
            @Override
            public Sight sight() {
                return new Sight.TooHard();
            }
        }

        record Late() implements Answer {
            @Override
            public Sight sight() {
                return new Sight.TooHard();
            }
        }

        Sight sight();
    }

    private Answer ask(Reader reader, byte[] file) throws InterruptedException {
        boolean good = false;
        try {
            Sight sight = within(most, () -> reader.ask(file));
            good = true;
            return new Answer.Given(sight);
        } catch (TimeoutException _) {
            return new Answer.Late();
        } catch (ExecutionException _) {
            return new Answer.None();
        } finally {
            if (good && !closed) {
                idle.push(reader);
            } else {
                reader.end();
            }
        }
    }

    /** A process that waits for its first file. */
    private static Reader begun() throws InterruptedException {
        Reader reader = start();
        boolean begun = false;
        try {
            begun = within(BEGINNING, () -> ReadingProcess.begun(reader.from()));
        } catch (TimeoutException | ExecutionException e) {
            throw new Fault(e, ValidationFault.BUSY);
        } finally {
            if (!begun) {
                reader.end();
            }
        }
        return reader;
    }

    private static <T> T within(Duration most, Callable<T> work)
            throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("reading").start(task);
        return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Reader start() {
        ProcessBuilder builder =
                new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD);
        // It has no business with what this program was told in secret.
        builder.environment().clear();
        try {
            Process process = builder.start();
            return new Reader(
                    process,
                    new DataOutputStream(process.getOutputStream()),
                    new DataInputStream(new BufferedInputStream(process.getInputStream())));
        } catch (IOException e) {
            throw new Fault(e, ValidationFault.BUSY);
        }
    }

    private static List<String> command() {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                "-Xss512k",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:-UsePerfData",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path")));
        if (isOneJar()) {
            command.add("-Dloader.main=" + ReadingProcess.class.getName());
            command.add(LAUNCHER);
        } else {
            command.add(ReadingProcess.class.getName());
        }
        return command;
    }

    /** Whether the program runs from one file, with its libraries within. */
    private static boolean isOneJar() {
        return String.valueOf(FileReaders.class.getProtectionDomain().getCodeSource().getLocation())
                .startsWith("jar:nested:");
    }

    /** How many processes wait for work. */
    int waiting() {
        return idle.size();
    }

    @Override
    public void close() {
        closed = true;
        for (Reader each = idle.poll(); each != null; each = idle.poll()) {
            each.end();
        }
    }
}
