package org.danaya.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The address of a server that comes and goes, until it is cut. A port that is given back may be
 * somebody else's when it is wanted again: this one is kept, and whoever connects while no server
 * is there is hung up on.
 */
public final class Cable implements AutoCloseable {

    private final ServerSocket socket;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private volatile @Nullable URI server;

    public Cable() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the server is asked, whether it is there or not. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** From now on it leads to a server, whose address has a port. */
    public Cable to(URI address) {
        server = address;
        return this;
    }

    /** From now on it leads nowhere; what was connected stays. */
    public void toNone() {
        server = null;
    }

    private void accept() {
        try {
            while (true) {
                connect(socket.accept());
            }
        } catch (IOException _) {
            // It was cut.
        }
    }

    private void connect(Socket here) throws IOException {
        URI address = server;
        if (address == null) {
            here.close();
            return;
        }
        try {
            Socket there = new Socket(address.getHost(), address.getPort());
            ends.add(here);
            ends.add(there);
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

    /** Cuts it, and what is connected. */
    @Override
    public void close() {
        try {
            socket.close();
            for (Socket end : ends) {
                end.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
