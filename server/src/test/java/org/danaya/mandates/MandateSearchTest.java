package org.danaya.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.mandates.MandateSearch.Standing;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.ShortCode;
import org.junit.jupiter.api.Test;

/** Lists of the register on a real database. Two seconds. */
class MandateSearchTest {

    private static final Reach EVERYWHERE = new Reach.Everywhere();

    private final TestMandates kit = new TestMandates();
    private final Register register = kit.mandates.register();

    @Test
    void aListIsNarrowedByEachFilterAndNeverLeavesItsReach() {
        Grantor office = new Grantor.OfOffice(kit.office(2).id());
        Mandate.Head held =
                kit.inForce(kit.grantor, kit.terms(office, kit.holder, 1, Power.SIGN, Power.VOTE));
        Mandate.Head draft = kit.drafted(kit.terms(office, kit.second, 0, Power.SPEAK));
        kit.mandates.endings().revoke(held.id(), kit.officer(), Power.VOTE, "fin");

        assertThat(found(search("", EVERYWHERE))).containsExactly(draft.number(), held.number());
        assertThat(found(search("MANDATAIRE conseiller", EVERYWHERE)))
                .containsExactly(held.number());
        assertThat(found(search("deuxieme", EVERYWHERE))).containsExactly(draft.number());
        assertThat(found(search("m-" + held.number(), EVERYWHERE))).containsExactly(held.number());
        assertThat(found(search(ShortCode.ofData(draft.code()).toString(), EVERYWHERE)))
                .containsExactly(draft.number());
        assertThat(found(search("100%", EVERYWHERE))).isEmpty();
        assertThat(found(MandateSearch.of(EVERYWHERE).in(Standing.IN_FORCE)))
                .containsExactly(held.number());
        assertThat(found(MandateSearch.of(EVERYWHERE).in(Standing.EXPIRED))).isEmpty();
        assertThat(found(MandateSearch.of(EVERYWHERE).heldBy(kit.second.id())))
                .containsExactly(draft.number());
        assertThat(found(MandateSearch.of(EVERYWHERE).ending(30))).isEmpty();
        assertThat(found(MandateSearch.of(EVERYWHERE).ending(366))).containsExactly(held.number());
        assertThat(found(of(Power.VOTE))).as("a power that was taken").isEmpty();
        assertThat(found(of(Power.SIGN))).containsExactly(held.number());

        Reach elsewhere = new Reach.Structures(Set.of(UUID.randomUUID()));
        assertThat(found(search("", elsewhere))).isEmpty();
        assertThat(found(search("mandataire", elsewhere))).isEmpty();
        assertThat(found(search("", new Reach.Structures(Set.of())))).isEmpty();
        assertThat(found(search("", new Reach.Structures(Set.of(kit.ministry.id()))))).hasSize(2);
    }

    @Test
    void whoCanApproveAndSignFindsWhatWaits() {
        Office office = kit.office(2);
        Mandate.Head head = kit.drafted(kit.terms(grantor(office), kit.holder, 1, Power.SIGN));
        assertThat(register.toApprove(EVERYWHERE, List.of(kit.officer()))).isEqualTo(1);
        assertThat(register.toApprove(EVERYWHERE, List.of(head.draftedBy()))).as("own").isZero();
        assertThat(waiting(office)).isEmpty();
        kit.approve(head);
        assertThat(register.toApprove(EVERYWHERE, List.of(kit.officer()))).isZero();
        assertThat(waiting(office)).containsExactly(head.number());
        assertThat(register.waiting(List.of(), kit.second.id(), 10)).isEmpty();
    }

    @Test
    void thoseBelowAreFoundAllTheWayDown() {
        Office office = kit.office(3);
        Mandate.Head top =
                kit.inForce(kit.grantor, kit.terms(grantor(office), kit.holder, 2, Power.SIGN));
        Mandate.Head middle =
                kit.inForce(
                        kit.holder,
                        kit.terms(new Grantor.OfMandate(top.id()), kit.second, 1, Power.SIGN));
        Mandate.Head low =
                kit.drafted(
                        kit.terms(new Grantor.OfMandate(middle.id()), kit.third, 0, Power.SIGN));
        assertThat(below(grantor(office)))
                .containsExactly(top.number(), middle.number(), low.number());
        assertThat(below(new Grantor.OfMandate(top.id())))
                .containsExactly(middle.number(), low.number());
        kit.mandates.drafts().withdraw(low.id(), kit.officer(), "essai");
        assertThat(below(new Grantor.OfMandate(middle.id()))).isEmpty();
    }

    @Test
    void officesAreListedByStateWithinAReach() {
        Office office = kit.office(1);
        Offices offices = kit.mandates.offices();
        assertThat(offices.list(EVERYWHERE, "recorded", Optional.empty(), 0, 10))
                .extracting(Office::id)
                .containsExactly(office.id());
        assertThat(offices.count(EVERYWHERE, "proposed", Optional.empty())).isZero();
        assertThat(offices.count(EVERYWHERE, "", Optional.of(kit.ministry.id()))).isEqualTo(1);
        assertThat(offices.count(new Reach.Structures(Set.of()), "", Optional.empty())).isZero();
        assertThat(offices.counts(office)).isTrue();
    }

    private List<Long> found(MandateSearch search) {
        List<Long> numbers =
                register.list(search, "", 0, 100).stream()
                        .map(each -> each.head().number())
                        .toList();
        assertThat(register.count(search)).isEqualTo(numbers.size());
        return numbers;
    }

    private List<Long> waiting(Office office) {
        return register.waiting(List.of(office.id()), UUID.randomUUID(), 10).stream()
                .map(each -> each.head().number())
                .toList();
    }

    private List<Long> below(Grantor grantor) {
        return register.below(grantor, 10).stream().map(each -> each.head().number()).toList();
    }

    private static Grantor grantor(Office office) {
        return new Grantor.OfOffice(office.id());
    }

    private static MandateSearch search(String text, Reach reach) {
        return new MandateSearch(
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reach);
    }

    private static MandateSearch of(Power power) {
        return new MandateSearch(
                "",
                Optional.of(Standing.IN_FORCE),
                Optional.empty(),
                Optional.of(power),
                Optional.of(MandateKind.MANDATE),
                Optional.empty(),
                Optional.empty(),
                EVERYWHERE);
    }
}
