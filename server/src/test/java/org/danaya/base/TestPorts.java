package org.danaya.base;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports for servers whose address must be known before they listen. */
public final class TestPorts {

    /** Below the ports that Linux gives out by itself, which others may get at any moment. */
    private static final int FIRST = 15_000;

    private static final int COUNT = 16_000;

    /** The programs that run tests beside each other have process ids that differ by little. */
    private static final int OF_ONE_PROGRAM = 101;

    private static final AtomicInteger NEXT =
            new AtomicInteger(
                    (int) (ProcessHandle.current().pid() % COUNT * OF_ONE_PROGRAM % COUNT));

    private TestPorts() {}

    /** One that nobody listens at, and that no other call gives. */
    public static int free() throws IOException {
        IOException last = new IOException("No port was tried");
        for (int tried = 0; tried < OF_ONE_PROGRAM; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }
}
