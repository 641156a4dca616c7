package org.danaya.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.danaya.base.ProxySettings;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyFolder;
import org.danaya.edge.EdgeSettings;
import org.danaya.page.Words;
import org.danaya.store.Home;
import org.danaya.store.StoreSettings;
import org.danaya.verify.VerifierKey;

/** A witness on a free port, and ways to ask it. */
final class TestWitness implements AutoCloseable {

    static final String NAME = "witness.example/w1";
    private static final Words WORDS = Words.load();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path home;
    private final WitnessAlone witness;

    private TestWitness(Path home, WitnessAlone witness) {
        this.home = home;
        this.witness = witness;
    }

    /** Starts a witness for the logs of these keys; its home may have been used before. */
    static TestWitness start(Path home, VerifierKey... logs) {
        try {
            Files.createDirectories(home);
            StringBuilder lines = new StringBuilder("quorum none\n");
            for (VerifierKey log : logs) {
                lines.append("log ").append(log.vkey()).append('\n');
            }
            Path file = home.resolve("logs");
            Files.writeString(file, lines);
            return new TestWitness(
                    home,
                    WitnessAlone.start(
                            settings(
                                    "home",
                                    home.toString(),
                                    "edge-port",
                                    "0",
                                    "witness.name",
                                    NAME,
                                    "witness.logs-file",
                                    file.toString()),
                            WORDS,
                            Clock.systemUTC()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Settings settings(String... given) {
        List<Setting<?>> known = new ArrayList<>(EdgeSettings.ALL);
        known.addAll(ProxySettings.ALL);
        known.addAll(WitnessSettings.ALL);
        known.add(StoreSettings.HOME);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            values.put(given[i], given[i + 1]);
        }
        return Settings.of(known, values);
    }

    URI address() {
        return witness.address();
    }

    List<VerifierKey> keys() {
        return WitnessKeys.findOrMake(new KeyFolder(Home.open(home).keys()), NAME).verifiers();
    }

    HttpResponse<String> add(String body) {
        return add(body.getBytes(UTF_8));
    }

    HttpResponse<String> add(byte[] body) {
        return send(
                HttpRequest.newBuilder(witness.address().resolve("add-checkpoint"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(witness.address().resolve(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        witness.close();
    }
}
