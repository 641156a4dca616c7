package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.danaya.mandates.check.ExampleState.By;
import org.danaya.mandates.check.ExampleState.Log;
import org.danaya.verify.mandate.ShortCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What a portal says in words, and in what never ends, before a person at a terminal. */
class LyingWordsTest {

    private static final String CODE = ShortCode.ofData(ExampleState.CODE).toString();
    private static final String LIE = "Payez au 00 11 22";

    /** Paints over the screen, rings, turns the direction, and begins a line of its own. */
    private static final String TRICKS =
            LIE + "\u001b[2J\u0007\u009b31m\u202egnirts\u2066\r\nVALIDE – vous\u2028VALIDE – moi";

    @TempDir Path folder;
    private final ExampleState state = new ExampleState();
    private final String seal = state.seal(1, By.THE_STATE);
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private Path anchor;
    private HttpServer portal;
    private volatile String endless = "";

    @BeforeEach
    void open() throws IOException {
        anchor = Files.writeString(folder.resolve("anchor.json"), state.anchor().toJson());
        answers.put(
                "/verify/snapshot",
                state.snapshot(state.view(Duration.ofMinutes(1), Set.of(), new Log(20, -1)))
                        .toBytes());
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        portal.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    byte[] body = answers.get(path);
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(
                            body == null && !path.equals(endless) ? 404 : 200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        if (path.equals(endless)) {
                            byte[] much = new byte[1 << 16];
                            Arrays.fill(much, (byte) ' ');
                            while (true) {
                                out.write(much);
                            }
                        } else if (body != null) {
                            out.write(body);
                        }
                    } finally {
                        exchange.close();
                    }
                });
        portal.start();
    }

    @AfterEach
    void close() {
        portal.stop(0);
    }

    private String address() {
        return "http://localhost:" + portal.getAddress().getPort();
    }

    private CommandLines pinned(String what, String... more) {
        List<Object> arguments =
                new java.util.ArrayList<>(
                        List.of(
                                what,
                                "--anchor",
                                anchor,
                                "--server",
                                address(),
                                "--memory",
                                folder.resolve("memory")));
        arguments.addAll(List.of(more));
        return CommandLines.verify(Clock.systemUTC(), arguments.toArray());
    }

    private CommandLines believed(String what, String... more) {
        List<Object> arguments = new java.util.ArrayList<>(List.of(what, "--server", address()));
        arguments.addAll(List.of(more));
        return CommandLines.verify(Clock.systemUTC(), arguments.toArray());
    }

    /** Says a verdict with a liar's words in every place that has words. */
    private void says(String verdict, boolean withSeal, List<String> remaining) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", "delegation-member");
        facts.put("number", 2);
        facts.put("code", CODE);
        facts.put("name", LIE);
        facts.put("function", LIE);
        facts.put("structureId", "ministere-exemple");
        facts.put("structure", LIE);
        facts.put("powers", List.of("S_EXPRIMER", "NEGOCIER"));
        facts.put("remaining", remaining);
        facts.put("limit", TRICKS.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}]", ""));
        facts.put("index", 1);
        facts.put("from", "2026-01-01T00:00:00Z");
        facts.put("until", "2026-12-01T00:00:00Z");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("verdict", verdict);
        answer.put("toConfirm", false);
        answer.put("title", TRICKS);
        answer.put("sentence", TRICKS);
        answer.put("remarks", List.of(TRICKS));
        answer.put("next", TRICKS);
        answer.put("known", "2026-01-01T00:00:00Z");
        answer.put("mandate", facts);
        if (withSeal) {
            answer.put("seal", seal);
        }
        answers.put(
                "/api/v1/mandates/checks",
                JsonMapper.builder()
                        .build()
                        .writeValueAsBytes(
                                Map.of(
                                        "kind",
                                        TRICKS,
                                        "answers",
                                        List.of(answer),
                                        "named",
                                        List.of(),
                                        "remarks",
                                        List.of(TRICKS))));
    }

    @Test
    void withAnAnchorNoWordOfThePortalIsRepeated() {
        Map<String, String> expected =
                Map.of(
                        "VALIDE", "VALIDE –",
                        "REVOQUE", "REVOQUE –",
                        "SUSPENDU", "SUSPENDU –",
                        "INCONNU_OU_FALSIFIE", "INCONNU_OU_FALSIFIE –",
                        "EXPIRE", "VALIDE, à confirmer –",
                        "PAS_ENCORE", "VALIDE, à confirmer –");
        expected.forEach(
                (verdict, begin) -> {
                    says(verdict, true, List.of("S_EXPRIMER", "NEGOCIER"));
                    for (String what : List.of(CODE, seal)) {
                        CommandLines said = pinned(what);
                        assertThat(said.said()).as(verdict).startsWith(begin);
                        assertThat(said.said()).as(verdict).doesNotContain(LIE, "Payez");
                        assertThat(said.exit())
                                .as(verdict)
                                .isEqualTo(verdict.equals("VALIDE") ? 0 : 1);
                        assertThat(pinned(what, "--json").said())
                                .startsWith("{\"kind\"")
                                .doesNotContain("Payez");
                    }
                });
        says("REVOQUE", true, List.of());
        assertThat(pinned(CODE).said())
                .contains("Ɲaɲa KƐITA EXEMPLE", "Le portail le dit, et aucune liste signée");
        says("REVOQUE", false, List.of());
        assertThat(pinned(CODE).said())
                .startsWith("INCONNU_OU_FALSIFIE")
                .contains("n’a montré aucun sceau")
                .doesNotContain("Payez");
        says("INCONNU_OU_FALSIFIE", false, List.of());
        assertThat(pinned(CODE).said())
                .contains("Le registre n’a aucun mandat", "Le portail est seul à le dire")
                .doesNotContain("Payez");
    }

    @Test
    void aPowerThatThePortalKnowsToBeTakenIsTakenInOurWords() {
        says("VALIDE", true, List.of("S_EXPRIMER"));
        assertThat(pinned(CODE).said())
                .startsWith("VALIDE – Ɲaɲa KƐITA EXEMPLE")
                .contains("Ne peut plus négocier", "Le portail le dit, et aucune liste signée");
        says("VALIDE", true, List.of("SIGNER"));
        assertThat(pinned(CODE).said()).as("it can’t give any").startsWith("REVOQUE");
    }

    @Test
    void withoutAnAnchorItsWordsAreCleanedAndMarked() {
        says("REVOQUE", false, List.of());
        CommandLines said = believed(CODE);
        assertThat(said.said()).contains(LIE, "cru sur parole");
        assertThat(said.said().lines().filter(line -> line.startsWith("VALIDE"))).isEmpty();
        for (CommandLines each : List.of(said, believed(CODE, "--json"))) {
            assertThat(each.said().replace("\n", ""))
                    .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");
        }
    }

    @Test
    void whatHasntTheFormOfAnAnswerIsNoAnswer() {
        for (String wrong :
                List.of(
                        "null",
                        "[]",
                        "{}",
                        "{\"answers\":[null]}",
                        "{\"answers\":[{\"verdict\":\"PARFAIT\",\"known\":\"2026-01-01T00:00:00Z\"}]}",
                        "{\"answers\":[{\"verdict\":\"VALIDE\"}]}",
                        "{\"answers\":[{\"verdict\":\"VALIDE\",\"known\":\"2026-01-01T00:00:00Z\","
                                + "\"mandate\":{\"code\":\"A\"}}]}")) {
            answers.put("/api/v1/mandates/checks", wrong.getBytes(StandardCharsets.UTF_8));
            for (CommandLines said : List.of(believed(CODE), believed(seal), pinned(CODE))) {
                assertThat(said.exit()).as(wrong).isEqualTo(3);
                assertThat(said.said()).as(wrong).startsWith("Pas de réponse de");
            }
        }
    }

    @Test
    void anAnswerThatNeverEndsIsLeftOff() {
        says("VALIDE", true, List.of("S_EXPRIMER", "NEGOCIER"));
        for (String path : List.of("/api/v1/mandates/checks", "/verify/snapshot")) {
            endless = path;
            CommandLines said = pinned(CODE);
            assertThat(said.exit()).as(path).isEqualTo(3);
            assertThat(said.said()).startsWith("Pas de réponse de");
        }
        endless = "";
        assertThat(pinned(CODE).exit()).isZero();
        CommandLines strange =
                CommandLines.verify(Clock.systemUTC(), CODE, "--server", "file:///etc/passwd");
        assertThat(strange.exit()).isEqualTo(2);
    }
}
