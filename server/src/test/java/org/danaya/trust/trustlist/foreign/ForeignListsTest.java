package org.danaya.trust.trustlist.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.store.TestDatabase;
import org.danaya.trust.trustlist.TestLists;
import org.danaya.trust.trustlist.TestLists.Signing;
import org.danaya.trust.trustlist.TrustlistSettings;
import org.danaya.trust.trustlist.foreign.ForeignLists.Foreign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of others: taken when right, refused for what they are, and unusable once they are old. */
class ForeignListsTest {

    private static final Signing SIGNER = TestLists.key("foreign", KeyAlgorithm.EC_P256);
    private static final Signing OTHER = TestLists.key("foreign-other", KeyAlgorithm.EC_P256);

    private final ForeignListTable table =
            new ForeignListTable(JdbcClient.create(TestDatabase.freshSource()));

    @TempDir Path folder;
    private HttpServer server;
    private volatile byte[] served = {};
    private Path named;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/tl.xml",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(served);
                    }
                });
        server.createContext(
                "/moved.xml",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/tl.xml");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        server.start();
        named = folder.resolve("lists");
        Files.write(folder.resolve("signer.cer"), SIGNER.certificate());
        name("http://127.0.0.1:" + server.getAddress().getPort() + "/tl.xml");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRightListIsKeptAndStaysUsableUntilItIsOld() throws Exception {
        ForeignLists lists = lists(Clock.systemUTC());
        assertThat(one(lists)).isInstanceOf(Foreign.Unusable.class);
        served = list(7, SIGNER);
        lists.look();
        assertThat(one(lists))
                .isInstanceOfSatisfying(
                        Foreign.Usable.class,
                        usable -> assertThat(usable.list().scheme().sequence()).isEqualTo(7));
        served = "gone".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        lists.look();
        assertThat(one(lists))
                .isInstanceOfSatisfying(
                        Foreign.Usable.class,
                        usable -> assertThat(usable.problem()).startsWith("unreadable"));
        Instant late = Instant.now().plus(Duration.ofDays(200));
        assertThat(one(lists(Clock.fixed(late, ZoneOffset.UTC))))
                .isInstanceOfSatisfying(
                        Foreign.Unusable.class,
                        old -> assertThat(old.problem()).startsWith("expired"));
    }

    @Test
    void foreignRolledBackForgedMovedAndMissingListsAreNotTaken() throws Exception {
        ForeignLists lists = lists(Clock.systemUTC());
        served = list(7, OTHER);
        lists.look();
        assertThat(problem(lists)).startsWith("other-signer");
        served = list(7, SIGNER);
        lists.look();
        served = list(6, SIGNER);
        lists.look();
        assertThat(one(lists))
                .isInstanceOfSatisfying(
                        Foreign.Usable.class,
                        usable -> {
                            assertThat(usable.problem()).startsWith("rolled-back");
                            assertThat(usable.list().scheme().sequence()).isEqualTo(7);
                        });
        name("http://127.0.0.1:" + server.getAddress().getPort() + "/moved.xml");
        lists.look();
        assertThat(problem(lists)).startsWith("unreachable").contains("302");
        Files.write(folder.resolve("local.xml"), list(1, SIGNER));
        name("local.xml");
        lists.look();
        assertThat(one(lists)).isInstanceOf(Foreign.Usable.class);
        name("missing.xml");
        lists.look();
        assertThat(problem(lists)).startsWith("unreachable");
    }

    @Test
    void aKeptListThatWasTamperedWithInTheDatabaseIsNotUsed() throws Exception {
        ForeignLists lists = lists(Clock.systemUTC());
        served = list(7, SIGNER);
        lists.look();
        String address = one(lists).address();
        byte[] forged =
                new String(served, java.nio.charset.StandardCharsets.UTF_8)
                        .replace("Bamako", "Banako")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        table.right(address, forged, Instant.now());
        assertThat(one(lists)).isInstanceOf(Foreign.Unusable.class);
        assertThat(lists.documents()).isEmpty();
    }

    private ForeignLists lists(Clock clock) {
        return new ForeignLists(
                Settings.of(
                        TrustlistSettings.ALL, Map.of("trustlist.foreign-file", named.toString())),
                table,
                clock);
    }

    private void name(String address) throws Exception {
        Files.writeString(named, "# exemple\n\n" + address + " signer.cer\n");
    }

    private static byte[] list(long sequence, Signing signing) {
        return TestLists.signed(
                TestLists.example(OTHER.certificate(), sequence, TestLists.NOW), signing);
    }

    private static Foreign one(ForeignLists lists) {
        return lists.all().getFirst();
    }

    private static String problem(ForeignLists lists) {
        return one(lists) instanceof Foreign.Unusable unusable ? unusable.problem() : "";
    }
}
