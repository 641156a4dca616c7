package org.danaya.access;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server on this machine that keeps what it is given (RFC 5321, as much as it takes). */
public final class FakeMailServer implements AutoCloseable {

    /** A mail as it came: for whom, and the whole message. */
    public record Mail(String to, String message) {

        public ByteArrayInputStream stream() {
            return new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** What came. Guarded by itself. */
    public final List<Mail> mails = new CopyOnWriteArrayList<>();

    private final ServerSocket socket;

    public FakeMailServer() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.ISO_8859_1)),
                        new OutputStreamWriter(
                                client.getOutputStream(), StandardCharsets.US_ASCII));
            } catch (IOException _) {
                // The client is gone, or the server is closed.
            }
        }
    }

    private void talk(BufferedReader from, Writer to) throws IOException {
        say(to, "220 exemple");
        String recipient = "";
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            String verb = line.replaceFirst("[ :].*", "").toUpperCase(Locale.ROOT);
            if (verb.equals("RCPT")) {
                recipient = line.replaceFirst(".*<(.*)>.*", "$1");
            }
            if (verb.equals("DATA")) {
                say(to, "354 go on");
                mails.add(new Mail(recipient, message(from)));
            }
            say(to, verb.equals("QUIT") ? "221 bye" : "250 yes");
            if (verb.equals("QUIT")) {
                return;
            }
        }
    }

    private static String message(BufferedReader from) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = from.readLine();
                line != null && !line.equals(".");
                line = from.readLine()) {
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return message.toString();
    }

    private static void say(Writer to, String line) throws IOException {
        to.write(line + "\r\n");
        to.flush();
    }
}
