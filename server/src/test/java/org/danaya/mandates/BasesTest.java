package org.danaya.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.people.InWhoseName;
import org.danaya.people.InWhoseName.About;
import org.danaya.people.Person;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.junit.jupiter.api.Test;

/** By what people may act. */
class BasesTest {

    private final TestMandates kit = new TestMandates();
    private final Mandates mandates = kit.mandates;

    @Test
    void anOfficeOrAMandateIsWhatAnActRestsOn() {
        Office office = kit.office(Powers.of(Power.SIGN), Scope.OPEN, 1);
        assertThat(bases(kit.grantor, Power.SIGN)).containsExactly(office.id());
        assertThat(bases(kit.grantor, Power.VOTE)).isEmpty();
        assertThat(bases(kit.holder, Power.SIGN)).isEmpty();
        Mandate.Head head =
                kit.inForce(
                        kit.grantor,
                        kit.terms(new Grantor.OfOffice(office.id()), kit.holder, 0, Power.SIGN));
        assertThat(bases(kit.holder, Power.SIGN)).containsExactly(head.id());
        mandates.endings().suspend(head.id(), kit.officer(), "vérification");
        assertThat(bases(kit.holder, Power.SIGN)).isEmpty();
    }

    private List<UUID> bases(Person person, Power power) {
        return mandates.bases().held(person.id(), power, InWhoseName.About.NOTHING).stream()
                .map(held -> held.basis().id())
                .toList();
    }

    @Test
    void whatLiesOutsideALimitIsNoBasisAndWhatIsUnsaidIsDeclared() {
        Office office = kit.office(Powers.of(Power.SIGN), Scope.OPEN, 1);
        Scope scope =
                new Scope(
                        Map.of(
                                Scope.Side.MATTERS,
                                Limit.of(List.of("budget")),
                                Scope.Side.STRUCTURES,
                                Limit.of(List.of("tresor"))),
                        Optional.of(new Amount(1_000, "XOF")));
        Terms terms = kit.terms(new Grantor.OfOffice(office.id()), kit.holder, 0, Power.SIGN);
        kit.inForce(
                kit.grantor,
                new Terms(
                        terms.kind(),
                        terms.structure(),
                        terms.grantor(),
                        terms.person(),
                        terms.capacity(),
                        terms.powers(),
                        scope,
                        terms.period(),
                        terms.depth(),
                        terms.basis(),
                        terms.replaces(),
                        terms.group()));
        assertThat(within(About.NOTHING))
                .contains(List.of("matters budget", "structures tresor", "most 1000 XOF"));
        assertThat(within(About.towards("tresor")))
                .contains(List.of("matters budget", "most 1000 XOF"));
        assertThat(within(About.towards("ailleurs"))).isEmpty();
        assertThat(within(about("budget", 1_000, "XOF"))).contains(List.of("structures tresor"));
        assertThat(within(about("recrutement", 1_000, "XOF"))).isEmpty();
        assertThat(within(about("budget", 1_001, "XOF"))).isEmpty();
        assertThat(within(about("budget", 1, "EUR"))).as("no rate is guessed").isEmpty();
    }

    @Test
    void aBasisIsNeededFromTheFirstOfficeWithThePowerOnForGood() {
        assertThat(mandates.bases().isNeeded(kit.ministry.id(), Power.SIGN)).isFalse();
        Office office = kit.office(Powers.of(Power.SIGN), Scope.OPEN, 1);
        assertThat(mandates.bases().isNeeded(kit.ministry.id(), Power.SIGN)).isTrue();
        assertThat(mandates.bases().isNeeded(kit.ministry.id(), Power.VOTE)).isFalse();
        mandates.offices().end(office.id(), kit.officer(), "fin");
        assertThat(mandates.bases().isNeeded(kit.ministry.id(), Power.SIGN)).isTrue();
        assertThat(bases(kit.grantor, Power.SIGN)).isEmpty();
    }

    private static About about(String matter, long units, String currency) {
        return new About(
                Map.of("matters", matter), Optional.of(new InWhoseName.Engaged(units, currency)));
    }

    private Optional<List<String>> within(About about) {
        return mandates.bases().held(kit.holder.id(), Power.SIGN, about).stream()
                .map(held -> held.basis().within())
                .findFirst();
    }
}
