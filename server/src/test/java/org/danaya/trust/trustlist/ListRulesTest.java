package org.danaya.trust.trustlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.trustlist.model.Provider;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.ServiceType;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;
import org.junit.jupiter.api.Test;

/** What may follow what. */
class ListRulesTest {

    private static final TrustedList FIRST =
            TestLists.example(TestLists.key("rules", KeyAlgorithm.EC_P256).certificate());
    private static final TrustService SERVICE = FIRST.services().getFirst().service();
    private static final Instant LATER = TestLists.NOW.plus(Duration.ofDays(10));

    @Test
    void aRenewalAndAWithdrawalMayFollow() {
        assertThat(ListRules.problems(Optional.empty(), FIRST)).isEmpty();
        assertThat(ListRules.problems(Optional.of(FIRST), next(FIRST))).isEmpty();
        assertThat(ListDifference.between(Optional.of(FIRST), next(FIRST))).isEmpty();
        TrustedList withdrawn = followed(new ServiceState.Withdrawn(LATER));
        assertThat(ListRules.problems(Optional.of(FIRST), next(withdrawn))).isEmpty();
        assertThat(ListDifference.between(Optional.of(FIRST), withdrawn))
                .singleElement()
                .isInstanceOfSatisfying(
                        ListChange.StateChanged.class,
                        change -> assertThat(change.to().since()).isEqualTo(LATER));
    }

    @Test
    void aServiceTakesAnotherNameAndTheHistoryKeepsTheOneThatWasPublished() {
        Texts name = Texts.of("Certificats, nouveau nom (exemple)", "New name (example)");
        TrustedList renamed = FIRST.changeService(SERVICE.key(), it -> it.renamed(name, LATER));
        assertThat(ListRules.problems(Optional.of(FIRST), next(renamed))).isEmpty();
        assertThat(ListDifference.between(Optional.of(FIRST), renamed))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.is()).contains("nouveau nom");
                            assertThat(first.was()).contains("Certificates (example)");
                        },
                        second -> {
                            assertThat(second).isInstanceOf(ListChange.Continued.class);
                            assertThat(second.reasoned()).isEqualTo(SERVICE.key());
                        });
        TrustService read =
                ListReader.read(ListWriter.write(renamed))
                        .service(SERVICE.key())
                        .orElseThrow()
                        .service();
        assertThat(read.name()).isEqualTo(name);
        assertThat(read.formerNames()).containsExactly(SERVICE.name());
        assertThat(read.asOf(LATER.minusSeconds(1)).orElseThrow().name()).isEqualTo(SERVICE.name());
        assertThat(read.states()).hasSize(2);
        assertThat(read.at(LATER)).as("in force since it was granted").contains(SERVICE.state());
        TrustedList erased = FIRST.changeService(SERVICE.key(), it -> it.called(name));
        assertThat(keys(erased)).contains("trustlist.problem.rewritten");
        TrustedList told =
                FIRST.changeService(
                        SERVICE.key(), it -> it.called(name).renamed(SERVICE.name(), LATER));
        assertThat(keys(told)).as("a past name").contains("trustlist.problem.rewritten");
    }

    @Test
    void whatWasPublishedIsNeverLostNorRewritten() {
        TrustedList without = new TrustedList(FIRST.scheme(), List.of());
        assertThat(keys(without)).contains("trustlist.problem.lost");
        TrustedList edited =
                FIRST.changeService(
                        SERVICE.key(), it -> it.since(TestLists.NOW.minus(Duration.ofDays(9))));
        assertThat(keys(edited)).contains("trustlist.problem.rewritten");
        TrustedList replaced =
                FIRST.changeService(
                        SERVICE.key(),
                        it ->
                                new TrustService(
                                        it.type(),
                                        it.name(),
                                        it.identities(),
                                        new ServiceState.Withdrawn(LATER),
                                        it.definitions(),
                                        it.extensions(),
                                        List.of()));
        assertThat(keys(replaced)).contains("trustlist.problem.rewritten");
        TrustedList withdrawn = next(followed(new ServiceState.Withdrawn(LATER)));
        TrustedList forgotten =
                withdrawn.changeService(
                        SERVICE.key(),
                        it -> it.followedBy(new ServiceState.Granted(LATER.plusSeconds(9))));
        TrustedList rewritten =
                forgotten.changeService(
                        SERVICE.key(),
                        it ->
                                new TrustService(
                                        it.type(),
                                        it.name(),
                                        it.identities(),
                                        it.state(),
                                        it.definitions(),
                                        it.extensions(),
                                        List.of(it.history().getFirst())));
        assertThat(keys(Optional.of(withdrawn), rewritten)).contains("trustlist.problem.rewritten");
        assertThat(keys(Optional.of(withdrawn), forgotten))
                .doesNotContain("trustlist.problem.rewritten");
    }

    @Test
    void numbersStatesAndIdentitiesAreHeldToTheStandard() {
        assertThat(keys(FIRST)).contains("trustlist.problem.sequence");
        assertThat(keys(followed(new ServiceState.Recognised(LATER))))
                .contains("trustlist.problem.wrong-state");
        assertThat(keys(followed(new ServiceState.Withdrawn(SERVICE.state().since()))))
                .contains("trustlist.problem.order");
        Provider provider = FIRST.providers().getFirst();
        TrustedList twice = FIRST.change(provider.key(), it -> it.plus(SERVICE));
        assertThat(keys(twice)).contains("trustlist.problem.twice");
        TrustedList nobody = FIRST.change(provider.key(), it -> it.with(List.of()));
        assertThat(keys(nobody)).contains("trustlist.problem.no-service");
        TrustedList bare =
                FIRST.change(
                        provider.key(),
                        it ->
                                it.with(
                                        List.of(
                                                new TrustService(
                                                        ServiceType.TSA_QTST.uri(),
                                                        SERVICE.name(),
                                                        List.of(),
                                                        SERVICE.state(),
                                                        TrustService.Definitions.NONE,
                                                        "",
                                                        List.of()))));
        assertThat(keys(bare)).contains("trustlist.problem.no-certificate");
        TrustedList long1 =
                FIRST.with(FIRST.scheme().issued(2, LATER, LATER.plus(Duration.ofDays(200))));
        assertThat(keys(long1)).contains("trustlist.problem.next-update");
    }

    private static TrustedList followed(ServiceState state) {
        return FIRST.changeService(SERVICE.key(), it -> it.followedBy(state));
    }

    private static TrustedList next(TrustedList list) {
        Instant issued = list.scheme().issued().plus(Duration.ofDays(1));
        return list.with(
                list.scheme()
                        .issued(
                                list.scheme().sequence() + 1,
                                issued,
                                issued.plus(Duration.ofDays(150))));
    }

    private static List<String> keys(TrustedList list) {
        return keys(Optional.of(FIRST), list);
    }

    private static List<String> keys(Optional<TrustedList> before, TrustedList list) {
        return ListRules.problems(before, list).stream().map(ListRules.Problem::key).toList();
    }
}
