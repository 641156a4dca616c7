package org.danaya.mandates.check;

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
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.danaya.mandates.check.ExampleState.By;
import org.danaya.mandates.check.ExampleState.Log;
import org.danaya.mandates.check.ExampleState.View;
import org.danaya.page.Browser;
import org.danaya.verify.ConsistencyProof;
import org.danaya.verify.TreeHash;
import org.danaya.verify.mandate.VerifierFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verifier in a browser, on a site that begins to lie once it was trusted, and from a key
 * without any site: it finds what {@link VerifyCommandTest} finds. About 25 seconds.
 */
class LyingSiteTest {

    private static final Duration NEW = Duration.ofMinutes(1);
    private static final Duration OLD = Duration.ofHours(3);
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"><title>Vérifier</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,"><link rel="stylesheet" href="/verify.css"></head>
            <body><main><h1>Vérifier</h1><div id="danaya-verifier" data-anchor="/anchor.json"
            data-snapshot="/snapshot" data-growth="/growth/" data-jsqr="/jsqr.js"></div></main>
            <script src="/verify.js"></script><script src="/verify-check.js"></script>
            <script src="/verify-words.js"></script><script src="/verify-sentences.js"></script>
            <script src="/verify-page.js"></script></body></html>
            """;

    @TempDir private static Path key;
    private static final Map<String, byte[]> ANSWERS = new ConcurrentHashMap<>();
    private static HttpServer site;
    private static Browser browser;
    private final ExampleState state = new ExampleState();

    @BeforeAll
    static void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    byte[] body = answer(path);
                    exchange.getResponseHeaders()
                            .set(
                                    "Content-Type",
                                    path.endsWith(".js")
                                            ? "text/javascript"
                                            : path.endsWith(".css") ? "text/css" : "text/html");
                    exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : 0);
                    if (body != null) {
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
        site.start();
        browser =
                Browser.open(URI.create("http://localhost:" + site.getAddress().getPort() + "/"))
                        .width(Browser.PHONE);
    }

    private static byte[] answer(String path) throws IOException {
        if (path.equals("/")) {
            return PAGE.getBytes(StandardCharsets.UTF_8);
        }
        byte[] given = ANSWERS.get(path);
        if (given != null) {
            return given;
        }
        try (InputStream in = VerifierFile.class.getResourceAsStream("/static" + path)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        site.stop(0);
    }

    @BeforeEach
    void honest() {
        ANSWERS.clear();
        ANSWERS.put("/anchor.json", state.anchor().toJson().getBytes(StandardCharsets.UTF_8));
        serve(state.view(OLD, Set.of(3), new Log(20, -1)));
        browser.go("verify.css");
        browser.driver().executeScript("localStorage.clear()");
        visit();
        assertThat(browser.text()).doesNotContain("ALERTE", "Rien ne prouve");
    }

    private void serve(View view) {
        ANSWERS.put("/snapshot", state.snapshot(view).toBytes());
    }

    private static void visit() {
        browser.go("").find("#danaya-verifier[data-ready]");
    }

    private static String verdict(String seal) {
        browser.find("#dv-code").clear();
        browser.find("#dv-code").sendKeys(seal);
        browser.find("#dv-check").click();
        return browser.find("[data-verdict]").getAttribute("data-verdict");
    }

    private void proves(int from, Log log) {
        ANSWERS.put(
                "/growth/" + from + "/" + log.size(),
                log.growth(from).path().stream()
                        .map(hash -> Base64.getEncoder().encodeToString(hash.toBytes()))
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aLogThatGrewAndProvesItIsBelieved() {
        Log grown = new Log(33, -1);
        serve(state.view(NEW, Set.of(3), grown));
        proves(20, grown);
        visit();
        assertThat(verdict(state.seal(1, By.THE_STATE))).isEqualTo("VALIDE");
        assertThat(browser.text()).doesNotContain("ALERTE", "Rien ne prouve", "à confirmer");
    }

    @Test
    void aSiteThatOwesTheProofIsToBeConfirmed() {
        serve(state.view(NEW, Set.of(3), new Log(33, -1)));
        visit();
        browser.sees("Rien ne prouve ici que le journal public prolonge");
        assertThat(verdict(state.seal(1, By.THE_STATE))).isEqualTo("VALIDE");
        browser.sees("Valide, à confirmer");
        browser.sees("n’engagez rien avant que la structure ou l’agence ne l’ait confirmé");
        // What isn't proven is never kept: the proof that counts is from the log that was seen.
        serve(state.view(NEW, Set.of(3), new Log(40, -1)));
        proves(33, new Log(40, -1));
        visit();
        browser.sees("Rien ne prouve ici que le journal public prolonge");
        proves(20, new Log(40, -1));
        visit();
        assertThat(browser.text()).doesNotContain("ALERTE", "Rien ne prouve");
    }

    @Test
    void anUnprovenForkMakesItForgetNothing() {
        Log fork = new Log(33, 10);
        serve(state.view(NEW, Set.of(3), fork));
        visit();
        serve(state.view(NEW, Set.of(3), new Log(40, 10)));
        proves(33, new Log(40, 10));
        visit();
        browser.sees("Rien ne prouve");
        assertThat(verdict(state.seal(1, By.THE_STATE))).isEqualTo("VALIDE");
        browser.sees("Valide, à confirmer");
        serve(state.view(NEW, Set.of(3), new Log(20, -1)));
        visit();
        assertThat(browser.text()).as("the first log").doesNotContain("ALERTE", "Rien ne prouve");
    }

    @Test
    void onlyTheReaderHasTheLogForgottenAndNoRevocation() {
        Log fork = new Log(33, 10);
        serve(state.view(NEW, Set.of(), fork));
        proves(20, fork);
        visit();
        browser.sees("ALERTE");
        browser.find("#dv-trust > summary").click();
        browser.find("#dv-forget > summary").click();
        browser.accessible().screenshots("verify-forget");
        browser.find("#dv-forget-log").click();
        browser.sees("Le journal retenu est oublié, à votre demande");
        assertThat(verdict(state.seal(1, By.THE_STATE))).isEqualTo("VALIDE");
        browser.sees("Valide, à confirmer");
        visit();
        assertThat(verdict(state.seal(3, By.THE_STATE))).as("kept").isEqualTo("REVOQUE");
        serve(state.view(NEW, Set.of(3), fork));
        visit();
        assertThat(verdict(state.seal(1, By.THE_STATE))).isEqualTo("VALIDE");
        assertThat(browser.text()).doesNotContain("ALERTE", "à confirmer");
        Object kept =
                browser.driver()
                        .executeScript(
                                "return Object.keys(localStorage).filter((key) =>"
                                        + " key.endsWith('.forgotten')).length");
        assertThat(kept).as("the evidence stays").isEqualTo(1L);
    }

    @Test
    void anAnswerThatIsTooLongIsntHeld() {
        ANSWERS.put("/snapshot", new byte[(16 << 20) + 1]);
        visit();
        browser.sees("Cet instantané est refusé");
        Log grown = new Log(33, -1);
        serve(state.view(NEW, Set.of(3), grown));
        ANSWERS.put("/growth/20/33", new byte[1 << 14]);
        visit();
        browser.sees("ALERTE : cet instantané contredit");
    }

    @Test
    void anotherLogIsFound() {
        Log fork = new Log(33, 10);
        serve(state.view(NEW, Set.of(3), fork));
        proves(20, fork);
        visit();
        browser.sees("ALERTE : cet instantané contredit").accessible().screenshots("verify-lie");
        assertThat(verdict(state.seal(1, By.THE_STATE))).isEqualTo("VALIDE");
        browser.sees("Valide, à confirmer");
        serve(state.view(NEW, Set.of(3), new Log(20, 19)));
        visit();
        browser.sees("ALERTE : cet instantané contredit");
    }

    @Test
    void aLogThatShrankIsFound() {
        serve(state.view(NEW, Set.of(3), new Log(12, -1)));
        visit();
        browser.sees("ALERTE : cet instantané contredit");
    }

    @Test
    void aHiddenRevocationStaysARevocation() {
        serve(state.view(NEW, Set.of(), new Log(20, -1)));
        visit();
        browser.sees("ALERTE : cet instantané contredit");
        assertThat(verdict(state.seal(3, By.THE_STATE))).isEqualTo("REVOQUE");
        browser.sees("reviennent sur une révocation");
    }

    @Test
    void anotherAuthorityIsIgnored() {
        ExampleState other = new ExampleState();
        ANSWERS.put("/anchor.json", other.anchor().toJson().getBytes(StandardCharsets.UTF_8));
        ANSWERS.put(
                "/snapshot", other.snapshot(other.view(NEW, Set.of(), new Log(20, -1))).toBytes());
        visit();
        browser.sees("une autre autorité que celle que cet appareil a retenue");
        browser.sees("Cet instantané est refusé");
    }

    /** On a key: the file, opened from a disk, with what was put beside it. */
    @Test
    void theFileOnAKeyToldWithItsAgeAndBeyondTheReadersIsToBeConfirmed() throws IOException {
        Files.writeString(
                key.resolve(VerifierFile.NAME),
                VerifierFile.with(
                        state.anchor(),
                        state.snapshot(
                                state.view(Duration.ofDays(3), Set.of(3), new Log(20, -1)))));
        try (Browser alone = Browser.open(key.toUri()).width(Browser.PHONE)) {
            alone.go(VerifierFile.NAME).find("#danaya-verifier[data-ready]");
            alone.find("#dv-code").sendKeys(state.seal(1, By.THE_STATE));
            alone.find("#dv-check").click();
            assertThat(alone.find("[data-verdict]").getAttribute("data-verdict"))
                    .isEqualTo("VALIDE");
            alone.sees("il y a 3 jours");
            assertThat(alone.text()).doesNotContain("à confirmer");
            alone.driver()
                    .executeScript(
                            "const days = document.getElementById('dv-days'); days.value = '2';"
                                    + "days.dispatchEvent(new Event('change'))");
            alone.find("#dv-check").click();
            alone.sees("Valide, à confirmer").sees("plus de 2 jours");
            alone.accessible().screenshots("verify-key");
            // A newer snapshot on the key: nobody can prove its growth there. That is no alarm, and
            // to be confirmed where no witness vouches for the log.
            Path newer =
                    Files.write(
                            key.resolve("snapshot.cbor"),
                            state.snapshot(state.view(NEW, Set.of(3), new Log(33, -1))).toBytes());
            alone.upload("snapshot", newer);
            alone.sees("Rien ne prouve ici");
            assertThat(alone.text()).doesNotContain("ALERTE");
            alone.find("#dv-check").click();
            alone.sees("La source de ces informations est en doute");
            Path lie =
                    Files.write(
                            key.resolve("lie.cbor"),
                            state.snapshot(state.view(Duration.ZERO, Set.of(), new Log(40, -1)))
                                    .toBytes());
            alone.upload("snapshot", lie);
            alone.sees("ALERTE");
            alone.quiet();
        }
    }

    /** RFC 9162 in the browser, against the library, for proofs that are right and wrong. */
    @Test
    void theBrowserJudgesProofsAsTheLibraryDoes() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("LyingSiteTest: -Ddanaya.seed=" + seed);
        Random random = new Random(seed);
        var cases = new java.util.ArrayList<java.util.List<Object>>();
        var expected = new java.util.ArrayList<Boolean>();
        for (int i = 0; i < 150; i++) {
            int to = 2 + random.nextInt(70);
            int from = 1 + random.nextInt(to - 1);
            int fork = random.nextInt(3) == 0 ? random.nextInt(to) : -1;
            Log now = new Log(to, fork);
            TreeHash before = new Log(from, -1).root();
            var path = new java.util.ArrayList<>(now.growth(from).path());
            if (random.nextInt(4) == 0 && !path.isEmpty()) {
                path.remove(random.nextInt(path.size()));
            } else if (random.nextInt(6) == 0) {
                path.add(before);
            }
            expected.add(
                    new ConsistencyProof(from, to, path).verify(before, now.root())
                            instanceof org.danaya.verify.Verdict.Valid);
            cases.add(
                    java.util.List.of(
                            from,
                            base64(before),
                            to,
                            base64(now.root()),
                            path.stream().map(LyingSiteTest::base64).toList()));
        }
        Object said =
                browser.driver()
                        .executeAsyncScript(
                                """
                                const [cases, done] = arguments;
                                const D = Danaya;
                                (async () => {
                                    const said = [];
                                    for (const [from, before, to, now, path] of cases) {
                                        said.push(await D.grew(
                                            {size: from, root: D.base64(before)},
                                            {size: to, root: D.base64(now)}, path.map(D.base64)));
                                    }
                                    return said;
                                })().then(done, (error) => done(String(error)));
                                """,
                                cases);
        assertThat(said).as("seed %d", seed).isEqualTo(expected);
        assertThat(expected).contains(true, false);
    }

    private static String base64(TreeHash hash) {
        return Base64.getEncoder().encodeToString(hash.toBytes());
    }
}
