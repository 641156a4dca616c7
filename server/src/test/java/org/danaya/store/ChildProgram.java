package org.danaya.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A main class of the tests, run in a Java of its own, whose lines are read as they come. */
final class ChildProgram implements AutoCloseable {

    private static final long LIMIT_SECONDS = 120;

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private ChildProgram(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /** Starts a class, under a command such as {@code setpriv …} or under none. */
    static ChildProgram start(List<String> under, Class<?> type, String... arguments)
            throws IOException {
        return start(under, System.getProperty("java.class.path"), type, arguments);
    }

    /** Starts a class from a class path of its own. */
    static ChildProgram start(
            List<String> under, String classPath, Class<?> type, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(under);
        command.add(java());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m"));
        command.addAll(List.of("-cp", classPath, type.getName()));
        command.addAll(List.of(arguments));
        return new ChildProgram(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    long pid() {
        return process.pid();
    }

    /** The lines said until now. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Waits for a line, and gives it. */
    String await(Predicate<String> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (System.nanoTime() < deadline) {
            boolean over = ended.getCount() == 0;
            for (String line : lines()) {
                if (wanted.test(line)) {
                    return line;
                }
            }
            if (over) {
                break;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("No such line in " + lines());
    }

    /** Kills it as the power failing would, and reads what it had said. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        end();
    }

    /** Waits for its end. */
    int end() throws InterruptedException {
        ended.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            synchronized (lines) {
                lines.add("unreadable " + e);
            }
        } finally {
            ended.countDown();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
