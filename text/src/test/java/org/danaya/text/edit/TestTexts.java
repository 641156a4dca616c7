package org.danaya.text.edit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.danaya.text.akn.AknReader;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identifiers;
import org.danaya.text.akn.Identity;

/** A small law. */
final class TestTexts {

    static final Identity IDENTITY =
            new Identity(
                    "ml",
                    "loi",
                    "exemple",
                    LocalDate.of(2025, 1, 6),
                    1,
                    LocalDate.of(2025, 7, 1),
                    "structure-1",
                    "Ministère (exemple)",
                    "fra");

    private TestTexts() {}

    static Element law() {
        String law =
                """
                <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="loi"><meta/>
                <mainBody><chapter wId="chp_1"><num>Chapitre I</num><heading>Généralités</heading>
                <article wId="art_1"><num>Article premier</num><heading>Objet</heading>
                <content><p>La présente loi protège.</p></content></article>
                <article wId="art_2"><num>Article 2</num><heading>Définitions</heading>
                <intro><p>Au sens de la présente loi :</p></intro>
                <point wId="art_2__point_a"><num>a)</num><content><p><b>donnée</b> : toute information ;</p></content></point>
                <point wId="art_2__point_b"><num>b)</num><content><p><i>réseau</i> : voir l’<ref
                href="#chp_I__art_premier">article premier</ref>.</p></content></point></article></chapter>
                <chapter wId="chp_2"><num>Chapitre II</num>
                <article wId="art_3"><num>Article 3</num>
                <content><p>Vu <ref href="#chp_I__art_2">l’article 2</ref> et sans préjudice de l’article 3.</p></content>
                </article></chapter></mainBody></doc></akomaNtoso>
                """;
        Element root = IDENTITY.applied(AknReader.read(law.getBytes(StandardCharsets.UTF_8)));
        Element identified = Identifiers.identified(root);
        Element linked =
                identified.mapped(
                        element ->
                                element.tag().equals("ref")
                                        ? element.with(
                                                "href",
                                                element.attribute("href").replace("chp_I", "chp_i"))
                                        : element);
        return Identifiers.lasting(linked, Set.of(), 1);
    }
}
