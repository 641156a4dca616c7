package org.danaya.text.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.danaya.text.form.Legend;
import org.danaya.text.form.RandomRedlines;
import org.danaya.text.form.Tally;
import org.danaya.text.redline.Redline;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class RedlineHtmlTest {

    private static Document read(Redline redline, boolean folded) {
        return Jsoup.parse(
                RedlineHtml.fragment(redline, new Frame(2, "c-", Legend.FRENCH), folded));
    }

    @Test
    void everyChangeIsShownByMoreThanColour() {
        Document page = read(RandomRedlines.example(), false);
        assertEquals(
                List.of("[ajouté : vitale1 fin de l’ajout]"),
                page.select("#c-art_1 ~ p ins").eachText().subList(0, 1));
        assertEquals("Article 2 Article 3", page.select(".renumbered del, .renumbered ins").text());
        Element from = page.selectFirst("#c-moved-from-1");
        assertNotNull(from);
        assertEquals("#c-moved-to-1", from.select(".move a").attr("href"));
        assertEquals("#c-moved-from-1", page.select("#c-moved-to-1 .move a").attr("href"));
        assertTrue(page.select(".changes li").eachText().contains("1 paragraphe déplacé"));
        assertTrue(page.select(".notes ins").text().contains("note neuve"));
    }

    @Test
    void longStretchesAreFolded() {
        Document page = read(RandomRedlines.mostlySame(), true);
        assertEquals(List.of("19 paragraphes inchangés"), page.select("summary").eachText());
        assertEquals(0, read(RandomRedlines.mostlySame(), false).select("details").size());
    }

    /** A reader of headings alone is never led from a title to an article two levels below it. */
    @Test
    void theHeadingsAboveWhatChangedStayInSight() {
        Document page = read(RandomRedlines.deeplySame(), true);
        page.select("details").remove();
        assertEquals(
                List.of("h2 Loi", "h3 Titre 2", "h4 Chapitre 2.3", "h5 Article 9"),
                page.select("h2, h3, h4, h5").stream()
                        .map(heading -> heading.tagName() + " " + heading.text())
                        .map(line -> line.replaceFirst("(?<=h5 ).*(Article 9).*", "$1"))
                        .toList());
    }

    @Test
    void numbersAreToldInBothLanguages() {
        Tally tally = Tally.of(RandomRedlines.example());
        assertEquals("1 paragraph moved", tally.sentences(Legend.ENGLISH).get(3));
        assertEquals(1, tally.renumbered());
        Redline nothing = new Redline("fr", "", "", List.of());
        assertEquals(List.of("Aucune modification."), Tally.of(nothing).sentences(Legend.FRENCH));
    }

    /** Whatever changed: well formed, names once, and each version's words are in order. */
    @Test
    void randomChangesAreWellFormedAndWhole() {
        for (long seed = 0; seed < 300; seed++) {
            Redline redline = RandomRedlines.of(seed);
            String html = RedlineHtml.document(redline, Legend.ENGLISH, seed % 2 == 0);
            Parser parser = Parser.htmlParser().setTrackErrors(10);
            Document page = parser.parseInput(html, "");
            assertEquals(List.of(), parser.getErrors(), "seed " + seed);
            Set<String> ids = new HashSet<>();
            for (Element element : page.getAllElements()) {
                if (element.hasAttr("id")) {
                    assertTrue(ids.add(element.id()), "seed " + seed + " " + element.id());
                }
                assertFalse(element.hasAttr("style"));
            }
            for (Element link : page.select(".move a")) {
                assertNotNull(page.getElementById(link.attr("href").substring(1)));
            }
            page.select(".said, .changes, .move, .notes, .call, .picture, summary").remove();
            Document former = page.clone();
            former.select("ins, [id^=moved-to-]").remove();
            page.select("del, [id^=moved-from-]").remove();
            assertEquals(own(redline.after()), bare(page.select("main").text()), "seed " + seed);
            assertEquals(own(redline.before()), bare(former.select("main").text()), "seed " + seed);
        }
    }

    /** The words of lines without those of footnotes. */
    private static String own(org.danaya.text.flow.Flow flow) {
        StringBuilder words = new StringBuilder();
        flow.lines().forEach(line -> words.append(line.number()).append(line.text()));
        return bare(words.toString());
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]", "");
    }
}
