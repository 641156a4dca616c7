package org.danaya.text.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.danaya.text.form.Legend;
import org.danaya.text.form.RandomFlows;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class HtmlTest {

    private static final Frame FRAME = Frame.alone(Legend.FRENCH);

    private static Line line(Role role, int level, String number, String words) {
        return Line.of(role, level, number, List.of(Run.of(words)));
    }

    private static Document read(Flow flow, Frame frame) {
        return Jsoup.parse(Html.fragment(flow, frame));
    }

    private static Flow flow(Line... lines) {
        return new Flow("fr", "", List.of(lines));
    }

    @Test
    void headingsGoDownOneByOneAndBeyondSix() {
        Line[] lines = {
            line(Role.TITLE, 0, "", "Loi"),
            line(Role.HEADING, 3, "Article 1", "Objet"),
            line(Role.HEADING, 4, "", ""),
            line(Role.HEADING, 4, "1.", "a"),
            line(Role.HEADING, 5, "2.", "b"),
            line(Role.HEADING, 6, "3.", "c"),
            line(Role.HEADING, 1, "Titre II", "d")
        };
        assertEquals(
                List.of("h3", "h4", "h5", "h6", "h6/7", "h4"),
                read(flow(lines), new Frame(3, "", Legend.FRENCH))
                        .select("h1,h2,h3,h4,h5,h6")
                        .stream()
                        .map(h -> h.tagName() + (h.hasAttr("aria-level") ? "/7" : ""))
                        .toList());
    }

    @Test
    void aPartHasItsNameOnce() {
        Place place = new Place("article", "art_3", "w3");
        Line first =
                new Line(place, "article", Role.HEADING, 1, "Article 3", List.of(Run.of("Objet")));
        Line next = new Line(place, "", Role.BODY, 0, "", List.of(Run.of("La loi.")));
        Document page = read(flow(first, next), new Frame(2, "v2-", Legend.FRENCH));
        Element heading = page.selectFirst("#v2-art_3");
        assertNotNull(heading);
        assertEquals("h2", heading.tagName());
        assertEquals("w3", heading.attr("data-wid"));
        assertEquals(1, page.select("[id]").size());
    }

    @Test
    void addressesThatRunSomethingAreNoLinks() {
        for (String href :
                List.of(
                        "javascript:alert(1)",
                        "JaVaScript:alert(1)",
                        " javascript:alert(1)",
                        "java\tscript:alert(1)",
                        "\u0001javascript:alert(1)",
                        "data:text/html,x",
                        "vbscript:x",
                        "//evil.example",
                        "/relative",
                        "file:///etc/passwd",
                        "https://a.ml\n.evil.example",
                        "#",
                        "# a")) {
            Flow text =
                    flow(
                            Line.of(
                                    Role.BODY,
                                    0,
                                    "",
                                    List.of(
                                            new Run("mot", Style.PLAIN.to(href)),
                                            new Picture(href, "plan"))));
            assertEquals(0, read(text, FRAME).select("a").size(), href);
        }
        Flow fine =
                flow(
                        Line.of(
                                Role.BODY,
                                0,
                                "",
                                List.of(
                                        new Run("a", Style.PLAIN.to("https://a.ml/?b=\"c")),
                                        new Run(
                                                "b",
                                                Style.PLAIN
                                                        .to("https://a.ml/?b=\"c")
                                                        .with(Mark.BOLD)),
                                        new Run("c", Style.PLAIN.to("#art_1")),
                                        new Picture("http://a.ml/i.png", "plan"))));
        assertEquals(
                List.of("https://a.ml/?b=\"c", "#x-art_1", "http://a.ml/i.png"),
                read(fine, new Frame(1, "x-", Legend.FRENCH)).select("a").eachAttr("href"));
    }

    @Test
    void aFootnoteLeadsThereAndBack() {
        Note inner = new Note("", List.of(line(Role.BODY, 0, "", "au fond")));
        Note note =
                new Note("", List.of(Line.of(Role.BODY, 0, "", List.of(Run.of("Voir"), inner))));
        Document page = read(flow(Line.of(Role.BODY, 0, "", List.of(Run.of("mot"), note))), FRAME);
        assertEquals(List.of("#note-1", "#note-2"), page.select(".call a").eachAttr("href"));
        assertEquals(2, page.select(".notes li").size());
        for (Element back : page.select(".notes li > a[aria-label]")) {
            assertNotNull(page.getElementById(back.attr("href").substring(1)));
        }
    }

    @Test
    void aTableNamesItsColumns() {
        Grid.Cell cell = new Grid.Cell(1, 1, List.of(line(Role.BODY, 0, "", "x")));
        Grid.Cell wide = new Grid.Cell(2, 1, cell.lines());
        Grid grid =
                new Grid(
                        Place.NOWHERE,
                        0,
                        List.of(
                                new Grid.Row(true, List.of(cell, wide)),
                                new Grid.Row(false, List.of(cell, cell, cell))));
        Line caption = line(Role.CAPTION, 0, "Tableau 1", "Axes");
        Document page = read(new Flow("fr", "", List.of(caption, grid)), FRAME);
        assertEquals(List.of("col", "colgroup"), page.select("thead th").eachAttr("scope"));
        assertEquals("Tableau 1 Axes", page.select("caption").text());
        assertEquals("Tableau 1 Axes", page.select("[role=region]").attr("aria-label"));
        assertEquals(3, page.select("tbody td").size());
    }

    @Test
    void aDocumentFetchesAndRunsNothing() {
        Document page = Jsoup.parse(Html.document(new RandomFlows(7).flow(40), Legend.ENGLISH));
        assertEquals(0, page.select("script,link,img,iframe,object,embed,form,base").size());
        assertEquals(1, page.select("title").size());
        assertEquals(1, page.select("main").size());
    }

    /** Whatever the text: well formed, no style, no handler, names once, words in order. */
    @Test
    void randomTextsAreWellFormedAndWhole() {
        for (long seed = 0; seed < 400; seed++) {
            Flow flow = new RandomFlows(seed).flow(10);
            String html = Html.document(flow, Legend.FRENCH);
            Parser parser = Parser.htmlParser().setTrackErrors(10);
            Document page = parser.parseInput(html, "");
            assertEquals(List.of(), parser.getErrors(), "seed " + seed);
            Set<String> ids = new HashSet<>();
            for (Element element : page.getAllElements()) {
                element.attributes()
                        .forEach(
                                attribute ->
                                        assertFalse(
                                                attribute.getKey().matches("on.*|style|src"),
                                                attribute::html));
                if (element.hasAttr("id")) {
                    assertTrue(ids.add(element.id()), element.id());
                }
                if (element.hasAttr("href")) {
                    assertTrue(element.attr("href").matches("(?s)(#|https?:|mailto:).*"));
                }
            }
            page.select(".notes, .call, .picture").remove();
            assertEquals(bare(own(flow)), bare(page.select("main").text()), "seed " + seed);
        }
    }

    /** The words of lines without those of footnotes. */
    private static String own(Flow flow) {
        StringBuilder words = new StringBuilder();
        flow.lines().forEach(line -> words.append(line.number()).append(line.text()));
        return words.toString();
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]", "");
    }
}
