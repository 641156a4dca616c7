package org.danaya.consultation.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.danaya.text.akn.AknReader;
import org.danaya.text.flow.FlowReader;
import org.junit.jupiter.api.Test;

class PartsTest {

    /** An article that was in the first chapter, with a point that came later. */
    private static final String MOVED =
            """
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="d"><meta/><mainBody>
            <chapter eId="chp_1" wId="chp_1"><num>Chapitre 1</num><heading>Un</heading>
            <article eId="chp_1__art_1" wId="chp_1__art_1"><num>Article 1</num><content><p>A.</p></content></article>
            </chapter>
            <chapter eId="chp_2" wId="chp_2-v2"><num>Chapitre 2</num><heading>Deux</heading>
            <article eId="chp_2__art_3" wId="chp_1__art_3"><num>Article 3</num>
            <list eId="chp_2__art_3__list_1" wId="chp_2__art_3__list_1">
            <point eId="chp_2__art_3__list_1__point_a" wId="chp_2__art_3__list_1__point_a"><num>a)</num>
            <content><p>B.</p></content></point><wrapUp eId="chp_2__art_3__list_1__wrapup"
            wId="chp_2__art_3__list_1__wrapup"><p>C.</p></wrapUp></list></article></chapter>
            </mainBody></doc></akomaNtoso>
            """;

    @Test
    void aPartLiesWhereThisVersionHasIt() {
        Parts parts =
                Parts.of(FlowReader.read(AknReader.read(MOVED.getBytes(StandardCharsets.UTF_8))));
        Parts.Part article = parts.find("chp_1__art_3").orElseThrow();
        Parts.Part point = parts.find("chp_2__art_3__list_1__point_a").orElseThrow();
        assertThat(article.around()).isEqualTo("chp_2-v2");
        assertThat(article.depth()).isEqualTo(1);
        assertThat(point.around()).isEqualTo("chp_1__art_3");
        assertThat(point.depth()).isEqualTo(2);
        assertThat(point.label()).isEqualTo("Article 3, a)");
        assertThat(parts.within(point.wId(), "chp_2-v2")).isTrue();
        assertThat(parts.within(point.wId(), point.wId())).isTrue();
        assertThat(parts.within(article.wId(), "chp_1")).isFalse();
        List<String> loose =
                parts.lines().keySet().stream()
                        .filter(each -> !each.isEmpty() && parts.find(each).isEmpty())
                        .toList();
        assertThat(loose).isNotEmpty();
        for (String name : loose) {
            assertThat(parts.within(name, "chp_2-v2")).as(name).isTrue();
            assertThat(parts.around(name)).as(name).isEqualTo("chp_1__art_3");
        }
        assertThat(parts.within("", "chp_1")).isFalse();
        assertThat(parts.within("chp_1", "")).isFalse();
    }
}
