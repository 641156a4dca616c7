package org.danaya.mandates.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Carries bytes to a server, until it is cut. */
final class Cable implements AutoCloseable {

    private final ServerSocket socket;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();

    Cable(int to) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(to));
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept(int to) {
        try {
            while (!socket.isClosed()) {
                Socket here = socket.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), to);
                ends.add(here);
                ends.add(there);
                Thread.ofVirtual().start(() -> carry(here, there));
                Thread.ofVirtual().start(() -> carry(there, here));
            }
        } catch (IOException _) {
            // It was cut.
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
    public void close() throws IOException {
        socket.close();
        for (Socket end : ends) {
            end.close();
        }
    }
}
