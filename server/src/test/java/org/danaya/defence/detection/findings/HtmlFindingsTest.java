package org.danaya.defence.detection.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.danaya.defence.detection.Match;
import org.danaya.page.Browser;
import org.danaya.page.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HtmlFindingsTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void realMatchesAreReadOnAPhoneAndADesk(Language language) throws IOException {
        List<Match> real = RealMatches.all();
        assertThat(real).hasSizeGreaterThan(100);
        List<Match> matches = new ArrayList<>(real.subList(0, 20));
        matches.add(Samples.full());
        matches.add(Samples.hostile());
        show(language, "detection", matches.toArray(new Match[0]));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingFoundIsSaid(Language language) throws IOException {
        show(language, "detection-nothing");
        assertThat(page(language).select(".lead").text())
                .isEqualTo(Samples.WORDS.say(language, "findings.report.nothing"));
    }

    @Test
    void theVerdictStandsAtTheTop() {
        Element verdict =
                page(Language.FRENCH, Samples.plain(), Samples.full()).select(".verdict").first();
        assertThat(verdict.text().replace('\u00a0', ' '))
                .startsWith(
                        "En bref 2 constats, par 1 règle. 2 sont critiques ou élevés : à examiner"
                                + " d’abord. 1 machine est concernée : DC01. Du 1er mars 2026 à"
                                + " 22:00 au 1er mars 2026 à 23:59. 0 critique 2 élevés 0 moyen"
                                + " 0 faible 0 information Ce qui manque à cette réponse :")
                .contains("5 événements n’ont pas pu être lus")
                .contains("1 fichier n’a pas pu être lu");
    }

    @Test
    void itSaysWhichPartWasAskedFor() {
        Showing showing = Samples.showing(Language.FRENCH, Samples.ASKED);
        Document page = Jsoup.parse(Samples.text(FindingsFormat.HTML, showing, Samples.plain()));
        assertThat(page.select(".asked li").eachText())
                .containsExactly(
                        "règles de niveau moyen au moins (--min-level)",
                        "règles qui portent l’étiquette attack.t1059 (--tag)",
                        "événements à partir de 2026-03-01T00:00:00Z (--from), et ceux qui ne disent"
                                + " pas leur heure");
        assertThat(page.select(".levels li").eachText())
                .containsExactly("0 critique", "1 élevé", "0 moyen");
        assertThat(page.select(".verdict").text()).contains("Le 1er mars 2026 à 23:59.");
        Document all = page(Language.FRENCH, Samples.plain(), Samples.full());
        assertThat(all.select(".asked")).isEmpty();
        assertThat(all.select(".levels li").eachText()).hasSize(5).contains("2 élevés");
    }

    @Test
    void everyRuleHasItsAuthorBesideItsMatches() {
        Document page = page(Language.ENGLISH, Samples.full(), Samples.hostile());
        assertThat(page.select("article.rule")).hasSize(2);
        Element rule = page.select("article.rule.high").first();
        assertThat(rule.text()).contains("Author of the rule A. Diarra");
        assertThat(rule.select("time").attr("datetime")).isEqualTo("2026-03-01T22:00:00Z");
        assertThat(rule.select(".fields div").eachText())
                .containsExactly(
                        "Image endswith \\cmd.exe C:\\cmd.exe", "Image C:\\cmd.exe", "Id 1");
    }

    @Test
    void techniquesStandUnderTheTacticsOfTheirRules() {
        Document page = page(Language.FRENCH, Samples.plain());
        assertThat(page.select(".attack > li")).hasSize(15);
        assertThat(page.select(".attack > li.hit").text())
                .isEqualTo("Exécution 1 constat T1059.001 1");
    }

    @Test
    void hostileTextsAreTextAndNothingElse() {
        String html =
                Samples.text(
                        FindingsFormat.HTML, Samples.showing(Language.FRENCH), Samples.hostile());
        assertThat(html.chars())
                .allMatch(c -> c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c))
                .noneMatch(c -> (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
                .noneMatch(c -> c == 0xfeff || c == 0x200f);
        Document page = Jsoup.parse(html);
        assertThat(
                        page.select(
                                "script, img, iframe, a, link, form, object, [src], [href], [style]"))
                .isEmpty();
        assertThat(page.getAllElements())
                .allMatch(
                        element ->
                                element.attributes().asList().stream()
                                        .noneMatch(each -> each.getKey().startsWith("on")));
        assertThat(page.select("h4 bdi").text()).contains("</td><script>alert(1)</script>");
    }

    @Test
    void thePolicyAllowsTheStyleAndNothingElse() throws NoSuchAlgorithmException {
        Document page = page(Language.FRENCH, Samples.plain());
        byte[] hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(
                                page.select("style")
                                        .first()
                                        .data()
                                        .getBytes(StandardCharsets.UTF_8));
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo(
                        "default-src 'none'; style-src 'sha256-"
                                + Base64.getEncoder().encodeToString(hash)
                                + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void ofManyMatchesTheFirstAreShownAndTheRestCounted() {
        Match[] many = new Match[1_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = Samples.plain(Samples.rule(), i);
        }
        Document page = page(Language.ENGLISH, many);
        assertThat(page.select(".match")).hasSize(Kept.MOST_OF_A_RULE);
        assertThat(page.select("article.rule").text())
                .contains("995 more findings of this rule are not shown");
    }

    @Test
    void ofManyRulesOfALevelTheFirstAreShown() {
        Match[] many = new Match[Kept.MOST_OF_A_LEVEL + 50];
        for (int i = 0; i < many.length; i++) {
            many[i] = Samples.bare(Samples.rule("Rule " + i));
        }
        Document page = page(Language.ENGLISH, many);
        assertThat(page.select(".match")).hasSize(Kept.MOST_OF_A_LEVEL);
        assertThat(page.select("article.rule")).hasSize(many.length);
        assertThat(page.text()).contains("No finding says when it happened.");
    }

    @Test
    void anEventOfManyFieldsIsShortened() {
        String evidence = "{\"a\":[" + "1,".repeat(500) + "1],\"b\":\"x\"}";
        assertThat(Fields.of(evidence)).hasSize(Fields.MOST + 1);
        assertThat(Fields.of("{\"a\":{\"b\":\"" + "y".repeat(5_000) + "\"}}"))
                .containsExactly(new Report.Field("a.b", "y".repeat(Fields.LONGEST) + "…"));
        assertThat(Fields.of("no JSON")).containsExactly(new Report.Field("", "no JSON"));
        assertThat(Fields.of("{\"a\":".repeat(100_000))).hasSize(1);
    }

    private void show(Language language, String name, Match... matches) throws IOException {
        Path file = folder.resolve("report.html");
        Files.write(file, Samples.written(FindingsFormat.HTML, Samples.showing(language), matches));
        try (Browser browser = Browser.open(folder.toUri(), language.code())) {
            browser.go("report.html").quiet().accessible();
            browser.driver()
                    .executeScript(
                            "document.querySelectorAll('details').forEach(d => d.open = true)");
            browser.accessible().screenshots(name + "-" + language.code());
        }
    }

    private static Document page(Language language, Match... matches) {
        return Jsoup.parse(Samples.text(FindingsFormat.HTML, Samples.showing(language), matches));
    }
}
