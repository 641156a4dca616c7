package org.danaya.edge;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets clients that speak HTTP/1.0 be heard, {@code openssl ocsp} among them, which the server
 * below would refuse. The head of such a request is read whole and written anew: as one of HTTP/1.1
 * whose connection ends with its answer (RFC 9112 §9.3), with a host where it names none.
 */
final class OldHttp implements Supplier<byte @Nullable []> {

    private static final String OLD = " HTTP/1.0";

    /** A longer line or head is left to the server, which refuses it. */
    private static final int MOST = 16_384;

    private final DataReader reader;
    private boolean begun;

    private OldHttp(DataReader reader) {
        this.reader = reader;
    }

    /** The connection with such requests written anew. */
    static ConnectionContext heard(ConnectionContext context) {
        return new Heard(context, DataReader.create(new OldHttp(context.dataReader())));
    }

    @Override
    public byte @Nullable [] get() {
        byte[] first = next();
        if (begun || first == null) {
            return first;
        }
        begun = true;
        byte[] line = until("\n", first);
        String text = new String(line, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        boolean old = end > 0 && text.substring(0, end).stripTrailing().endsWith(OLD);
        return old ? anew(until("\n\r\n", line)) : line;
    }

    /** What comes next; null where the client has closed. */
    private byte @Nullable [] next() {
        try {
            reader.ensureAvailable();
        } catch (DataReader.InsufficientDataAvailableException _) {
            return null;
        }
        return reader.readBytes(reader.available());
    }

    /** Reads on until there is this text, or too much without it. */
    private byte[] until(String mark, byte[] before) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before);
        while (!all.toString(StandardCharsets.ISO_8859_1).contains(mark) && all.size() < MOST) {
            byte[] more = next();
            if (more == null) {
                break;
            }
            all.writeBytes(more);
        }
        return all.toByteArray();
    }

    private static byte[] anew(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\r\n");
        if (end < 0) {
            return request;
        }
        String[] lines = text.substring(0, end).split("\r?\n", -1);
        StringBuilder head = new StringBuilder();
        head.append(lines[0].stripTrailing(), 0, lines[0].stripTrailing().length() - OLD.length());
        head.append(" HTTP/1.1\r\nConnection: close\r\n");
        boolean host = false;
        for (int i = 1; i < lines.length; i++) {
            String name = lines[i].toLowerCase(Locale.ROOT);
            host |= name.startsWith("host:");
            if (!name.startsWith("connection:") && !name.startsWith("keep-alive:")) {
                head.append(lines[i].stripTrailing()).append("\r\n");
            }
        }
        head.append(host ? "\r\n" : "Host: edge\r\n\r\n").append(text.substring(end + 3));
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The connection as it is, read through another reader. */
    private record Heard(ConnectionContext context, DataReader dataReader)
            implements ConnectionContext {

        @Override
        public ListenerContext listenerContext() {
            return context.listenerContext();
        }

        @Override
        public ExecutorService executor() {
            return context.executor();
        }

        @Override
        public DataWriter dataWriter() {
            return context.dataWriter();
        }

        @Override
        public Router router() {
            return context.router();
        }

        @Override
        public Optional<ProxyProtocolData> proxyProtocolData() {
            return context.proxyProtocolData();
        }

        @Override
        public HelidonSocket serverSocket() {
            return context.serverSocket();
        }

        @Override
        public PeerInfo remotePeer() {
            return context.remotePeer();
        }

        @Override
        public PeerInfo localPeer() {
            return context.localPeer();
        }

        @Override
        public boolean isSecure() {
            return context.isSecure();
        }

        @Override
        public String socketId() {
            return context.socketId();
        }

        @Override
        public String childSocketId() {
            return context.childSocketId();
        }
    }
}
