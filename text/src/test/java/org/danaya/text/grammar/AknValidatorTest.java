package org.danaya.text.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.danaya.text.TextFault;
import org.danaya.text.akn.AknReader;
import org.junit.jupiter.api.Test;

class AknValidatorTest {

    private static final String IDENTIFICATION =
            """
            <identification source="#agency">
            <FRBRWork><FRBRthis value="/akn/ml/act/2024-01-15/7/!main"/>
            <FRBRuri value="/akn/ml/act/2024-01-15/7"/><FRBRdate date="2024-01-15" name="g"/>
            <FRBRauthor href="#agency"/><FRBRcountry value="ml"/></FRBRWork>
            <FRBRExpression><FRBRthis value="/akn/ml/act/2024-01-15/7/fra@2024-02-01/!main"/>
            <FRBRuri value="/akn/ml/act/2024-01-15/7/fra@2024-02-01"/>
            <FRBRdate date="2024-02-01" name="g"/><FRBRauthor href="#agency"/>
            <FRBRlanguage language="fr"/></FRBRExpression>
            <FRBRManifestation>
            <FRBRthis value="/akn/ml/act/2024-01-15/7/fra@2024-02-01/!main.xml"/>
            <FRBRuri value="/akn/ml/act/2024-01-15/7/fra@2024-02-01.akn"/>
            <FRBRdate date="2024-02-02" name="g"/><FRBRauthor href="#agency"/></FRBRManifestation>
            </identification>
            """;

    private static final String REFERENCES =
            """
            <references source="#agency">
            <TLCOrganization eId="agency" href="/akn/ontology/organization/ml.agency" showAs="A"/>
            <TLCConcept eId="idea" href="/akn/ontology/concept/idea" showAs="I"/></references>
            """;

    private static final String ARTICLE =
            """
            <article eId="art_1"><num eId="art_1__num">1</num>
            <content eId="art_1__content"><p>Un <ref href="#art_2">renvoi</ref>.</p></content></article>
            <article eId="art_2"><content><p refersTo="#idea">Deux.</p></content></article>
            """;

    private static String act(String identification, String body) {
        return "<akomaNtoso xmlns='"
                + Tree.AKN
                + "'><act name='loi'><meta>\n"
                + identification
                + REFERENCES
                + "</meta><body>"
                + body
                + "</body></act></akomaNtoso>";
    }

    private static Report check(String document) {
        return AknValidator.validate(document.getBytes(StandardCharsets.UTF_8), Drafts.REFUSED);
    }

    /** The findings of a body, each as {@code RULE subject found [expected]}. */
    private static List<String> inBody(String body) {
        return told(check(act(IDENTIFICATION, body)));
    }

    private static List<String> inIdentification(String from, String to) {
        assertTrue(IDENTIFICATION.contains(from));
        return told(check(act(IDENTIFICATION.replace(from, to), ARTICLE)));
    }

    private static List<String> told(Report report) {
        return report.findings().stream()
                .map(
                        each ->
                                each.rule()
                                        + " "
                                        + each.subject()
                                        + " "
                                        + each.found()
                                        + " "
                                        + each.expected())
                .toList();
    }

    @Test
    void anActAsItShouldBeHasNoFinding() {
        Report report = check(act(IDENTIFICATION, ARTICLE));
        assertEquals(List.of(), told(report));
        assertTrue(report.valid());
        assertTrue(report.conforms());
    }

    @Test
    void aFindingSaysWhereItIsAndWhatWasExpected() {
        Report report =
                check(
                        act(
                                IDENTIFICATION,
                                "<article eId='art_1'>\n  <content/>\n  <num>1</num></article>"));
        Finding finding =
                report.findings().stream()
                        .filter(each -> each.rule() == Rule.ELEMENT_MISPLACED)
                        .findFirst()
                        .orElseThrow();
        assertEquals("text.akn.element-misplaced", finding.code());
        assertEquals(Severity.ERROR, finding.severity());
        assertEquals(20, finding.line());
        assertEquals(3, finding.column());
        assertEquals("akomaNtoso/act/body/article#art_1/num", finding.path());
        assertEquals("num", finding.found());
        assertEquals(List.of(), finding.expected());
        assertFalse(report.conforms());
    }

    @Test
    void oneOmissionIsOneFinding() {
        String document = act(IDENTIFICATION, ARTICLE);
        String without = document.replaceAll("(?s)<FRBRExpression>.*</FRBRExpression>\n", "");
        assertEquals(
                List.of("ELEMENT_MISPLACED FRBRManifestation FRBRManifestation [FRBRExpression]"),
                told(check(without)));
        assertEquals(
                List.of("ELEMENT_MISSING act  [body, coverPage, preface, preamble]"),
                told(check(document.replaceAll("(?s)<body>.*</body>", ""))));
    }

    @Test
    void whatTheSchemaRefusesHasItsOwnCode() {
        assertEquals(
                List.of("ELEMENT_UNKNOWN artcle artcle"), cut(inBody("<artcle/>" + ARTICLE), 29));
        assertEquals(
                List.of("ATTRIBUTE_MISSING href  [uri]"),
                inBody("<article><content><p><ref>x</ref></p></content></article>"));
        assertEquals(
                List.of("ATTRIBUTE_VALUE level x [integer]"),
                inBody(
                        "<article><content><toc><tocItem href='/a' level='x'>x</tocItem></toc>"
                                + "</content></article>"));
        assertEquals(
                List.of("DATE date 2023-02-29 [date, dateTime]"),
                inBody(
                        "<article><content><p><date date='2023-02-29'>x</date></p></content>"
                                + "</article>"));
        assertEquals(
                List.of("WORDS_MISPLACED content loose"),
                cut(inBody("<article><content>loose<p>x</p></content></article>"), 29));
        assertEquals(
                List.of("SPACE_MISPLACED br  []"),
                inBody("<article><content><p>x<br> </br></p></content></article>"));
        assertEquals(
                List.of("EID_DUPLICATE eId art_2 [20]"),
                inBody(ARTICLE + "<article eId='art_2'><content><p>x</p></content></article>"));
        assertEquals(
                List.of("ID_DUPLICATE xml:id a [18]"),
                inBody("<article xml:id='a'><content><p xml:id=' a '>x</p></content></article>"));
        assertEquals(
                List.of("INSTANCE_TYPE xsi:type hierarchy []"),
                inBody(
                        "<article xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                                + " xsi:type='hierarchy'><content><p>x</p></content></article>"));
        assertEquals(
                List.of("NAMESPACE html http://www.w3.org/1999/xhtml [" + Tree.AKN + "]"),
                told(check("<html xmlns='http://www.w3.org/1999/xhtml'/>")));
    }

    private static List<String> cut(List<String> told, int length) {
        return told.stream()
                .map(each -> each.substring(0, Math.min(length, each.length())))
                .toList();
    }

    @Test
    void referencesThatLeadNowhereAreTold() {
        assertEquals(
                List.of("REFERENCE_MISSING href #art_9", "TLC_MISSING refersTo #nobody"),
                inBody(
                                "<article><content><p>x<ref href='#art_9'>x</ref></p>\n"
                                        + "<p refersTo='#idea #nobody'>x</p></content></article>")
                        .stream()
                        .map(each -> each.substring(0, each.indexOf(" [")))
                        .toList());
        assertEquals(
                List.of("REFERENCE_MISSING href #note_1 []"),
                inBody("<article><content><p>x<noteRef href='#note_1'/></p></content></article>"));
        assertEquals(
                List.of("REFERENCE_KIND by TLCConcept [TLCOrganization, TLCPerson]"),
                inBody("<article><content><p><vote by='#idea'>x</vote></p></content></article>"));
    }

    @Test
    void namesAgainstTheConventionAreTold() {
        assertEquals(
                List.of("EID_NAMING eId article_1 [art]"),
                inBody("<article eId='article_1'><content><p>x</p></content></article>"));
        assertEquals(
                List.of("EID_PREFIX eId art_2__content [art_1]"),
                inBody(
                        "<article eId='art_1'><content eId='art_2__content'><p>x</p></content>"
                                + "</article>"));
        assertEquals(
                List.of("WID_DUPLICATE wId art_1 [18]"),
                inBody(
                        "<article eId='art_1'><content><p>x</p></content></article>\n"
                                + "<article eId='art_2' wId='art_1'><content><p>x</p></content>"
                                + "</article>"));
    }

    @Test
    void partsOfTheIdentificationThatContradictEachOtherAreTold() {
        assertEquals(
                List.of("FRBR FRBRcountry sn [ml]"),
                inIdentification("<FRBRcountry value=\"ml\"/>", "<FRBRcountry value=\"sn\"/>"));
        assertEquals(
                List.of("FRBR FRBRlanguage bm [fra]"),
                inIdentification("language=\"fr\"", "language=\"bm\""));
        assertEquals(
                List.of("FRBR FRBRdate 2024-01-16 [2024-01-15]"),
                inIdentification("date=\"2024-01-15\"", "date=\"2024-01-16\""));
        assertEquals(
                List.of("FRBR FRBRdate 2024-02-03 [2024-02-01]"),
                inIdentification("date=\"2024-02-01\"", "date=\"2024-02-03\""));
        assertEquals(
                List.of("FRBR FRBRthis /akn/ml/act/2024-01-15/70/!main [/akn/ml/act/2024-01-15/7]"),
                inIdentification("2024-01-15/7/!main", "2024-01-15/70/!main"));
        assertEquals(
                List.of(
                        "FRBR FRBRuri /akn/ml/act/2024-01-15/7/fra@2024-02-02.akn"
                                + " [/akn/ml/act/2024-01-15/7/fra@2024-02-01]",
                        "FRBR FRBRthis /akn/ml/act/2024-01-15/7/fra@2024-02-01/!main.xml"
                                + " [/akn/ml/act/2024-01-15/7/fra@2024-02-02]"),
                inIdentification("fra@2024-02-01.akn", "fra@2024-02-02.akn"));
        assertEquals(
                List.of(
                        "FRBR FRBRthis /akn/ml/act/2024-01-15/7/fra@2024-02-31/!main"
                                + " [/akn/ml/act/2024-01-15/7/fra@2024-02-01]",
                        "DATE_IN_ADDRESS value 2024-02-31 []"),
                inIdentification("fra@2024-02-01/!main\"", "fra@2024-02-31/!main\""));
    }

    @Test
    void aPartWithoutWordsIsTold() {
        assertEquals(
                List.of("PART_EMPTY article  []"),
                inBody("<article><num>1</num><heading>H</heading></article>"));
        assertEquals(
                List.of("PART_EMPTY article  []"),
                inBody(
                        "<chapter><num>1</num><article><content><p> </p></content></article>"
                                + "</chapter>"));
        assertEquals(List.of(), inBody("<article status='removed'><num>1</num></article>"));
        assertEquals(
                List.of(), inBody("<article><content><p><img src='/a'/></p></content></article>"));
    }

    @Test
    void aDraftOfTheStandardIsToldAndCheckedAsTheStandard() {
        String draft = act(IDENTIFICATION, "<artcle/>" + ARTICLE).replace("/3.0'", "/3.0/CSD13'");
        Report refused = check(draft);
        assertFalse(refused.conforms());
        assertEquals(
                List.of(Rule.DRAFT, Rule.ELEMENT_UNKNOWN),
                refused.findings().stream().map(Finding::rule).toList());
        assertEquals("CSD13", refused.findings().getFirst().found());
        assertEquals(2, refused.errors());
        String good = act(IDENTIFICATION, ARTICLE).replace("/3.0'", "/3.0/WD17'");
        Report taken =
                AknValidator.validate(good.getBytes(StandardCharsets.UTF_8), Drafts.AS_FINAL);
        assertTrue(taken.conforms());
        assertTrue(taken.valid());
        assertEquals(1, taken.warnings());
    }

    @Test
    void theExamplesOfTheStandardConform() throws Exception {
        for (Path example : Schema.examples()) {
            Report report = AknValidator.validate(Files.readAllBytes(example), Drafts.AS_FINAL);
            assertTrue(report.conforms(), example + " " + told(report));
        }
    }

    @Test
    void everyPlaceIsThatOfTheElement() throws Exception {
        for (Path example : Schema.examples()) {
            String text = Files.readString(example).replaceAll("<(/?)(an:)?p( |>)", "<$1$2pp$3");
            List<String> lines = text.lines().toList();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int unknown = 0;
            for (Finding each : AknValidator.validate(bytes, Drafts.AS_FINAL).findings()) {
                if (each.rule() == Rule.ELEMENT_UNKNOWN) {
                    unknown++;
                    String line = lines.get(each.line() - 1);
                    assertTrue(
                            line.startsWith("<", each.column() - 1)
                                    && line.indexOf("pp", each.column()) < each.column() + 4,
                            each + " in " + line);
                }
            }
            assertTrue(unknown > 0, example.toString());
        }
    }

    @Test
    void findingsAreLimitedAndCounted() {
        Report report = check(act(IDENTIFICATION, "<nix/>".repeat(5000) + ARTICLE));
        assertEquals(5000, report.errors());
        assertEquals(AknValidator.FINDINGS, report.findings().size());
    }

    private static String code(String document) {
        return assertThrows(TextFault.class, () -> check(document)).code();
    }

    @Test
    void whatIsNotXmlOrTooLargeIsAFault() {
        assertEquals("text.xml.syntax", code(""));
        assertEquals("text.xml.syntax", code("<p>"));
        assertEquals("text.xml.deep", code("<p>".repeat(200) + "</p>".repeat(200)));
        assertEquals("text.xml.elements", code("<p>" + "<b/>".repeat(AknReader.ELEMENTS) + "</p>"));
        String many = "#a ".repeat(AknValidator.REFERENCES + 1);
        assertEquals(
                "text.xml.references",
                code("<p xmlns='" + Tree.AKN + "' refersTo='" + many + "'/>"));
        String laughs =
                "<!DOCTYPE p [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><p xmlns='" + Tree.AKN + "'>";
        assertEquals("text.xml.syntax", code(laughs + "&b;</p>"));
        assertEquals("text.xml.syntax", code(laughs + "<b class='&b;'/></p>"));
        assertEquals(
                List.of(Rule.ROOT, Rule.DOCTYPE),
                check(laughs + "</p>").findings().stream().map(Finding::rule).toList());
    }

    @Test
    void brokenBytesAreAFaultOrAReport() throws Exception {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] document = act(IDENTIFICATION, ARTICLE).getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3000; round++) {
            byte[] broken = document.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                AknValidator.validate(broken, Drafts.REFUSED);
            } catch (TextFault fault) {
                assertTrue(fault.code().startsWith("text.xml."), fault.code());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }
}
