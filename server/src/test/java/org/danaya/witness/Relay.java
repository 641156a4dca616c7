package org.danaya.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The address of a witness that comes and goes. A port that is given back may be somebody else's
 * when it is wanted again: this one is kept for as long as the test lasts, and whoever connects
 * while no witness is there is hung up on.
 */
final class Relay implements AutoCloseable {

    private final ServerSocket socket;
    private volatile @Nullable URI witness;

    Relay() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the witness is asked, whether it is there or not. */
    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    /** From now on a witness answers. */
    void to(TestWitness there) {
        witness = there.address();
    }

    /** From now on none answers. */
    void toNone() {
        witness = null;
    }

    private void accept() {
        try {
            while (true) {
                connect(socket.accept());
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private void connect(Socket here) throws IOException {
        URI address = witness;
        if (address == null) {
            here.close();
            return;
        }
        try {
            Socket there = new Socket(address.getHost(), address.getPort());
            Thread.ofVirtual().start(() -> carry(here, there));
            Thread.ofVirtual().start(() -> carry(there, here));
        } catch (IOException _) {
            here.close();
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One end is closed.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
