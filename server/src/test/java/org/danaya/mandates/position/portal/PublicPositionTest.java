package org.danaya.mandates.position.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.danaya.app.TestPlatform;
import org.danaya.base.Sha256;
import org.danaya.log.PublicLog;
import org.danaya.mandates.Limit;
import org.danaya.mandates.Scope;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.PlatformPositions;
import org.danaya.mandates.position.PositionNames;
import org.danaya.mandates.position.TestPositions;
import org.danaya.mandates.position.Wording;
import org.danaya.page.Browser;
import org.danaya.people.Persons;
import org.danaya.people.TestPersons;
import org.danaya.verify.Opening;
import org.danaya.verify.Policy;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anybody sees of official positions and of spokespersons. About 40 seconds. */
class PublicPositionTest {

    private static final String HOSTILE =
            "<script>document.title='volé'</script> l’État « dit » & redit ɛ ɔ ɲ ŋ";
    private static final String TEXT =
            "Premier paragraphe : " + HOSTILE + "\n\nDeuxième paragraphe.\n\t– un tiret";

    private static PlatformPositions kit;
    private static OfficialPosition told;
    private static Browser browser;

    @BeforeAll
    static void open() {
        kit = new PlatformPositions("position-publique-exemple");
        told =
                kit.inForce(
                        kit.terms(
                                new Wording("Objet publié " + HOSTILE, TEXT),
                                Optional.of(new Wording("Published subject", "English text"))));
        browser = Browser.open(TestPlatform.address()).width(Browser.PHONE);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static String path(OfficialPosition position) {
        return "/positions/" + position.publication().orElseThrow().number();
    }

    /** As a browser gets it: compressed. */
    private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(TestPlatform.address().resolve(path))
                            .header("Accept-Language", "fr")
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String plain(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(TestPlatform.address().resolve(path))
                                    .header("Accept-Language", "fr")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + "\n" + answer.body();
        }
    }

    private static String body(String path) throws IOException, InterruptedException {
        return plain(path).substring("200\n".length());
    }

    @Test
    void anybodyReadsItInTheListAndOnItsPageOnAPhone() {
        browser.go("/").sees("Les positions officielles").press("Les positions officielles");
        browser.sees("Positions officielles").accessible();
        browser.type("q", "publie position-publique").press("Filtrer");
        browser.sees("Objet publié").accessible().screenshots("positions-list-fr");
        browser.go(path(told)).sees("Position en vigueur au").accessible();
        assertThat(browser.driver().getTitle()).startsWith("P-").doesNotStartWith("volé");
        assertThat(browser.find(".said").getAttribute("textContent")).isEqualTo(TEXT);
        browser.sees(told.head().terms().french().sha256());
        browser.sees(PositionNames.code(told.head())).screenshots("positions-one-fr");
        browser.go(path(told) + "?lang=en").sees("Position in force on");
        assertThat(browser.heading()).isEqualTo("Published subject");
        browser.accessible().screenshots("positions-one-en").quiet();
        browser.go("/positions?lang=fr").sees("Positions officielles");
    }

    @Test
    void itsPageIsLight() throws IOException, InterruptedException {
        assertThat(get(path(told)).body().length).isLessThan(40_000);
        assertThat(get("/positions").body().length).isLessThan(40_000);
        assertThat(get("/spokespersons").body().length).isLessThan(40_000);
    }

    @Test
    void itsQrLeadsToItAndItsProofShowsWhatWasSigned() throws IOException, InterruptedException {
        String code = PositionNames.code(told.head());
        browser.go("/p/" + code.toLowerCase(java.util.Locale.ROOT)).sees("Position en vigueur au");
        assertThat(browser.path()).isEqualTo(path(told));
        assertThat(plain("/p/0000-0000-0000")).startsWith("404");
        Policy policy =
                Policy.of(TestPlatform.bean(PublicLog.class).keys().toArray(VerifierKey[]::new));
        Opening opening = Opening.parse(get(path(told) + "/proof").body()).orThrow();
        if (!(opening.verify(policy)
                instanceof Verdict.Valid<Opening.Opened>(Opening.Opened opened))) {
            throw new AssertionError(opening.verify(policy));
        }
        assertThat(new String(opened.content(), StandardCharsets.UTF_8))
                .startsWith(new String(told.head().content(), StandardCharsets.UTF_8));
        String text = body(path(told) + "/text/fr");
        assertThat(
                        java.util.HexFormat.of()
                                .formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(told.head().terms().french().sha256());
        assertThat(plain(path(told) + "/file")).startsWith("404");
    }

    @Test
    void programsGetTheSame() throws Exception {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode one = json.readTree(body("/api/v1" + path(told)));
        assertThat(one.get("state").asString()).isEqualTo("in-force");
        assertThat(one.get("french").get("text").asString()).isEqualTo(TEXT);
        assertThat(one.get("function").asString()).isEqualTo("Ministre");
        assertThat(one.get("replacedBy").isNull()).isTrue();
        JsonNode list = json.readTree(body("/api/v1/positions?q=position-publique-exemple"));
        assertThat(list.get("positions")).isNotEmpty();
        Document feed =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        body("/positions/feed").getBytes(StandardCharsets.UTF_8)));
        assertThat(feed.getDocumentElement().getTextContent()).contains(TEXT);
    }

    @Test
    void whatIsUnderEmbargoIsNowhere() throws IOException, InterruptedException {
        OfficialPosition.Head secret =
                kit.signed(
                        TestPositions.until(
                                kit.terms(
                                        new Wording("Zzsecret", "Zzsecret texte"),
                                        Optional.empty()),
                                Instant.now().plus(Duration.ofDays(1))));
        String code = PositionNames.code(secret);
        for (String path :
                List.of(
                        "/positions?q=zzsecret",
                        "/positions?q=" + code,
                        "/positions/feed",
                        "/api/v1/positions?limit=100",
                        "/api/v1/positions?q=zzsecret")) {
            String answer = plain(path);
            assertThat(answer).as(path).startsWith("200").doesNotContain("Zzsecret");
            assertThat(answer).as(path).doesNotContain(secret.id().toString());
        }
        assertThat(plain("/p/" + code)).startsWith("404").doesNotContain("Zzsecret");
        assertThat(plain("/api/v1/mandates/" + code))
                .contains("INCONNU_OU_FALSIFIE")
                .doesNotContain("Zzsecret");
        long next = Long.parseLong(path(told).substring("/positions/".length()));
        for (long number = next; number < next + 20; number++) {
            assertThat(plain("/positions/" + number)).doesNotContain("Zzsecret");
            assertThat(plain("/api/v1/positions/" + number)).doesNotContain("Zzsecret");
        }
    }

    @Test
    void whatWasReplacedOrWithdrawnStaysAndSaysSo() {
        OfficialPosition old =
                kit.inForce(kit.terms(new Wording("Ancienne", "Avant"), Optional.empty()));
        OfficialPosition next =
                kit.inForce(
                        TestPositions.superseding(
                                kit.terms(new Wording("Nouvelle", "Après"), Optional.empty()),
                                old.id()));
        browser.go(path(old)).sees("elle a été remplacée").sees("Nouvelle").accessible();
        browser.screenshots("positions-replaced-fr");
        browser.press("Nouvelle").sees("Position en vigueur au");
        assertThat(browser.path()).isEqualTo(path(next));
        kit.positions
                .decisions()
                .withdraw(next.id(), UUID.randomUUID(), _ -> true, "Erreur <b>grave</b> (exemple)");
        browser.go(path(next)).sees("elle a été retirée").sees("<b>grave</b>").accessible();
        browser.screenshots("positions-withdrawn-fr");
        browser.go("/positions?on=2020-01-01").sees("Rien ne correspond").accessible();
        browser.go(path(next) + "?on=2020-01-01").sees("Il n’y a pas de telle position");
    }

    @Test
    void whoIsASpokespersonIsSaidAndWhoIsNotIsSaidJustThat() {
        Persons persons = TestPlatform.bean(Persons.class);
        kit.spokesperson(
                TestPersons.registered(persons, "Parolière Ɲaɲa"),
                new Scope(
                        Map.of(Scope.Side.MATTERS, Limit.of(List.of("Numérique", "Postes"))),
                        Optional.empty()));
        browser.go("/positions").press("Qui peut parler").sees("Porte-parole");
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!browser.text().contains("Parolière") && System.nanoTime() < end) {
            browser.go("/spokespersons");
        }
        browser.sees("Parolière Ɲaɲa").sees("Sur : Numérique, Postes").accessible();
        browser.type("name", "ɲaɲa paroliere exemple").submit();
        browser.sees("est porte-parole de").accessible().screenshots("spokespersons-found-fr");
        browser.type("name", "Quelqu’un D’Autre").submit();
        browser.sees("Cette personne n’est pas porte-parole désigné.").accessible();
        assertThat(browser.path()).isEqualTo("/spokespersons");
        browser.screenshots("spokespersons-absent-fr");
        browser.go("/spokespersons?lang=en").sees("On: Numérique, Postes").accessible();
        browser.screenshots("spokespersons-en").quiet();
        browser.go("/spokespersons?lang=fr").sees("Porte-parole");
    }
}
