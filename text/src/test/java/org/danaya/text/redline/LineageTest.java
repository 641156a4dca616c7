package org.danaya.text.redline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identifiers;
import org.danaya.text.akn.Identity;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Recognition;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.TreeWriter;
import org.junit.jupiter.api.Test;

class LineageTest {

    private static final Identity IDENTITY = Identity.unknown("fr", LocalDate.of(2025, 1, 1));

    private static final String FIRST =
            "L’Agence nationale de sécurité tient le registre des opérateurs.";
    private static final String SECOND =
            "Les opérateurs déclarent tout incident sous soixante-douze heures ; le ministre chargé du numérique fixe par arrêté la forme des déclarations.";
    private static final String THIRD =
            "Un fonds de soutien aux petites communes est créé auprès du Trésor.";

    private static Flow typed(String... lines) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Line.of(Role.TITLE, 0, "", List.of(Run.of("Loi"))));
        for (String line : lines) {
            blocks.add(Line.of(Role.BODY, 0, "", List.of(Run.of(line))));
        }
        return Recognition.recognise(new Flow("fr", "Loi", blocks));
    }

    private static Element first(Flow flow) {
        return Identifiers.lasting(TreeWriter.write(flow, IDENTITY), Set.of(), 1);
    }

    private static Element next(Element former, Flow flow, int version) {
        Set<String> used = former.all().map(Element::wId).collect(Collectors.toSet());
        return Lineage.inherit(former, TreeWriter.write(flow, IDENTITY), used, version);
    }

    @Test
    void referencesFollowWhatTheyReferTo() {
        Element root =
                Element.of(
                        "akomaNtoso",
                        Element.of(
                                        "article",
                                        Element.of("num", "Article 7"),
                                        Element.of(
                                                "content",
                                                Element.of(
                                                        "p",
                                                        Element.of("ref", "art. 7")
                                                                .with("href", "#art_3"))))
                                .with("eId", "art_3"));
        assertEquals(
                "#art_7",
                Identifiers.identified(root)
                        .all()
                        .filter(e -> e.tag().equals("ref"))
                        .findFirst()
                        .orElseThrow()
                        .attribute("href"));
    }

    private static List<String> names(Element root) {
        return root.all()
                .filter(element -> element.tag().equals("article"))
                .map(element -> element.eId() + "=" + element.wId())
                .toList();
    }

    @Test
    void aPartKeepsItsNameWhenItsNumberChangesAndANewOneTakesNone() {
        Element one = first(typed("Article 1", FIRST, "Article 2", SECOND, "Article 3", THIRD));
        assertEquals(List.of("art_1=art_1", "art_2=art_2", "art_3=art_3"), names(one));
        Element two =
                next(
                        one,
                        typed(
                                "Article 1",
                                FIRST,
                                "Article 2",
                                "La coopération sous-régionale passe par la Communauté.",
                                "Article 3",
                                SECOND.replace("soixante-douze", "quarante-huit"),
                                "Article 4",
                                THIRD),
                        2);
        assertEquals(
                List.of("art_1=art_1", "art_2=art_2-v2", "art_3=art_2", "art_4=art_3"), names(two));
        Element three = next(two, typed("Article 1", THIRD, "Article 2", FIRST), 3);
        assertEquals(List.of("art_1=art_3", "art_2=art_1"), names(three));
    }

    @Test
    void splittingAndMergingAreKnown() {
        Element one = first(typed("Article 1", FIRST, "Article 2", "1. " + SECOND, "2. " + THIRD));
        int cut = SECOND.indexOf(';');
        Flow split =
                typed(
                        "Article 1",
                        FIRST,
                        "Article 2",
                        "1. " + SECOND.substring(0, cut + 1),
                        "2. Le " + SECOND.substring(cut + 5),
                        "3. " + THIRD);
        Redline redline = Comparison.compare(FlowReader.read(one), split);
        assertEquals(
                List.of("art_2__para_1"),
                Lineage.of(redline).stream()
                        .filter(link -> link.kind() == Link.Kind.SPLIT)
                        .map(link -> link.before().wId())
                        .toList());
        Element two = next(one, split, 2);
        Flow merged = typed("Article 1", FIRST, "Article 2", "1. " + SECOND, "2. " + THIRD);
        Element three = next(two, merged, 3);
        assertEquals(
                List.of("art_2__para_2-v2 into art_2__para_1"),
                Lineage.of(Comparison.compare(FlowReader.read(two), FlowReader.read(three)))
                        .stream()
                        .filter(link -> link.kind() == Link.Kind.MERGED)
                        .map(link -> link.before().wId() + " into " + link.after().wId())
                        .toList());
    }

    @Test
    void aChangeKeepsItsIdWhereverItStands() {
        Element one = first(typed("Article 1", FIRST, "Article 2", SECOND));
        Flow edited =
                typed(
                        "Article 1",
                        FIRST,
                        "Article 2",
                        SECOND.replace("soixante-douze", "quarante-huit"));
        Flow moved =
                typed(
                        "Article 1",
                        "La coopération passe par la Communauté.",
                        "Article 2",
                        FIRST,
                        "Article 3",
                        SECOND.replace("soixante-douze", "quarante-huit"));
        List<Hunk> hunks =
                Hunks.of(
                        Comparison.compare(
                                FlowReader.read(one), FlowReader.read(next(one, edited, 2))));
        assertEquals(1, hunks.size());
        assertEquals("soixante-douze", hunks.getFirst().former());
        assertEquals("quarante-huit", hunks.getFirst().later());
        List<Hunk> later =
                Hunks.of(
                        Comparison.compare(
                                FlowReader.read(one), FlowReader.read(next(one, moved, 2))));
        assertEquals(
                1, later.stream().filter(hunk -> hunk.id().equals(hunks.getFirst().id())).count());
        assertEquals(2, later.stream().filter(hunk -> hunk.kind() == Hunk.Kind.RENUMBERED).count());
    }
}
