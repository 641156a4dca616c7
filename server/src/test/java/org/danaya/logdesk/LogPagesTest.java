package org.danaya.logdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.log.LogProofs;
import org.danaya.log.PublicLog;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a citizen does on the log's page, and what the console shows of it. */
class LogPagesTest {

    @TempDir Path folder;

    @Test
    void aCitizenChecksAProofAndReadsTheAnswer() throws Exception {
        Path proof = proof();
        String text = Files.readString(proof);
        try (Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/log").sees("Aucun témoin pour l’instant").accessible().quiet();
            browser.screenshots("log-fr");
            browser.submit().sees("erreur à corriger").accessible().screenshots("log-nothing-fr");
            browser.upload("file", proof).submit().sees("Vrai : cet acte est bien");
            browser.accessible().screenshots("log-true-fr");
            browser.type("text", text.replaceFirst("index \\d+", "index 4096")).submit();
            browser.sees("Faux : ce fichier ne prouve rien").accessible();
            browser.screenshots("log-false-fr");
            browser.type("text", text).type("key", "pas une clé").submit();
            browser.sees("n’est pas une clé de journal").accessible();
            browser.type("text", text.replace("localhost/danaya-log\n", "other.example/log\n"));
            browser.type("key", "").submit().sees("autre journal").accessible();
            browser.screenshots("log-foreign-fr");
            browser.go("/log").press("English").sees("No witness for now").accessible();
            browser.screenshots("log-en");
        }
    }

    @Test
    void theConsoleShowsTheLogsState() throws Exception {
        published();
        try (Browser browser = Browser.open(TestPlatform.address());
                TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR)) {
            auditor.into(browser.go("/")).go("/console/log").sees("publie").accessible().quiet();
            browser.screenshots("log-state-fr");
            browser.press("English")
                    .sees("Wait of the oldest")
                    .accessible()
                    .screenshots("log-state-en");
        }
    }

    private Path proof() throws Exception {
        published();
        byte[] bytes = TestPlatform.bean(LogProofs.class).prove("0").toBytes();
        return Files.write(folder.resolve("exemple.tlog-proof"), bytes);
    }

    /** Waits until the log of a platform that has just started publishes. */
    private static void published() throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (TestPlatform.bean(PublicLog.class).latest().isEmpty()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }
}
