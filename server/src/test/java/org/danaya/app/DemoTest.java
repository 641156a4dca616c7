package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.danaya.page.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code danaya demo}, in a process of its own, and a newcomer who opens what it offers. About
 * forty seconds.
 */
class DemoTest {

    private static final String STAYS = "La plateforme reste ouverte";

    @TempDir private Path folder;

    @Test
    void theStoryIsTrueAndANewcomerWalksInOnce() throws Exception {
        Process demo =
                program(Map.of(), "demo", "--home", folder.resolve("demo").toString())
                        .redirectError(folder.resolve("complaints").toFile())
                        .start();
        try (BufferedReader out = demo.inputReader()) {
            List<String> said = new ArrayList<>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.startsWith(STAYS)) {
                    break;
                }
            }
            assertThat(said).last().asString().startsWith(STAYS);
            assertThat(said).noneMatch(line -> line.startsWith("✗"));
            assertThat(said).noneMatch(line -> line.startsWith("{"));
            assertThat(said).anyMatch(line -> line.contains("--policy"));
            assertThat(said.stream().filter(line -> line.startsWith("✓")))
                    .hasSizeGreaterThanOrEqualTo(9);
            look(link(said, "/demonstration#"), link(said, "/delegations/"));
            read(link(said, "/texts/"));
        } finally {
            demo.destroy();
            assertThat(demo.waitFor(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void aFolderThatHasSomethingInItIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("important"), "x");
        Process demo = program(Map.of(), "demo", "--home", folder.toString()).start();
        String said = new String(demo.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(demo.waitFor()).isEqualTo(3);
        assertThat(said).contains("n’est pas vide").contains("demo.not-empty");
        assertThat(folder.toFile().list()).containsExactly("important");
    }

    @Test
    void aDatabaseOfTheEnvironmentIsNeverTouched() throws Exception {
        Process demo =
                program(
                                Map.of(
                                        "DANAYA_DATABASE_URL",
                                        "jdbc:postgresql://127.0.0.1:1/danaya"),
                                "demo",
                                "--home",
                                folder.toString())
                        .start();
        String said = new String(demo.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(demo.waitFor()).isEqualTo(3);
        assertThat(said).contains("demo.real-database");
    }

    private static void look(URI door, URI delegation) {
        try (Browser browser = Browser.open(delegation)) {
            browser.driver().get(delegation.toString());
            browser.sees("Forum international").accessible().screenshots("demo-delegation-fr");
            browser.type("name", "exemple awa").submit().sees("est membre de la délégation");
            browser.screenshots("demo-member-fr");
            browser.type("name", "Zoumana Exemple").submit().sees("ne figure pas dans");
            browser.screenshots("demo-absent-fr");
            browser.driver().get(door.toString());
            browser.sees("Entrer dans la démonstration").accessible();
            browser.screenshots("demo-door-fr").submit().sees("Oumou Exemple");
            browser.accessible().screenshots("demo-console-fr");
            browser.press("Mandats").sees("Fanta Exemple").press("Délégations officielles");
            browser.sees("Forum international").press("D-1").sees("Compte rendu attendu");
            browser.accessible().screenshots("demo-delegation-console-fr");
            browser.press("Textes en consultation").press("exemple inventé");
            browser.sees("Publié").accessible().screenshots("demo-text-console-fr");
            browser.driver().manage().deleteAllCookies();
            browser.driver().get("about:blank");
            browser.driver().get(door.toString());
            browser.submit().sees("Ce lien n’est pas valable").accessible();
        }
    }

    /** What a citizen reads of the strategy, on a telephone too. */
    private static void read(URI strategy) {
        try (Browser browser = Browser.open(strategy)) {
            browser.driver().get(strategy.toString());
            browser.sees("Communication écrite dont le Conseil a pris acte").accessible();
            browser.sees("Le texte officiel signé").screenshots("demo-strategy-fr");
            browser.press("Ce qui a été demandé").sees("observations publiques").accessible();
            browser.screenshots("demo-strategy-answers-fr");
            assertThat(browser.text()).doesNotContain("renseigne un adversaire");
            browser.driver().get(strategy + "/changes/4");
            browser.sees("De la version 3 à la version 4").sees("soixante-douze").accessible();
            browser.sees("Une observation confidentielle").screenshots("demo-strategy-why-fr");
        }
    }

    private static URI link(List<String> said, String part) {
        String line = said.stream().filter(each -> each.contains(part)).findFirst().orElseThrow();
        return URI.create(line.substring(line.indexOf("http")));
    }

    private static ProcessBuilder program(Map<String, String> environment, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dstdout.encoding=UTF-8",
                                "-Dstderr.encoding=UTF-8",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                "org.danaya.app.Danaya"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "fr_FR.UTF-8");
        return builder;
    }
}
