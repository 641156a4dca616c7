package org.danaya.consultation.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Fault;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.people.TestPersons;
import org.danaya.text.TextFault;
import org.danaya.text.edit.PartMarkup;
import org.danaya.text.edit.Scope;
import org.danaya.text.edit.Units;
import org.danaya.text.edit.Where;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DraftEditingTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final Texts TEXTS = TestPlatform.bean(Texts.class);
    private static final DraftEditing EDITING = TestPlatform.bean(DraftEditing.class);

    private final UUID first = TestAccounts.with(TestPlatform::bean);
    private final UUID second = TestAccounts.with(TestPlatform::bean);
    private final TextVersion.Draft draft = draft();

    private TextVersion.Draft draft() {
        String name = "edit-" + UUID.randomUUID().toString().substring(0, 8);
        return TestDrafts.law(first, name, TestPersons.structure(SQL, name, Optional.empty()));
    }

    private String lines(String part) {
        return PartMarkup.of(EDITING.root(TEXTS.register().version(draft.id())), part)
                .orElseThrow();
    }

    private SayOutcome say(UUID account, String part, String base, String lines) {
        return EDITING.say(account, draft.id(), part, DraftEditing.hash(base), lines);
    }

    private String part(String number) {
        return Units.of(EDITING.root(TEXTS.register().version(draft.id()))).stream()
                .filter(unit -> unit.number().equals(number))
                .findFirst()
                .orElseThrow()
                .address();
    }

    @Test
    void changesOfDifferentArticlesMergeByThemselves() {
        String one = lines(part("Article premier"));
        String two = lines(part("Article 3"));
        assertThat(say(first, part("Article premier"), one, one.replace("protège", "défend")))
                .isInstanceOf(SayOutcome.Said.class);
        assertThat(say(second, part("Article 3"), two, two.replace("Chaque", "Toute")))
                .isInstanceOf(SayOutcome.Said.class);
        assertThat(lines(part("Article premier"))).contains("défend");
        assertThat(lines(part("Article 3"))).contains("Toute structure");
        assertThat(EDITING.typed(first, draft.head().dossier())).isEmpty();
    }

    @Test
    void whoSavesTheSameArticleSecondSeesBothTextsAndLosesNothing() {
        String part = part("Article 3");
        String base = lines(part);
        say(first, part, base, base.replace("Chaque", "Toute"));
        SayOutcome outcome = say(second, part, base, base.replace("tient", "publie"));
        assertThat(outcome).isInstanceOf(SayOutcome.Conflict.class);
        SayOutcome.Conflict conflict = (SayOutcome.Conflict) outcome;
        assertThat(conflict.lines()).contains("Toute");
        assertThat(conflict.by().orElseThrow().account()).isEqualTo(first);
        assertThat(lines(part)).contains("Toute").doesNotContain("publie");
        assertThat(EDITING.typed(second, draft.id(), part).orElseThrow().lines())
                .contains("publie");
        String both = conflict.lines().replace("tient", "publie");
        assertThat(EDITING.say(second, draft.id(), part, conflict.hash(), both))
                .isInstanceOf(SayOutcome.Said.class);
        assertThat(lines(part)).contains("Toute", "publie");
        assertThat(EDITING.typed(second, draft.id(), part)).isEmpty();
        assertThat(EDITING.history(draft.id(), part, 9))
                .extracting(Edit::account)
                .containsExactly(second, first);
    }

    /** Whatever the order: each change of each thread is in the text, or its thread was told. */
    @Test
    void twoThreadsEditWithoutLoss() throws Exception {
        List<Future<Integer>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (UUID account : List.of(first, second)) {
                all.add(threads.submit(() -> many(account)));
            }
        }
        int saved = 0;
        for (Future<Integer> each : all) {
            saved += each.get();
        }
        String text = lines(part("Article premier")) + lines(part("Article 3"));
        assertThat(saved).isEqualTo(16);
        for (UUID account : List.of(first, second)) {
            for (int at = 0; at < 8; at++) {
                assertThat(text).contains(word(account, at));
            }
        }
        assertThat(
                        EDITING.history(draft.id(), part("Article premier"), 99).size()
                                + EDITING.history(draft.id(), part("Article 3"), 99).size())
                .isEqualTo(16);
    }

    private int many(UUID account) {
        int saved = 0;
        for (int at = 0; at < 8; at++) {
            String part = part(at % 2 == 0 ? "Article premier" : "Article 3");
            String base = lines(part);
            String hash = DraftEditing.hash(base);
            String lines = base + " " + word(account, at);
            while (true) {
                SayOutcome outcome = EDITING.say(account, draft.id(), part, hash, lines);
                if (outcome instanceof SayOutcome.Conflict(String theirs, String now, _)) {
                    lines = theirs + " " + word(account, at);
                    hash = now;
                } else {
                    assertThat(outcome).isInstanceOf(SayOutcome.Said.class);
                    saved++;
                    break;
                }
            }
        }
        return saved;
    }

    private String word(UUID account, int at) {
        return (account.equals(first) ? "premier" : "second") + "mot" + at;
    }

    @Test
    void whatIsTypedWhenTheDraftIsFrozenIsKeptAndCarried() {
        String part = part("Article 3");
        String base = lines(part);
        EDITING.keep(first, draft, part, DraftEditing.hash(base), base + " Et plus encore.");
        SQL.sql("update consultation.version set state = 'frozen', frozen_at = now() where id = ?")
                .param(draft.id())
                .update();
        assertThat(say(first, part, base, base + " Et plus encore !"))
                .isInstanceOf(SayOutcome.Closed.class);
        assertThat(EDITING.typed(first, draft.id(), part).orElseThrow().lines())
                .endsWith("Et plus encore !");
        TextVersion.Draft next =
                TestDrafts.as(
                        first,
                        () ->
                                (TextVersion.Draft)
                                        TEXTS.drafting()
                                                .begin(
                                                        first,
                                                        TEXTS.register()
                                                                .get(draft.head().dossier())));
        EDITING.carry(first, draft.id(), next, part);
        assertThat(EDITING.typed(first, draft.id(), part)).isEmpty();
        Typed typed = EDITING.typed(first, next.id(), part).orElseThrow();
        assertThat(EDITING.say(first, next.id(), part, typed.base(), typed.lines()))
                .isInstanceOf(SayOutcome.Said.class);
    }

    @Test
    void anImportInPlaceOfTheDraftLosesNothingThatIsTyped() {
        String part = part("Article 3");
        String base = lines(part);
        EDITING.keep(second, draft, part, DraftEditing.hash(base), base + " À garder.");
        TestDrafts.imported(first, TEXTS.register().get(draft.head().dossier()));
        assertThat(say(second, part, base, base + " À garder."))
                .isInstanceOf(SayOutcome.Closed.class);
        assertThat(EDITING.typed(second, draft.head().dossier()))
                .extracting(Typed::lines)
                .singleElement()
                .asString()
                .endsWith("À garder.");
    }

    @Test
    void operationsAreDoneToldKeptAndUndoneByWhoDidThemLast() {
        String two = part("Article 2");
        String seen = DraftEditing.seen(EDITING.root(draft), two);
        DraftEditing.Done made =
                EDITING.does(
                        first,
                        draft.id(),
                        new Operation.Insert(two, Where.BEFORE, "article", "Champ"));
        assertThat(made.made()).isPresent();
        DraftEditing.Done renumbered =
                EDITING.does(first, draft.id(), new Operation.Renumber(two, Scope.ALL));
        assertThat(renumbered.told()).extracting(told -> told.words()).contains("article 2");
        assertThat(lines(two)).startsWith("# Article 3 | Définitions");
        assertThatThrownBy(() -> EDITING.does(second, draft.id(), new Operation.Delete(two, seen)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("edit.changed");
        assertThatThrownBy(() -> EDITING.undo(second, draft.id())).isInstanceOf(Fault.class);
        EDITING.undo(first, draft.id());
        assertThat(lines(two)).startsWith("# Article 2 | Définitions");
        assertThatThrownBy(() -> EDITING.undo(first, draft.id())).isInstanceOf(Fault.class);
        assertThat(EDITING.history(draft.id(), two, 9))
                .extracting(Edit::operation)
                .containsExactly("undo", "renumber");
    }

    @Test
    void whatIsPutAsideStaysInTheHistory() {
        String part = part("Article 3");
        EDITING.keep(first, draft, part, DraftEditing.hash(lines(part)), "# Article 3\n\nAutre.");
        EDITING.putAside(first, draft.id(), part);
        assertThat(EDITING.typed(first, draft.id(), part)).isEmpty();
        Edit aside = EDITING.history(draft.id(), part, 9).getFirst();
        assertThat(aside.operation()).isEqualTo(Edit.ASIDE);
        assertThat(aside.said()).contains("# Article 3\n\nAutre.");
    }

    @Test
    void whatLeadsNowhereIsRefusedAndKept() {
        String part = part("Article 3");
        String base = lines(part);
        SayOutcome outcome = say(first, part, base, base + " [x](#art_99)");
        assertThat(outcome).isInstanceOf(SayOutcome.Refused.class);
        assertThat(((SayOutcome.Refused) outcome).fault().code()).isEqualTo("text.edit.reference");
        assertThat(EDITING.typed(first, draft.id(), part)).isPresent();
        assertThatThrownBy(
                        () ->
                                EDITING.does(
                                        first,
                                        draft.id(),
                                        new Operation.Move(part, Where.AFTER, part)))
                .isInstanceOf(TextFault.class);
        SayOutcome large = say(first, part, base, "x".repeat(200_001));
        assertThat(large).isInstanceOf(SayOutcome.Refused.class);
    }

    @Test
    void whoElseHasAUnitOpenIsShown() {
        String part = part("Article 3");
        EDITING.opened(first, draft.id(), part);
        assertThat(EDITING.others(second, draft.id()).get(part)).containsExactly(first);
        assertThat(EDITING.others(first, draft.id())).isEmpty();
    }
}
