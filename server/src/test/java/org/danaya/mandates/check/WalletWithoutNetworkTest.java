package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.danaya.mandates.check.ExampleState.By;
import org.danaya.mandates.check.ExampleState.Log;
import org.danaya.page.Browser;
import org.danaya.verify.Verdict;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Remembered;
import org.danaya.verify.mandate.Snapshot;
import org.danaya.verify.mandate.TrustedSnapshot;
import org.danaya.verify.mandate.VerdictWords;
import org.danaya.verify.mandate.VerifierFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mandate in a wallet, before {@code danaya verify} and the page without a network. About 10
 * seconds.
 */
class WalletWithoutNetworkTest {

    private static final Set<String> ALL =
            Set.of("name", "function", "structure", "powers", "limits");

    @TempDir Path folder;
    private final ExampleState state = new ExampleState();
    private final Snapshot snapshot =
            state.snapshot(state.view(Duration.ofMinutes(1), Set.of(3), new Log(20, -1)));
    private Path anchor;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        anchor = Files.writeString(folder.resolve("anchor.json"), state.anchor().toJson());
        file = Files.write(folder.resolve("snapshot.cbor"), snapshot.toBytes());
    }

    private CommandLines verify(Object what) {
        return CommandLines.verify(
                Clock.fixed(state.now, ZoneOffset.UTC),
                what,
                "--anchor",
                anchor,
                "--snapshot",
                file,
                "--memory",
                folder.resolve("memory"));
    }

    private String shown(String... claims) {
        return state.credential(1, By.THE_STATE, Set.of(claims));
    }

    @Test
    void whatIsShownIsToldAndWhatIsntIsSaidToBeMissing() throws IOException {
        String whole = state.credential(1, By.THE_STATE, ALL);
        Path kept = Files.writeString(folder.resolve("mandate-2.sd-jwt"), whole + "\n");
        for (CommandLines said : List.of(verify(whole), verify(kept))) {
            assertThat(said.said())
                    .startsWith(
                            "VALIDE – Ɲaɲa KƐITA EXEMPLE (Conseillère (exemple), membre de la"
                                    + " délégation officielle) peut s’exprimer publiquement et"
                                    + " négocier pour MEX")
                    .contains("matière\u00a0: Télécommunications; au plus 1000 XOF");
            assertThat(said.exit()).isZero();
        }
        assertThat(verify(shown("name", "structure")).said())
                .contains("tient un mandat pour MEX", "ce qu’il permet n’est pas montré")
                .contains("Les limites de ce mandat ne sont pas montrées");
        assertThat(verify(shown("powers", "limits")).said())
                .startsWith("VALIDE – Quelqu’un qui ne montre pas son nom")
                .contains("pour une structure qui n’est pas montrée");
        assertThat(verify(state.credential(3, By.THE_STATE, ALL)).said()).startsWith("REVOQUE");
        assertThat(verify(state.credential(60, By.THE_STATE, ALL)).said())
                .startsWith("INCONNU_OU_FALSIFIE");
    }

    @Test
    void whatWasntSignedByTheStateOrWasChangedIsRefused() {
        String whole = state.credential(1, By.THE_STATE, ALL);
        isRefused(state.credential(1, By.A_STRANGER, ALL), "La clé qui l’a signé n’est pas connue");
        isRefused(state.credential(1, By.AN_ENDED_KEY, ALL), "n’est plus en service");
        String other =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                "[\"sel\",\"powers\",[\"SIGNER\"]]"
                                        .getBytes(StandardCharsets.UTF_8));
        isRefused(shown("name") + other + "~", "le contenu a été modifié");
        String twice = whole + whole.substring(whole.indexOf('~') + 1);
        isRefused(twice, "le contenu a été modifié");
        int payload = whole.indexOf('.') + 30;
        isRefused(
                whole.substring(0, payload)
                        + (whole.charAt(payload) == 'A' ? 'B' : 'A')
                        + whole.substring(payload + 1),
                "Rien de fiable");
    }

    private void isRefused(String credential, String words) {
        CommandLines said = verify(credential);
        assertThat(said.said()).startsWith("INCONNU_OU_FALSIFIE").contains(words);
        assertThat(said.exit()).isOne();
    }

    @Test
    void theBrowserSaysTheSame() throws IOException {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("WalletWithoutNetworkTest: -Ddanaya.seed=" + seed);
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Set<String> some =
                    ALL.stream()
                            .filter(_ -> random.nextBoolean())
                            .collect(java.util.stream.Collectors.toSet());
            By by =
                    switch (random.nextInt(10)) {
                        case 0 -> By.A_STRANGER;
                        case 1 -> By.AN_ENDED_KEY;
                        default -> By.THE_STATE;
                    };
            String one = state.credential(random.nextInt(5), by, some);
            int at = random.nextInt(one.length());
            texts.add(
                    random.nextInt(4) > 0
                            ? one
                            : one.substring(0, at)
                                    + "aZ0_-~.".charAt(random.nextInt(7))
                                    + one.substring(at + 1));
        }
        List<String> expected = texts.stream().map(this::told).toList();
        Files.writeString(
                folder.resolve(VerifierFile.NAME), VerifierFile.with(state.anchor(), snapshot));
        try (Browser browser = Browser.open(folder.toUri()).width(Browser.PHONE)) {
            browser.go(VerifierFile.NAME).find("#danaya-verifier[data-ready]");
            Object said =
                    browser.driver()
                            .executeAsyncScript(
                                    SCRIPT,
                                    state.anchor().toJson(),
                                    Base64.getEncoder().encodeToString(snapshot.toBytes()),
                                    texts,
                                    state.now.getEpochSecond());
            assertThat((List<?>) said).as("seed %d", seed).isEqualTo(expected);
            browser.find("#dv-code").sendKeys(shown("name", "structure", "powers"));
            browser.find("#dv-check").click();
            browser.sees("Ɲaɲa KƐITA EXEMPLE (membre de la délégation officielle) peut");
            browser.accessible().screenshots("verify-wallet");
        }
        assertThat(expected).anyMatch(told -> told.startsWith("VALIDE"));
        assertThat(expected).anyMatch(told -> told.startsWith("REVOQUE"));
        assertThat(expected).anyMatch(told -> told.startsWith("INCONNU"));
    }

    private static final String SCRIPT =
            """
            const [anchorText, snapshot, texts, now, done] = arguments;
            const D = Danaya;
            (async () => {
                const trusted = await D.snapshot(D.base64(snapshot), await D.anchor(anchorText));
                const words = new D.Sentences("fr");
                const said = [];
                for (const text of texts) {
                    const verdict = await D.check(text, trusted, now, 604800, D.nothingSeen());
                    said.push([verdict.code, verdict.reason || "", words.sentence(verdict),
                        ...words.remarks(verdict)].join("\\n"));
                }
                return said;
            })().then(done, (error) => done(["" + error.stack]));
            """;

    private String told(String text) {
        if (!(snapshot.check(state.anchor())
                instanceof Verdict.Valid<TrustedSnapshot>(TrustedSnapshot trusted))) {
            throw new AssertionError();
        }
        MandateVerdict verdict =
                MandateCheck.offline(
                        text, trusted, state.now, Duration.ofDays(7), Remembered.NOTHING);
        List<String> lines = new ArrayList<>();
        lines.add(verdict.code());
        lines.add(
                verdict instanceof MandateVerdict.UnknownOrForged unknown
                        ? unknown.reason().code()
                        : "");
        lines.add(VerdictWords.FRENCH.sentence(verdict));
        lines.addAll(VerdictWords.FRENCH.remarks(verdict));
        return String.join("\n", lines);
    }
}
