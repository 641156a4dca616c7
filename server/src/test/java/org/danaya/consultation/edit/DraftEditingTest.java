package org.danaya.consultation.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
    private static final TypedWords TYPED = EDITING.typed();

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
        return EDITING.say(account, draft.id(), part, Typing.first(DraftEditing.hash(base), lines));
    }

    private static Typing after(SayOutcome.Conflict conflict, String typed, String lines) {
        return new Typing(conflict.hash(), lines, DraftEditing.hash(typed));
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
        assertThat(TYPED.all(first, draft.head().dossier())).isEmpty();
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
        assertThat(TYPED.find(second, draft.id(), part).orElseThrow().lines()).contains("publie");
        String both = conflict.lines().replace("tient", "publie");
        assertThat(
                        EDITING.say(
                                second,
                                draft.id(),
                                part,
                                after(conflict, base.replace("tient", "publie"), both)))
                .isInstanceOf(SayOutcome.Said.class);
        assertThat(lines(part)).contains("Toute", "publie");
        assertThat(TYPED.find(second, draft.id(), part)).isEmpty();
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
            String follows = "";
            while (true) {
                Typing typing = new Typing(hash, lines, follows);
                SayOutcome outcome = EDITING.say(account, draft.id(), part, typing);
                if (outcome instanceof SayOutcome.Conflict(String theirs, String now, _)) {
                    lines = theirs + " " + word(account, at);
                    hash = now;
                    follows = typing.hash();
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
        TYPED.keep(
                first,
                draft,
                part,
                Typing.first(DraftEditing.hash(base), base + " Et plus encore."));
        SQL.sql("update consultation.version set state = 'frozen', frozen_at = now() where id = ?")
                .param(draft.id())
                .update();
        assertThat(say(first, part, base, base + " Et plus encore !"))
                .isInstanceOf(SayOutcome.Closed.class);
        assertThat(TYPED.find(first, draft.id(), part).orElseThrow().lines())
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
        TYPED.carry(first, draft.id(), next, part);
        assertThat(TYPED.find(first, draft.id(), part)).isEmpty();
        Typed typed = TYPED.find(first, next.id(), part).orElseThrow();
        assertThat(EDITING.say(first, next.id(), part, Typing.first(typed.base(), typed.lines())))
                .isInstanceOf(SayOutcome.Said.class);
    }

    @Test
    void anImportInPlaceOfTheDraftLosesNothingThatIsTyped() {
        String part = part("Article 3");
        String base = lines(part);
        TYPED.keep(second, draft, part, Typing.first(DraftEditing.hash(base), base + " À garder."));
        TestDrafts.imported(first, TEXTS.register().get(draft.head().dossier()));
        assertThat(say(second, part, base, base + " À garder."))
                .isInstanceOf(SayOutcome.Closed.class);
        assertThat(TYPED.all(second, draft.head().dossier()))
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
        TYPED.keep(
                first,
                draft,
                part,
                Typing.first(DraftEditing.hash(lines(part)), "# Article 3\n\nAutre."));
        TYPED.putAside(first, draft.id(), part);
        assertThat(TYPED.find(first, draft.id(), part)).isEmpty();
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
        assertThat(TYPED.find(first, draft.id(), part)).isPresent();
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
        TYPED.opened(first, draft.id(), part);
        assertThat(TYPED.others(second, draft.id()).get(part)).containsExactly(first);
        assertThat(TYPED.others(first, draft.id())).isEmpty();
    }

    @Test
    void twoPagesOfTheSamePersonLoseNothingToOneAnother() {
        String part = part("Article 3");
        String base = DraftEditing.hash(lines(part));
        Typing desk = Typing.first(base, "# Article 3\n\nAu bureau.");
        assertThat(TYPED.waiting(draft.id())).isZero();
        TYPED.keep(first, draft, part, desk);
        TYPED.keep(second, draft, part, Typing.first(base, lines(part)));
        assertThat(TYPED.waiting(draft.id())).isEqualTo(1);
        Typing more = new Typing(base, "# Article 3\n\nAu bureau, la suite.", desk.hash());
        TYPED.keep(first, draft, part, more);
        assertThat(EDITING.history(draft.id(), part, 9)).isEmpty();
        TYPED.keep(first, draft, part, Typing.first(base, "# Article 3\n\nAu téléphone."));
        assertThat(TYPED.find(first, draft.id(), part).orElseThrow().lines())
                .endsWith("Au téléphone.");
        assertThat(EDITING.history(draft.id(), part, 9))
                .extracting(Edit::operation, Edit::said)
                .containsExactly(tuple(Edit.ASIDE, Optional.of(more.lines())));
        assertThat(say(first, part, lines(part), "# Article 3\n\nEnregistré."))
                .isInstanceOf(SayOutcome.Said.class);
        assertThat(EDITING.history(draft.id(), part, 9))
                .extracting(Edit::said)
                .contains(Optional.of("# Article 3\n\nAu téléphone."));
    }

    @Test
    void theLinesFromWhichSomebodyBeganAreFoundAgain() {
        String part = part("Article 3");
        String base = lines(part);
        assertThat(EDITING.once(draft, part, DraftEditing.hash(base))).contains(base);
        say(first, part, base, base.replace("Chaque", "Toute"));
        say(first, part, lines(part), base.replace("Chaque", "Nulle"));
        assertThat(EDITING.once(draft, part, DraftEditing.hash(base))).contains(base);
        String between = base.replace("Chaque", "Toute");
        assertThat(EDITING.once(draft, part, DraftEditing.hash(between))).contains(between);
        assertThat(EDITING.once(draft, part, DraftEditing.hash("jamais dit"))).isEmpty();
    }

    @Test
    void whatNobodyTypesIsLeftOutAndWhatIsTooMuchIsRefused() {
        String part = part("Article 3");
        String base = lines(part);
        assertThat(
                        say(
                                first,
                                part,
                                base,
                                "# Article 3\r\n\r\nUn\u0000\u0001\u0007 mot\ud800.\uffff"))
                .isInstanceOf(SayOutcome.Said.class);
        assertThat(lines(part)).isEqualTo("# Article 3\n\nUn mot.");
        Typing large = Typing.first(DraftEditing.hash(base), "x".repeat(200_001));
        assertThatThrownBy(() -> TYPED.keep(first, draft, part, large))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("edit.large");
        for (String nowhere : List.of("", "x".repeat(2201), "a\0b")) {
            assertThatThrownBy(
                            () ->
                                    TYPED.keep(
                                            first,
                                            draft,
                                            nowhere,
                                            Typing.first(DraftEditing.hash(base), "x")))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("edit.gone");
        }
        String hostile = "# Article 3\n\n<script>alert(1)</script> [x](javascript:alert(1))";
        assertThat(say(first, part, lines(part), hostile)).isInstanceOf(SayOutcome.Said.class);
        assertThat(EDITING.root(TEXTS.register().version(draft.id())).all())
                .noneMatch(element -> element.attribute("href").startsWith("javascript"))
                .noneMatch(element -> element.tag().equals("script"));
        assertThat(say(first, part, lines(part), "# Article 3\n\n[x](javascript:alert)"))
                .isInstanceOfSatisfying(
                        SayOutcome.Refused.class,
                        refused ->
                                assertThat(refused.fault().code()).isEqualTo("text.edit.address"));
    }
}
