package org.danaya.mandates.status;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.ProxySettings;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.crypto.TestTokens;
import org.danaya.edge.Edge;
import org.danaya.edge.EdgeAlone;
import org.danaya.edge.EdgeSettings;
import org.danaya.edge.LogOnDisk;
import org.danaya.log.TestLeaves;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.TestMandates;
import org.danaya.page.Words;
import org.danaya.store.Home;
import org.danaya.store.StoreSettings;
import org.danaya.verify.SignedNote;
import org.danaya.verify.VerifierKey;

/** A register, what is published of it, and an edge that runs alone and serves it. */
public final class TestStatus implements AutoCloseable {

    public static final Words WORDS = Words.load();

    public final TestMandates kit = new TestMandates();
    public final MandateKeys keys;
    public final MandateSeals seals;
    public final StatusPublisher publisher;
    public final Path folder;
    final LogOnDisk log;

    /** Who signs the checkpoints. */
    LogOnDisk signer;

    private final Edge edge;
    private final HttpClient client = HttpClient.newHttpClient();

    /** In an empty folder. */
    public TestStatus(Path folder) {
        this.folder = folder;
        Home home = Home.open(folder);
        log = new LogOnDisk(home.log(), "example.org/log");
        log.grow(1, "one");
        signer = log;
        keys =
                new MandateKeys(
                        kit.people.jdbc,
                        new MandateKeys.Tokens(
                                TestTokens.inFiles(home.keys().resolve("inner")),
                                TestTokens.inFiles(home.keys().resolve("edge"))),
                        Duration.ofDays(30),
                        TestLeaves.on(kit.people.jdbc),
                        kit.people.transactions,
                        kit.people.told::add,
                        kit.clock);
        seals =
                new MandateSeals(
                        kit.people.jdbc,
                        keys,
                        new ScopeWords(WORDS),
                        kit.people.transactions,
                        kit.people.told::add,
                        ZoneOffset.UTC,
                        kit.clock);
        edge =
                EdgeAlone.start(
                        settings(folder),
                        WORDS,
                        Clock.systemUTC(),
                        at -> List.of(new MandateFiles(at.published())));
        publisher = publisher(home);
    }

    private StatusPublisher publisher(Home home) {
        String address = edge.address().toString();
        return new StatusPublisher(
                kit.mandates.whole(),
                keys,
                new StatusTokens(keys, address, Duration.ofDays(7)),
                new LogView() {
                    @Override
                    public Optional<VerifierKey> key() {
                        return Optional.of(log.key());
                    }

                    @Override
                    public Optional<SignedNote> checkpoint() {
                        return Optional.of(signer.sign(log.checkpoint()));
                    }
                },
                new Installation(
                        "ML",
                        "Mali",
                        "Mali",
                        true,
                        "",
                        () -> "https://example.org",
                        address,
                        List::of),
                PublishedFolder.of(home.published()),
                home.restored(),
                Duration.ofHours(1),
                kit.clock);
    }

    private static Settings settings(Path folder) {
        List<Setting<?>> known = new ArrayList<>(EdgeSettings.ALL);
        known.addAll(ProxySettings.ALL);
        known.add(StoreSettings.HOME);
        return Settings.of(known, Map.of("home", folder.toString(), "edge-port", "0"));
    }

    /** The text of the QR of a mandate. */
    public String seal(Mandate.Head head) {
        return seals.seal(known(head)).text();
    }

    public Known known(Mandate.Head head) {
        return kit.mandates.register().get(head.id());
    }

    /** Asks the edge. */
    public HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path));
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

    public URI address() {
        return edge.address();
    }

    @Override
    public void close() {
        publisher.close();
        client.close();
        edge.close();
    }
}
