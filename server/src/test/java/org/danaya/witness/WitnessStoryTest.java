package org.danaya.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Cable;
import org.danaya.crypto.KeyFolder;
import org.danaya.log.PublicLog;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.danaya.store.Home;
import org.danaya.verify.Policy;
import org.danaya.verify.SignedNote;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform whose witness is away and comes: what citizens and operators see of it. */
class WitnessStoryTest {

    /** A witness that was away for long is asked once a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir Path folder;

    @Test
    void aWitnessThatComesLateStillCosignsAndEveryPageSaysSo() throws Exception {
        VerifierKey key = witnessKey();
        Cable cable = new Cable();
        String lines =
                "witness temoin-exemple %s %s\nquorum temoin-exemple\n"
                        .formatted(key.vkey(), cable.address());
        Path policy = Files.writeString(folder.resolve("policy"), lines);
        Map<String, String> settings =
                Map.of(
                        "log.policy-file", policy.toString(),
                        "witness.timeout", "2m",
                        "witness.patience", "1s");
        try (cable;
                TestPlatform.Own platform = TestPlatform.own(settings);
                Browser browser = Browser.open(platform.address())) {
            Witnesses witnesses = platform.bean(Witnesses.class);
            await(
                    "published without a quorum",
                    () -> has(witnesses, QuorumState.Unwitnessed.class));
            await("a checkpoint", () -> platform.bean(PublicLog.class).latest().isPresent());
            TestSessions operator =
                    TestSessions.signedIn(
                            platform.address(),
                            platform::bean,
                            TestAccounts.with(platform::bean, Role.AUDITOR));
            browser.go("/log").sees("Pas encore cosigné par assez de témoins").accessible();
            browser.quiet().screenshots("log-unwitnessed-fr");
            operator.into(browser).go("/console/witnesses").sees("Sans quorum").accessible();
            browser.quiet().screenshots("witnesses-unwitnessed-fr");

            VerifierKey logKey = platform.bean(PublicLog.class).keys().getFirst();
            try (TestWitness witness = TestWitness.start(folder.resolve("w"), logKey)) {
                cable.to(witness.address());
                await("cosigned", () -> has(witnesses, QuorumState.Reached.class));
                await("published", () -> cosigned(platform, lines, logKey));
                browser.go("/log").sees("Cosigné par assez de témoins");
                browser.sees("1 témoin a cosigné").accessible().screenshots("log-witnessed-fr");
                browser.go("/console/witnesses").sees("Quorum atteint").accessible();
                browser.sees("temoin-exemple").screenshots("witnesses-fr");
                browser.press("English").sees("Quorum reached").accessible();
                browser.screenshots("witnesses-en");
                browser.go("/log").sees("1 witness has cosigned").accessible();
                browser.quiet().screenshots("log-witnessed-en");
                assertThat(get(browser.find("a[href$='/log/checkpoint']").getAttribute("href")))
                        .startsWith("localhost/danaya-log\n");
                assertThat(get(browser.find("a[href*='/tile/entries/']").getAttribute("href")))
                        .isNotEmpty();
            }
            operator.close();
        }
    }

    /** The key that the witness will have when it starts in its home. */
    private VerifierKey witnessKey() throws IOException {
        Path home = Files.createDirectories(folder.resolve("w"));
        return WitnessKeys.findOrMake(new KeyFolder(Home.open(home).keys()), TestWitness.NAME)
                .verifiers()
                .getFirst();
    }

    private static boolean has(Witnesses witnesses, Class<? extends QuorumState> state) {
        return state.isInstance(witnesses.quorum());
    }

    private static boolean cosigned(TestPlatform.Own platform, String policy, VerifierKey log) {
        SignedNote note = platform.bean(PublicLog.class).latest().orElseThrow().note();
        return Policy.parse((policy + "log " + log.vkey() + "\n").getBytes(UTF_8))
                        .orThrow()
                        .check(note)
                instanceof Verdict.Valid;
    }

    private static String get(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(String what, Condition condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(50);
        }
    }
}
