package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.danaya.access.Role;
import org.danaya.log.PublicLog;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.page.Browser;
import org.danaya.page.Language;
import org.danaya.signin.TestSessions;
import org.danaya.verify.Opening;
import org.danaya.verify.Policy;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifierKey;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who could sign on a day: the page, the file, and strangers who check it. About 10 seconds. */
class WhoCouldProofTest {

    private static final String PAGE = "/console/who-could";

    @TempDir private Path folder;

    @Test
    void theAnswerComesWithAFileThatStrangersCanCheck() throws Exception {
        PlatformMandates kit = new PlatformMandates("qui-pouvait", "MQUI");
        Mandate.Head head =
                kit.inForce(
                                kit.terms(
                                        kit.person("Oumou", "Exemple-Pouvait"),
                                        Scope.OPEN,
                                        Power.SIGN))
                        .getFirst();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String question = "?structure=qui-pouvait&power=SIGNER&on=" + today;
        try (TestSessions officer = TestSessions.signedInAs(Role.AUDITOR);
                TestSessions nobody = TestSessions.signedInAs();
                HttpClient client = HttpClient.newHttpClient();
                Browser browser = Browser.open(TestPlatform.address())) {
            assertThat(nobody.get(PAGE + question).statusCode()).isEqualTo(403);
            officer.into(browser.go("/")).go(PAGE + "?lang=fr").sees("Qui pouvait").accessible();
            browser.go(PAGE + question).sees("Oumou Exemple-Pouvait").sees("MANDANT MQUI");
            browser.accessible().screenshots("who-could-fr");
            browser.go(PAGE + question + "&lang=en").sees("Who could").screenshots("who-could-en");
            assertThat(officer.get(PAGE + "?structure=aucune&power=SIGNER&on=" + today).body())
                    .contains("à votre portée");
            for (String day : new String[] {"+999999999-12-31", "hier", "1600-01-01"}) {
                String wrong = "?structure=qui-pouvait&power=SIGNER&on=" + day;
                assertThat(officer.get(PAGE + wrong).statusCode()).as(day).isEqualTo(422);
                assertThat(
                                officer.get("/api/v1/mandates/as-of" + wrong, "application/json")
                                        .statusCode())
                        .as(day)
                        .isEqualTo(400);
            }

            String body =
                    officer.get("/api/v1/mandates/as-of" + question, "application/json").body();
            assertThat(body).contains("\"able\"");
            JsonNode answer = JsonMapper.builder().build().readTree(body);
            assertThat(answer.get("able").size()).isEqualTo(2);
            assertThat(answer.get("able").get(1).get("number").asLong()).isEqualTo(head.number());

            HttpResponse<byte[]> zip =
                    client.send(
                            HttpRequest.newBuilder(address(PAGE + "/proof" + question))
                                    .header("Cookie", officer.cookies())
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            Map<String, byte[]> files = files(zip.body());
            assertThat(files).hasSize(3).containsKey("answer.json");
            check(files, head);
        }
    }

    private void check(Map<String, byte[]> files, Mandate.Head head) throws Exception {
        VerifierKey[] keys = TestPlatform.bean(PublicLog.class).keys().toArray(VerifierKey[]::new);
        boolean seen = false;
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            if (each.getKey().endsWith(".danaya-opening")) {
                Opening opening = Opening.parse(each.getValue()).orThrow();
                assertThat(opening.verify(Policy.of(keys))).isInstanceOf(Verdict.Valid.class);
                if (opening.verify(Policy.of(keys))
                        instanceof Verdict.Valid<Opening.Opened>(Opening.Opened opened)) {
                    seen |=
                            new String(opened.content(), StandardCharsets.UTF_8)
                                    .startsWith(new String(head.content(), StandardCharsets.UTF_8));
                }
                Path file = Files.write(folder.resolve(each.getKey()), each.getValue());
                assertThat(check(file, keys[0])).isZero();
                byte[] changed = each.getValue().clone();
                changed[60] ^= 1;
                assertThat(check(Files.write(file, changed), keys[0])).isNotZero();
            }
        }
        assertThat(seen).as("one of the leaves says what the mandate says").isTrue();
    }

    private static int check(Path file, VerifierKey key) {
        return Danaya.commandLine(Language.ENGLISH)
                .execute("log", "check", file.toString(), "--key", key.vkey());
    }

    private static Map<String, byte[]> files(byte[] zip) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static URI address(String path) {
        return TestPlatform.address().resolve(path);
    }
}
