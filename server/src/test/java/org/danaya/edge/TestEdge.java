package org.danaya.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.danaya.base.ProxySettings;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.page.Words;
import org.danaya.store.StoreSettings;

/** An edge that runs alone on a free port, and ways to ask it. */
final class TestEdge implements AutoCloseable {

    static final Words WORDS = Words.load();

    private static final int PATIENCE_MILLIS = 120_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Edge edge;

    private TestEdge(Edge edge) {
        this.edge = edge;
    }

    /** Settings for an edge on this home, with some given by key and value, in turn. */
    static Settings settings(Path home, String... given) {
        List<Setting<?>> known = new ArrayList<>(EdgeSettings.ALL);
        known.addAll(ProxySettings.ALL);
        known.add(StoreSettings.HOME);
        Map<String, String> values = new HashMap<>();
        values.put("home", home.toString());
        values.put("edge-port", "0");
        // No machine is so slow that a limit is reached which a test doesn't mean to reach.
        values.put("edge.request-timeout", "10m");
        for (int i = 0; i < given.length; i += 2) {
            values.put(given[i], given[i + 1]);
        }
        return Settings.of(known, values);
    }

    static TestEdge on(Path home, String... given) {
        return new TestEdge(EdgeAlone.start(settings(home, given), WORDS, Clock.systemUTC()));
    }

    static TestEdge of(Edge edge) {
        return new TestEdge(edge);
    }

    URI address() {
        return edge.address();
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return ask("GET", path, new byte[0], headers);
    }

    HttpResponse<byte[]> ask(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(edge.address().resolve(path))
                        .method(
                                method,
                                body.length == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes as they are, and gives all that comes until the server closes. */
    String raw(byte[] bytes) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return rest(socket);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(edge.address().getHost(), edge.address().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** A connection of a client that takes no more than so many bytes before it reads them. */
    Socket connect(int bytes) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(bytes);
        socket.connect(new InetSocketAddress(edge.address().getHost(), edge.address().getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    static String rest(Socket socket) throws IOException {
        try (InputStream stream = socket.getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Ends it, and gives what is being answered so long. */
    void close(Duration grace) {
        edge.close(grace);
    }

    @Override
    public void close() {
        client.close();
        edge.close();
    }
}
