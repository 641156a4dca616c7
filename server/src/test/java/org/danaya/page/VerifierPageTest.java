package org.danaya.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.danaya.verify.mandate.VerifierFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The verifier's parts on a site with a strict content policy, which may lie later on. */
class VerifierPageTest {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:";
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"><title>Vérifier</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="verify.css"></head>
            <body><main><h1>Vérifier</h1><div id="danaya-verifier" data-anchor="anchor.json"
            data-snapshot="snapshot.cbor" data-jsqr="jsqr.js" data-code="?code="></div></main>
            <script src="verify.js"></script><script src="verify-check.js"></script>
            <script src="verify-words.js"></script><script src="verify-sentences.js"></script>
            <script src="verify-page.js"></script></body></html>
            """;

    private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();
    private static HttpServer site;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(
                "/",
                exchange -> {
                    byte[] body = file(exchange.getRequestURI().getPath().substring(1));
                    String name = exchange.getRequestURI().getPath();
                    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
                    exchange.getResponseHeaders()
                            .set(
                                    "Content-Type",
                                    name.endsWith(".js")
                                            ? "text/javascript"
                                            : name.endsWith(".css") ? "text/css" : "text/html");
                    exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        site.start();
        browser = Browser.open(URI.create("http://localhost:" + site.getAddress().getPort() + "/"));
    }

    private static byte[] file(String name) throws IOException {
        byte[] given = FILES.get(name);
        if (given != null) {
            return given;
        }
        if (name.isEmpty()) {
            return PAGE.getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream in = VerifierFile.class.getResourceAsStream("/static/" + name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        site.stop(0);
    }

    private static void serve(ExampleAuthority authority, int seed) {
        FILES.put("anchor.json", authority.anchor().toJson().getBytes(StandardCharsets.UTF_8));
        FILES.put(
                "snapshot.cbor",
                authority.snapshot(new Random(seed), ExampleAuthority.NOW).toBytes());
    }

    @Test
    void theFirstAnchorIsKeptAndASiteThatChangesItIsFoundOut()
            throws GeneralSecurityException, IOException {
        serve(new ExampleAuthority(), 7);
        browser.go("").find("#danaya-verifier[data-ready]");
        browser.sees("Autorité : République d’exemple").sees("Informations du ");
        browser.find("#dv-code").sendKeys("https://example.org/x");
        browser.find("#dv-check").click();
        browser.sees("Ce code n’est pas celui d’un mandat.").accessible().quiet();
        assertThat(loaded()).doesNotContain("jsqr.js");

        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA names no folder of test data");
        Path picture = Path.of(corpora, "dgc", "SE", "png", "1.png");
        Assumptions.assumeTrue(Files.exists(picture), "no " + picture);
        browser.upload("photo", picture);
        browser.sees("certificat de santé").quiet();
        assertThat(loaded()).contains("jsqr.js");

        serve(new ExampleAuthority(), 7);
        browser.go("").find("#danaya-verifier[data-ready]");
        browser.sees("une autre autorité que celle que cet appareil a retenue");
        browser.sees("Cet instantané est refusé");

        browser.find("#dv-code").sendKeys("7k3m qx2v 9a8v");
        browser.find("#dv-check").click();
        browser.arrives("/?code=7K3M-QX2V-9A8V");
    }

    private static String loaded() {
        return String.valueOf(
                browser.driver()
                        .executeScript(
                                "return performance.getEntriesByType('resource')"
                                        + ".map((e) => e.name).join(' ')"));
    }
}
