package org.danaya.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes of PostgreSQL that work on one cluster.
 *
 * <p>They are known by their program, unpacked into this home, or by their working folder, which
 * for a server and all its helpers is the cluster. So they are found whatever {@code
 * postmaster.pid} says, and a process that merely got a dead server's number is never taken for
 * one.
 */
final class ClusterProcesses {

    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration HELPERS_LIMIT = Duration.ofSeconds(3);

    private final Path cluster;

    ClusterProcesses(Path cluster) {
        this.cluster = cluster;
    }

    /** All of them. */
    List<ProcessHandle> all() {
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes.filter(this::worksHere).toList();
        }
    }

    /** The server's main process, if one runs. */
    Optional<ProcessHandle> server() {
        return PostmasterFile.read(cluster)
                .flatMap(
                        file ->
                                all().stream()
                                        .filter(process -> process.pid() == file.pid())
                                        .findFirst());
    }

    /**
     * Ends them all: asks the server to cut its connections and shut down in order, and kills what
     * is left when the limit has passed. Helpers without a server end by themselves, or are killed.
     */
    void stop(Duration limit) throws IOException, InterruptedException {
        Optional<ProcessHandle> server = server();
        if (server.isPresent()) {
            signal("INT", server.get().pid());
        }
        if (!gone(server.isPresent() ? limit : HELPERS_LIMIT)) {
            for (ProcessHandle process : all()) {
                signal("KILL", process.pid());
            }
            gone(limit);
        }
    }

    /** Waits until none is left; whether that came true in time. */
    boolean gone(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!all().isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }

    /** Sends a signal; does nothing to a process that is gone. */
    static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Whether a process has become one of them. */
    boolean worksHere(ProcessHandle process) {
        Path directory = Path.of("/proc", Long.toString(process.pid()));
        try {
            Path program = Files.readSymbolicLink(directory.resolve("exe"));
            return isOfHome(program)
                    || (program.getFileName().toString().startsWith("postgres")
                            && Files.readSymbolicLink(directory.resolve("cwd"))
                                    .equals(cluster.toRealPath()));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a program was unpacked into the folder that the cluster is in. */
    private boolean isOfHome(Path program) throws IOException {
        Path parent = cluster.toRealPath().resolveSibling("");
        return program.startsWith(parent)
                && parent.relativize(program)
                        .getName(0)
                        .toString()
                        .startsWith(PostgresBinaries.PREFIX);
    }
}
