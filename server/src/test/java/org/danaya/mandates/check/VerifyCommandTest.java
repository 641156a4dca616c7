package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.danaya.mandates.check.ExampleState.By;
import org.danaya.mandates.check.ExampleState.Log;
import org.danaya.mandates.check.ExampleState.View;
import org.danaya.page.Language;
import org.danaya.verify.mandate.Freshness;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.SealedMandate;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.Standing;
import org.danaya.verify.mandate.VerdictWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code danaya verify} with an anchor: on files alone, and against portals that lie. */
class VerifyCommandTest {

    private static final Duration NEW = Duration.ofMinutes(1);
    private static final Duration OLD = Duration.ofHours(3);
    private static final String CODE = ShortCode.ofData(ExampleState.CODE).toString();

    @TempDir Path folder;
    private final ExampleState state = new ExampleState();
    private Path anchor;
    private HttpServer portal;
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

    @BeforeEach
    void open() throws IOException {
        anchor = Files.writeString(folder.resolve("anchor.json"), state.anchor().toJson());
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext(
                "/",
                exchange -> {
                    byte[] body = answers.get(exchange.getRequestURI().getPath());
                    exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : 0);
                    if (body != null) {
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
        portal.start();
    }

    @AfterEach
    void close() {
        portal.stop(0);
    }

    private Path snapshot(View view) throws IOException {
        return Files.write(
                Files.createTempFile(folder, "snapshot", ".cbor"), state.snapshot(view).toBytes());
    }

    private CommandLines offline(Object what, Path snapshot) {
        return offline(what, snapshot, state.now);
    }

    private CommandLines offline(Object what, Path snapshot, Instant at) {
        return CommandLines.verify(
                Clock.fixed(at, ZoneOffset.UTC),
                what,
                "--anchor",
                anchor,
                "--snapshot",
                snapshot,
                "--memory",
                folder.resolve("memory"));
    }

    private CommandLines online(Object what) {
        return CommandLines.verify(
                Clock.systemUTC(),
                what,
                "--anchor",
                anchor,
                "--server",
                "http://localhost:" + portal.getAddress().getPort(),
                "--memory",
                folder.resolve("memory"));
    }

    private View view(Duration ago, Integer... revoked) {
        return state.view(ago, Set.of(revoked), new Log(20, -1));
    }

    @Test
    void onlyWhatIsValidAndFreshEndsInZero() throws IOException {
        Path fresh = snapshot(view(NEW, 3));
        String seal = state.seal(1, By.THE_STATE);
        assertThat(offline(seal, fresh).exit()).isZero();
        Path picture = Files.write(folder.resolve("code.png"), Pictures.png(Pictures.qr(seal)));
        assertThat(offline(picture, fresh).said()).startsWith("VALIDE – Ɲaɲa KƐITA EXEMPLE");
        Path text = Files.writeString(folder.resolve("code.txt"), seal);
        assertThat(offline(text, fresh).exit()).isZero();
        CommandLines revoked = offline(state.seal(3, By.THE_STATE), fresh);
        assertThat(revoked.exit()).isOne();
        assertThat(revoked.said()).startsWith("REVOQUE");
        CommandLines old = offline(seal, fresh, state.now.plus(Duration.ofDays(8)));
        assertThat(old.said()).startsWith("VALIDE, à confirmer");
        assertThat(old.exit()).isOne();
        CommandLines several =
                offline(
                        Files.write(
                                folder.resolve("two.png"),
                                Pictures.png(
                                        Pictures.besides(
                                                Pictures.qr(seal),
                                                Pictures.qr(state.seal(3, By.THE_STATE))))),
                        fresh);
        assertThat(several.said()).contains("VALIDE –", "REVOQUE –", "contient 2 codes");
        assertThat(several.exit()).isOne();
    }

    @Test
    void whatIsNoGoodSealIsSaidInItsOwnWords() throws IOException {
        Path fresh = snapshot(view(NEW));
        String seal = state.seal(1, By.THE_STATE);
        isRefused(
                offline(state.seal(1, By.A_STRANGER), fresh),
                "La clé qui l’a signé n’est pas connue");
        isRefused(offline(state.seal(1, By.AN_ENDED_KEY), fresh), "n’est plus en service");
        isRefused(offline(seal.substring(0, seal.length() - 10), fresh), "coupé");
        isRefused(offline(seal.substring(0, seal.length() - 1), fresh), "coupé");
        isRefused(offline("HC1:6BFOXN", fresh), "certificat de santé");
        isRefused(offline("https://example.org/hello/world/again", fresh), "pas celui d’un mandat");
        int at = seal.length() - 40;
        String other = seal.substring(0, at) + (seal.charAt(at) == '7' ? '8' : '7');
        isRefused(offline(other + seal.substring(at + 1), fresh), "Rien de fiable");
    }

    private static void isRefused(CommandLines said, String words) {
        assertThat(said.said()).startsWith("INCONNU_OU_FALSIFIE").contains(words);
        assertThat(said.exit()).isOne();
    }

    @Test
    void aHealthCertificateIsNamed() throws IOException {
        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA names no folder of test data");
        Path picture = Path.of(corpora, "dgc", "SE", "png", "1.png");
        Assumptions.assumeTrue(Files.exists(picture), "no " + picture);
        isRefused(offline(picture, snapshot(view(NEW))), "certificat de santé");
    }

    @Test
    void aTypingErrorIsLocated() throws IOException {
        String wrong =
                CODE.substring(0, 2) + (CODE.charAt(2) == 'Z' ? 'Y' : 'Z') + CODE.substring(3);
        CommandLines said = withAPortal(wrong);
        assertThat(said.said()).contains("Le 3e caractère est douteux", CODE);
        assertThat(said.exit()).isOne();
        assertThat(withAPortal("ABC").said()).contains("Un code a 12 caractères");
        CommandLines alone = offline(CODE, snapshot(view(NEW)));
        assertThat(alone.exit()).isEqualTo(2);
        assertThat(alone.said()).contains("--server", "mandates.code-needs-server");
    }

    private CommandLines withAPortal(String code) throws IOException {
        answers.put("/verify/snapshot", state.snapshot(view(NEW)).toBytes());
        return online(code);
    }

    @Test
    void aClockThatIsFarOffIsTold() throws IOException {
        String seal = state.seal(1, By.THE_STATE);
        CommandLines behind =
                offline(seal, snapshot(view(NEW)), state.now.minus(Duration.ofDays(400)));
        assertThat(behind.said()).startsWith("VALIDE, à confirmer").contains("L’horloge");
        assertThat(behind.exit()).isOne();
        answers.put("/verify/snapshot", state.snapshot(view(NEW)).toBytes());
        CommandLines ahead =
                CommandLines.verify(
                        Clock.fixed(state.now.plus(Duration.ofHours(3)), ZoneOffset.UTC),
                        seal,
                        "--anchor",
                        anchor,
                        "--server",
                        "http://localhost:" + portal.getAddress().getPort(),
                        "--memory",
                        folder.resolve("memory"));
        assertThat(ahead.exit()).as(ahead.said()).isNotZero();
    }

    @Test
    void aRevocationThatIsTakenBackIsFound() throws IOException {
        String seal = state.seal(3, By.THE_STATE);
        assertThat(offline(seal, snapshot(view(OLD, 3))).said()).startsWith("REVOQUE");
        CommandLines lied = offline(seal, snapshot(view(NEW)));
        assertThat(lied.said()).startsWith("REVOQUE").contains("ALERTE");
        assertThat(lied.exit()).isOne();
        CommandLines other = offline(state.seal(1, By.THE_STATE), snapshot(view(NEW)));
        assertThat(other.said()).as("kept after the lie").contains("ALERTE");
        assertThat(other.exit()).isOne();
    }

    @Test
    void aLogThatShrankOrForkedIsFound() throws IOException {
        String seal = state.seal(1, By.THE_STATE);
        assertThat(offline(seal, snapshot(view(OLD))).exit()).isZero();
        CommandLines shrunk = offline(seal, snapshot(state.view(NEW, Set.of(), new Log(12, -1))));
        assertThat(shrunk.said()).startsWith("VALIDE, à confirmer").contains("plus court");
        assertThat(shrunk.exit()).isOne();
        CommandLines split = offline(seal, snapshot(state.view(NEW, Set.of(), new Log(20, 19))));
        assertThat(split.said())
                .startsWith("VALIDE, à confirmer")
                .contains("n’est pas celui déjà vu", "prévenez l’agence", "engagez rien avant que");
        assertThat(split.exit()).isOne();
    }

    @Test
    void growthIsProvenOnlineAndAForkIsFound() throws IOException {
        String seal = state.seal(1, By.THE_STATE);
        serve(view(OLD), "VALIDE", seal);
        assertThat(online(seal)).extracting(CommandLines::exit).isEqualTo(0);
        Log honest = new Log(33, -1);
        serve(state.view(NEW, Set.of(), honest), "VALIDE", seal);
        CommandLines unproven = online(seal);
        assertThat(unproven.said()).contains("Rien ne prouve ici que le journal public prolonge");
        assertThat(unproven.said()).startsWith("VALIDE, à confirmer");
        assertThat(unproven.exit()).as("without a proof from the portal").isOne();
        grows(20, honest);
        CommandLines proven = online(seal);
        assertThat(proven.said()).doesNotContain("ALERTE", "Rien ne prouve");
        assertThat(proven.exit()).isZero();
        Log fork = new Log(50, 30);
        serve(state.view(NEW, Set.of(), fork), "VALIDE", seal);
        grows(33, fork);
        CommandLines forked = online(seal);
        assertThat(forked.said()).contains("ALERTE", "n’est pas celui déjà vu");
        assertThat(forked.exit()).isOne();
    }

    private void grows(int from, Log log) {
        answers.put(
                "/verify/growth/" + from + "/" + log.size(),
                log.growth(from).path().stream()
                        .map(hash -> Base64.getEncoder().encodeToString(hash.toBytes()))
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** A portal with this snapshot that says this of the mandate. */
    private void serve(View view, String verdict, String seal) {
        answers.put("/verify/snapshot", state.snapshot(view).toBytes());
        SealedMandate mandate = MandateSeal.read(seal).orThrow().claimed();
        CheckAnswer honest =
                CheckAnswer.of(
                                VerdictWords.of(Language.FRENCH.locale()),
                                MandateCheck.decide(
                                        mandate,
                                        verdict.equals("VALIDE")
                                                ? new Standing.InForce()
                                                : new Standing.Revoked(),
                                        Freshness.live(Instant.now())))
                        .with(seal, null);
        answers.put(
                "/api/v1/mandates/checks",
                JsonMapper.builder()
                        .build()
                        .writeValueAsBytes(
                                new CheckAnswer.Shown(
                                        "code", List.of(honest), List.of(), List.of(), null)));
    }

    @Test
    void aPortalThatLiesAboutAMandateIsFound() {
        String seal = state.seal(3, By.THE_STATE);
        serve(view(NEW, 3), "VALIDE", seal);
        CommandLines hidden = online(CODE);
        assertThat(hidden.said()).startsWith("REVOQUE");
        assertThat(hidden.exit()).isOne();
        serve(view(NEW, 3), "VALIDE", state.seal(1, By.A_STRANGER));
        isRefused(online(CODE), "n’est pas connue");
        serve(view(NEW, 3), "REVOQUE", state.seal(1, By.THE_STATE));
        assertThat(online(CODE).said()).as("it knows before the list").startsWith("REVOQUE");
        serve(view(NEW, 3), "VALIDE", state.seal(1, By.THE_STATE));
        assertThat(online(CODE).exit()).isZero();
        answers.put(
                "/api/v1/mandates/checks",
                "{\"kind\":\"code\",\"named\":[],\"remarks\":[],\"answers\":[{\"verdict\":\"VALIDE\",\"toConfirm\":false,\"title\":\"\",\"sentence\":\"\",\"remarks\":[],\"next\":\"\",\"known\":\"2026-01-01T00:00:00Z\"}]}"
                        .getBytes(StandardCharsets.UTF_8));
        isRefused(online(CODE), "Rien de fiable");
    }

    @Test
    void whatCantBeReadIsNamed() throws IOException {
        Path fresh = snapshot(view(NEW));
        String seal = state.seal(1, By.THE_STATE);
        Path blurred =
                Files.write(
                        folder.resolve("b.jpg"),
                        Pictures.jpeg(Pictures.blurred(Pictures.qr(seal), 30)));
        assertThat(offline(blurred, fresh).said()).contains("mandates.exhibit-none");
        Path notes = Files.writeString(folder.resolve("notes.txt"), "bonjour");
        assertThat(offline(notes, fresh).said()).contains("mandates.exhibit-unknown");
        Files.writeString(folder.resolve("memory"), "broken");
        CommandLines broken = offline(seal, fresh);
        assertThat(broken.said()).contains("mandates.memory-broken");
        assertThat(broken.exit()).isEqualTo(3);
        Files.delete(folder.resolve("memory"));
        Files.writeString(anchor, "{}");
        CommandLines unanchored = offline(seal, fresh);
        assertThat(unanchored.said()).contains("mandates.anchor-broken");
        assertThat(unanchored.exit()).isEqualTo(3);
    }

    @Test
    void aSnapshotOfAnotherStateProvesNothing() throws IOException {
        ExampleState other = new ExampleState();
        Path foreign =
                Files.write(
                        folder.resolve("foreign"),
                        other.snapshot(other.view(NEW, Set.of(), new Log(20, -1))).toBytes());
        isRefused(offline(other.seal(1, By.THE_STATE), foreign), "ne viennent pas de l’autorité");
    }
}
