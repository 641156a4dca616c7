package org.danaya.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.danaya.base.Fault;

/**
 * How PostgreSQL's programs are run: in a session of their own, so that the terminal's interrupt
 * reaches Danaya alone, and never as root, whom PostgreSQL refuses. Started by root they run in a
 * user namespace, where root is nobody and its files still belong to it.
 */
final class PostgresCommand {

    private static final long PROBE_LIMIT_SECONDS = 10;

    private PostgresCommand() {}

    /**
     * A process to start, whose output is added to the log.
     *
     * @throws Fault with {@link StoreFault#ROOT_REFUSED} for root where user namespaces are
     *     forbidden
     */
    static ProcessBuilder of(Path log, List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            requireNamespaces();
            command.addAll(List.of("unshare", "--user"));
        }
        command.add("setsid");
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    static boolean isRoot() throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    }

    private static void requireNamespaces() throws IOException {
        Process probe;
        try {
            probe =
                    new ProcessBuilder("unshare", "--user", "true")
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException e) {
            throw new Fault(e, StoreFault.ROOT_REFUSED, String.valueOf(e.getMessage()));
        }
        String said =
                new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (!probe.waitFor(PROBE_LIMIT_SECONDS, TimeUnit.SECONDS) || probe.exitValue() != 0) {
                throw new Fault(StoreFault.ROOT_REFUSED, said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(e, StoreFault.ROOT_REFUSED, "interrupted");
        }
    }
}
