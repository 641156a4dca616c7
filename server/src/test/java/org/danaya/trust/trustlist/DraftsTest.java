package org.danaya.trust.trustlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.store.TestDatabase;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustedList;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The draft in the database: one at a time, nobody's change lost, what is published untouchable.
 */
class DraftsTest {

    private static final TestLists.Signing SIGNING = TestLists.key("drafts", KeyAlgorithm.EC_P256);
    private static final TrustedList LIST = TestLists.example(SIGNING.certificate());
    private static final String SERVICE = LIST.services().getFirst().service().key();

    private final UUID editor = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();
    private final List<Object> told = new ArrayList<>();
    private final DataSource source = TestDatabase.freshSource();
    private final JdbcClient sql = JdbcClient.create(source);
    private final EditionTable editions = new EditionTable(sql);
    private final Drafts drafts = drafts();

    @Test
    void oneDraftAtATimeAndEachChangeNamesTheVersionThatWasSeen() {
        Draft first = drafts.open(editor);
        assertFault(() -> drafts.open(approver), TrustlistFault.DRAFT_EXISTS);
        assertFault(() -> drafts.importFirst(LIST, approver), TrustlistFault.DRAFT_EXISTS);
        Draft second = drafts.change(first.head().version(), editor, "all", Map.of(), _ -> LIST);
        assertThat(second.head().list()).isEqualTo(LIST);
        assertFault(
                () -> drafts.change(first.head().version(), editor, "all", Map.of(), it -> it),
                TrustlistFault.DRAFT_CHANGED);
        int seen = second.head().version();
        drafts.submit(seen, editor);
        assertFault(
                () -> drafts.change(seen + 1, editor, "all", Map.of(), it -> it),
                TrustlistFault.DRAFT_CLOSED);
        drafts.giveBack(seen + 1, "exemple");
        assertThat(drafts.current())
                .hasValueSatisfying(
                        it ->
                                assertThat(it)
                                        .isInstanceOfSatisfying(
                                                Draft.Open.class,
                                                open ->
                                                        assertThat(open.returned())
                                                                .isEqualTo("exemple")));
        drafts.submit(seen + 2, editor);
        assertFault(() -> drafts.withdraw(approver), TrustlistFault.NO_DRAFT);
        drafts.withdraw(editor);
        drafts.abandon(seen + 4);
        assertThat(drafts.current()).isEmpty();
        assertThat(drafts.open(approver).head().authors()).containsExactly(approver);
        assertThat(told).hasSize(8).allMatch(Act.class::isInstance);
    }

    @Test
    void ofTwoChangesToOneVersionOneIsRefused() throws Exception {
        int version = drafts.open(editor).head().version();
        Callable<Boolean> change =
                () -> {
                    try {
                        drafts.change(version, editor, "all", Map.of(), _ -> LIST);
                        return true;
                    } catch (Fault e) {
                        assertThat(e.code()).isEqualTo(TrustlistFault.DRAFT_CHANGED);
                        return false;
                    }
                };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = threads.invokeAll(List.of(change, change));
            assertThat(all.stream().map(DraftsTest::got)).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void aLaterChoiceOfStateReplacesAnEarlierOneOfTheSameDraftAndIsNotBackDated() {
        Draft draft = drafts.importFirst(LIST, editor);
        Instant early = TestLists.NOW.minus(Duration.ofDays(2));
        TrustedList once = Drafts.follow(draft.head(), SERVICE, new ServiceState.Withdrawn(early));
        Draft changed =
                drafts.change(
                        1,
                        editor,
                        "state",
                        Map.of("service", SERVICE, "reason", "exemple"),
                        _ -> once);
        assertThat(changed.head().reasons()).containsEntry(SERVICE, "exemple");
        TrustedList twice =
                Drafts.follow(
                        changed.head(), SERVICE, new ServiceState.Withdrawn(early.plusSeconds(5)));
        assertThat(twice.service(SERVICE).orElseThrow().service().states()).hasSize(2);
        TrustedList issued = Editions.notBackDated(changed.head(), TestLists.NOW);
        assertThat(issued.service(SERVICE).orElseThrow().service().state().since())
                .isEqualTo(TestLists.NOW);
        assertThat(Editions.notBackDated(draft.head(), TestLists.NOW)).isEqualTo(LIST);
        assertThat(changed.head().sequence()).isEqualTo(2);
    }

    @Test
    void aNameThatIsChangedTwiceInOneDraftLeavesOneEntryAndThePublishedNameUndoesIt() {
        Draft draft = drafts.importFirst(LIST, editor);
        Texts published = LIST.service(SERVICE).orElseThrow().service().name();
        Instant now = TestLists.NOW;
        Texts first = Texts.of("Un (exemple)", "One (example)");
        Texts second = Texts.of("Deux (exemple)", "Two (example)");
        TrustedList once = Drafts.rename(draft.head(), SERVICE, first, now);
        Draft changed = drafts.change(1, editor, "name", Map.of(), _ -> once);
        TrustedList twice = Drafts.rename(changed.head(), SERVICE, second, now);
        assertThat(twice.service(SERVICE).orElseThrow().service())
                .satisfies(
                        it -> {
                            assertThat(it.name()).isEqualTo(second);
                            assertThat(it.formerNames()).containsExactly(published);
                        });
        assertThat(Drafts.rename(changed.head(), SERVICE, published, now)).isEqualTo(LIST);
        TrustedList both = Drafts.follow(changed.head(), SERVICE, new ServiceState.Withdrawn(now));
        assertThat(both.service(SERVICE).orElseThrow().service())
                .satisfies(
                        it -> {
                            assertThat(it.name()).isEqualTo(first);
                            assertThat(it.states()).hasSize(2);
                        });
        assertThat(Editions.notBackDated(changed.head(), now.plusSeconds(60)))
                .satisfies(
                        it ->
                                assertThat(it.service(SERVICE).orElseThrow().service().state())
                                        .isEqualTo(new ServiceState.Granted(now.plusSeconds(60))));
    }

    @Test
    void anEditionCanBeNeitherChangedNorDeletedNorApprovedByItsAuthor() {
        Draft draft = drafts.importFirst(LIST, editor);
        UUID signer = UUID.randomUUID();
        sql.sql("insert into trustlist.signer values (?, 'tl-exemple', ?, ?, now())")
                .params(signer, SIGNING.certificate(), editor)
                .update();
        assertThatThrownBy(() -> editions.insert(edition(draft, signer, editor)))
                .isInstanceOf(DataAccessException.class);
        editions.insert(edition(draft, signer, approver));
        assertThat(editions.last().orElseThrow().list()).isEqualTo(LIST);
        for (String change :
                List.of(
                        "update trustlist.edition set issued = now()",
                        "delete from trustlist.edition",
                        "truncate trustlist.edition")) {
            assertThatThrownBy(() -> sql.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed");
        }
        assertThatThrownBy(() -> editions.insert(edition(draft, signer, approver)))
                .as("a number is given once")
                .isInstanceOf(DataAccessException.class);
    }

    private Edition edition(Draft draft, UUID signer, UUID by) {
        byte[] unsigned = ListWriter.write(LIST);
        return new Edition(
                1,
                unsigned,
                TestLists.signed(LIST, SIGNING),
                TestLists.NOW,
                TestLists.NOW.plus(Duration.ofDays(150)),
                draft.head().id(),
                signer,
                editor,
                by,
                Optional.empty(),
                UUID.randomUUID());
    }

    private Drafts drafts() {
        Clock clock = Clock.systemUTC();
        Settings settings = Settings.of(TrustlistSettings.ALL, Map.of());
        return new Drafts(
                new DraftTable(sql),
                editions,
                new FirstDraft(settings, clock),
                new Ids(clock, new SecureRandom()),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                told::add,
                clock);
    }

    private static boolean got(Future<Boolean> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void assertFault(ThrowingCallable call, TrustlistFault code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
