package org.danaya.text.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.danaya.text.akn.AknReader;
import org.danaya.text.akn.Corpus;
import org.danaya.text.akn.Element;
import org.junit.jupiter.api.Test;

class FlowReaderTest {

    private static Flow body(String body) {
        String document =
                """
                <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="d">
                <meta><identification source="#x"><FRBRExpression><FRBRlanguage language="fra"/>
                </FRBRExpression></identification></meta><mainBody>%s</mainBody></doc></akomaNtoso>
                """
                        .formatted(body);
        return FlowReader.read(AknReader.read(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static String seen(Flow flow) {
        return flow.blocks().stream()
                .flatMap(Block::lines)
                .map(
                        line ->
                                "  ".repeat(line.level())
                                        + line.role()
                                        + (line.opens().isEmpty() ? "" : " " + line.opens())
                                        + " @"
                                        + line.place().eId()
                                        + ": "
                                        + line.words())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aPartOpensItsFirstLine() {
        assertEquals(
                """
                  HEADING part @part_I: Partie I Objet
                    HEADING article @art_1: Article premier
                BODY @art_1: La présente loi :
                  BODY point @art_1__point_a: a) ouvre ;
                  BODY @art_1__point_a: et ferme ;
                  BODY point @art_1__point_b: b) dit :
                    BODY point @art_1__point_b__point_1: 1° ceci.
                BODY @art_1: Elle finit.
                BODY paragraph @art_1__para_2: 2. Encore.""",
                seen(
                        body(
                                """
                                <part eId="part_I"><num>Partie I</num><heading>Objet</heading>
                                <article eId="art_1"><num>Article premier</num>
                                <intro><p>La présente
                                   loi :</p></intro>
                                <point eId="art_1__point_a"><num>a)</num><content><p>ouvre ;</p><p>et ferme ;</p></content></point>
                                <point eId="art_1__point_b"><num>b)</num><intro><p>dit :</p></intro>
                                <list><point eId="art_1__point_b__point_1"><num>1°</num><content><p>ceci.</p></content></point></list></point>
                                <wrapUp><p>Elle finit.</p></wrapUp></article>
                                <paragraph eId="art_1__para_2"><num>2.</num><content><p>Encore.</p></content></paragraph>
                                </part>
                                """)));
    }

    @Test
    void aNumberThatAnotherOneFollowsIsALine() {
        assertEquals(
                """
                BODY paragraph @para_1: 1.
                  BODY point @para_1__point_a: a) Ceci.""",
                seen(
                        body(
                                """
                                <paragraph eId="para_1"><num>1.</num><point eId="para_1__point_a"><num>a)</num>
                                <content><p>Ceci.</p></content></point></paragraph>
                                """)));
    }

    /** A heading, a list, a table and a part without a number don't take another one's away. */
    @Test
    void noNumberIsLost() {
        assertEquals(
                """
                BODY point @a: a)
                HEADING alinea @b: Titre
                BODY @b: Ceci.
                BODY point @c: c)
                BODY li @: – cela
                BODY point @d: d)
                BODY @d: case
                BODY point @f: e) ici""",
                seen(body(
                                """
                                        <point eId="a"><num>a)</num><alinea eId="b"><heading>Titre</heading>
                                        <content><p>Ceci.</p></content></alinea></point>
                                        <point eId="c"><num>c)</num><content><ul><li>cela</li></ul></content></point>
                                        <point eId="d"><num>d)</num><content><table><tr><td>case</td></tr></table></content></point>
                                        <point eId="e"><num>e)</num><section eId="f"><content><p>ici</p></content></section></point>
                                        """))
                        .replaceAll("(?m)^ +", ""));
    }

    @Test
    void wordsThatLookAlikeAreOneRunAndSpaceIsThatOfABrowser() {
        Line line =
                body("<p> a  <b>b <i>c</i></b><b> d</b> <def>e</def>&#160;: <br/> f <ref href=\"#x\">g</ref>.</p>")
                        .lines()
                        .findFirst()
                        .orElseThrow();
        Style bold = Style.PLAIN.with(Mark.BOLD);
        assertEquals(
                List.of(
                        Run.of("a "),
                        new Run("b ", bold),
                        new Run("c", bold.with(Mark.ITALIC)),
                        new Run(" d", bold),
                        Run.of(" "),
                        new Run("e", Style.PLAIN.with(Mark.DEFINED)),
                        Run.of("\u00a0:"),
                        new Break(),
                        Run.of("f "),
                        new Run("g", Style.PLAIN.to("#x")),
                        Run.of(".")),
                line.inlines());
    }

    @Test
    void notesAndTablesKeepTheirLines() {
        Flow flow =
                body(
                        """
                        <p>a<authorialNote marker="1"><p>n</p><p>m</p></authorialNote> b</p>
                        <table><caption>t</caption><tr><th>x</th><th colspan="2"><p>y</p><p>z</p></th></tr>
                        <tr><td>1</td><td rowspan="2">2</td><td/></tr></table>
                        """);
        assertEquals(
                List.of("a b\nn\nm", "t", "x", "y", "z", "1", "2", ""),
                flow.lines().map(Line::words).toList());
        Grid grid = (Grid) flow.blocks().getLast();
        assertEquals(List.of(true, false), grid.rows().stream().map(Grid.Row::head).toList());
        assertEquals(2, grid.rows().getFirst().cells().getLast().columns());
        assertEquals(2, grid.rows().getLast().cells().get(1).rows());
    }

    @Test
    void noWordOfANationalDocumentIsLost() {
        for (Path document : Corpus.documents()) {
            Element root = Corpus.read(document);
            StringBuilder expected = new StringBuilder(withoutMeta(root).words());
            root.all()
                    .filter(element -> element.tag().equals("noteRef"))
                    .map(element -> element.attribute("href").substring(1))
                    .forEach(
                            called ->
                                    root.all()
                                            .filter(element -> element.tag().equals("note"))
                                            .filter(element -> element.eId().equals(called))
                                            .forEach(element -> expected.append(element.words())));
            String found = FlowReader.read(root).words();
            assertEquals(letters(expected.toString()), letters(found), document.toString());
        }
    }

    private static Element withoutMeta(Element root) {
        return root.mapped(
                element ->
                        element.with(
                                element.children().stream()
                                        .filter(
                                                c ->
                                                        !(c instanceof Element e
                                                                && e.tag().equals("meta")))
                                        .toList()));
    }

    private static Map<Integer, Long> letters(String text) {
        return text.codePoints()
                .filter(letter -> !Character.isWhitespace(letter))
                .boxed()
                .collect(
                        Collectors.groupingBy(
                                letter -> letter, TreeMap::new, Collectors.counting()));
    }
}
