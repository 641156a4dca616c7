package org.danaya.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.danaya.base.Settings;
import org.danaya.log.PublicLog;
import org.danaya.page.Invocation;
import org.danaya.page.Words;
import org.danaya.verify.VerifierKey;
import org.danaya.witness.WitnessAlone;

/**
 * The witness of a demonstration: another process in life, in the hands of somebody else; here
 * beside the platform, in a home of its own.
 *
 * @param policy the file by which the platform asks it, and by which anybody checks
 */
record DemoWitness(Invocation invocation, Path folder, int port, Path policy) {

    private static final String NAME = "temoin-exemple";

    /** Makes its key, and the policy that names it. */
    static DemoWitness in(Path folder, Invocation invocation) throws IOException {
        Files.createDirectories(folder);
        int port = freePort();
        DemoWitness witness = new DemoWitness(invocation, folder, port, folder.resolve("policy"));
        VerifierKey key = WitnessAlone.key(witness.settings());
        Files.writeString(
                witness.policy(),
                "witness %s %s http://127.0.0.1:%d/%nquorum %s%n"
                        .formatted(NAME, key.vkey(), port, NAME));
        return witness;
    }

    /** Begins to witness the platform's log. */
    WitnessAlone start(Platform platform) throws IOException {
        Files.writeString(
                folder.resolve("logs"),
                "quorum none\nlog "
                        + platform.bean(PublicLog.class).keys().getFirst().vkey()
                        + "\n");
        return WitnessAlone.start(settings(), Words.load(), Clock.systemUTC());
    }

    private Settings settings() {
        return invocation
                .configuration()
                .apply(
                        Map.of(
                                "home", folder.toString(),
                                "edge-port", Integer.toString(port),
                                "witness.name", NAME,
                                "witness.logs-file", folder.resolve("logs").toString()));
    }

    /** A port that is free now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
