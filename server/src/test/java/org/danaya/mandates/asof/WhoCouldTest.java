package org.danaya.mandates.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.Office;
import org.danaya.mandates.TestMandates;
import org.danaya.people.Incumbencies;
import org.danaya.people.TestPeople;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who could, on any day, as it was known on any other. */
class WhoCouldTest {

    private static final LocalDate TODAY = TestMandates.TODAY;

    private final TestMandates kit = new TestMandates();
    private final WhoCould who =
            new WhoCould(kit.mandates, kit.people.positions, kit.people.incumbencies, _ -> true);
    private Office office;

    @BeforeEach
    void office() {
        office = kit.office(1);
    }

    @Test
    void whoHoldsAnOfficeCouldAndWhoStandsInToo() {
        kit.people.incumbencies.appoint(
                new Incumbencies.Appointment(
                        kit.minister.id(),
                        kit.second.id(),
                        true,
                        "feminine",
                        TODAY.toString(),
                        TODAY.plusDays(10).toString(),
                        "Intérim (exemple)",
                        false));
        assertThat(able(Power.SIGN, TODAY)).containsExactly("Exemple Mandant", "Exemple Deuxième*");
        assertThat(able(Power.SIGN, TODAY.plusDays(10))).containsExactly("Exemple Mandant");
        assertThat(able(Power.SIGN, LocalDate.of(2024, 12, 31)))
                .as("before the office was recorded, and before its days")
                .isEmpty();
        assertThat(able(Power.SIGN, TODAY.minusDays(1)))
                .as("nobody knew of it the day before it was recorded")
                .isEmpty();
        kit.clock.pass(Duration.ofDays(2));
        kit.mandates.offices().end(office.id(), kit.officer(), "nouveau statut");
        assertThat(able(Power.SIGN, TODAY.plusDays(1))).hasSize(2);
        assertThat(able(Power.SIGN, TODAY.plusDays(2))).isEmpty();
    }

    @Test
    void whoLeftTheOfficeCouldUntilThen() {
        kit.people.incumbencies.end(
                kit.incumbency.id(),
                kit.incumbency.version(),
                TODAY.plusDays(5).toString(),
                "Décret de fin (exemple)");
        TestPeople.recorded(
                kit.people.incumbencies.appoint(
                        TestPeople.appointment(
                                kit.minister.id(),
                                kit.third.id(),
                                TODAY.plusDays(5).toString(),
                                "")));
        assertThat(able(Power.SIGN, TODAY.plusDays(4))).containsExactly("Exemple Mandant");
        assertThat(able(Power.SIGN, TODAY.plusDays(5))).containsExactly("Exemple Troisième");
    }

    @Test
    void whatWasRecordedLaterOfWhoHeldAPositionDoesntCount() {
        LocalDate left = TODAY.plusDays(1);
        kit.people.incumbencies.end(
                kit.incumbency.id(), kit.incumbency.version(), left.toString(), "Décret (exemple)");
        TestPeople.recorded(
                kit.people.incumbencies.appoint(
                        TestPeople.appointment(
                                kit.minister.id(), kit.third.id(), left.toString(), "")));
        // Both acts were written down four days late.
        int late =
                kit.people
                        .jdbc
                        .sql(
                                "update people.incumbency_known set recorded_at = recorded_at +"
                                        + " interval '5 days' where version > 1 or incumbency_id <>"
                                        + " :first")
                        .param("first", kit.incumbency.id())
                        .update();
        assertThat(late).isEqualTo(2);
        kit.clock.pass(Duration.ofDays(8));
        assertThat(known(left, left)).containsExactly("Exemple Mandant");
        assertThat(known(left.plusDays(2), TODAY.plusDays(4))).containsExactly("Exemple Mandant");
        assertThat(known(left.plusDays(2), TODAY.plusDays(5))).containsExactly("Exemple Troisième");
        assertThat(able(Power.SIGN, TODAY.plusDays(6))).containsExactly("Exemple Troisième");
    }

    private List<String> known(LocalDate day, LocalDate known) {
        return who
                .find(new WhoCould.Question(kit.ministry.id(), Power.SIGN, day, Optional.of(known)))
                .able()
                .stream()
                .map(Able::person)
                .toList();
    }

    @Test
    void suspensionResumptionAndRevocationCountFromTheirInstantOn() {
        Mandate.Head head =
                kit.inForce(
                        kit.grantor,
                        kit.terms(
                                new Grantor.OfOffice(office.id()),
                                kit.holder,
                                0,
                                Power.SIGN,
                                Power.VOTE));
        kit.clock.pass(Duration.ofDays(2));
        kit.mandates.endings().suspend(head.id(), kit.officer(), "vérification");
        kit.clock.pass(Duration.ofDays(2));
        kit.mandates.endings().resume(head.id(), kit.officer());
        kit.clock.pass(Duration.ofDays(2));
        kit.mandates.endings().revoke(head.id(), kit.officer(), Power.SIGN, "fin");
        kit.clock.pass(Duration.ofDays(2));
        List<Boolean> sign = days(Power.SIGN, 8);
        assertThat(sign).containsExactly(true, true, false, false, true, true, false, false);
        assertThat(days(Power.VOTE, 8))
                .containsExactly(true, true, false, false, true, true, true, true);
        assertThat(able(Power.VOTE, TODAY.plusDays(399)))
                .as("its days are over then, as far as it is known now")
                .doesNotContain("Exemple Mandataire");
        WhoCould.Answer before =
                who.find(
                        new WhoCould.Question(
                                kit.ministry.id(),
                                Power.SIGN,
                                TODAY.plusDays(7),
                                Optional.of(TODAY)));
        assertThat(before.able())
                .as("as it was known on the first day, before anything happened")
                .hasSize(2);
        assertThat(before.able().getLast().references())
                .containsExactly(
                        "mandates:office:" + office.id() + ":recorded",
                        "mandates:signed:" + head.id(),
                        "mandates:changed:" + head.id() + ":1",
                        "mandates:changed:" + head.id() + ":2",
                        "mandates:changed:" + head.id() + ":3");
    }

    @Test
    void aChainEndsWhereItIsCut() {
        Mandate.Head top =
                kit.inForce(
                        kit.grantor,
                        kit.terms(new Grantor.OfOffice(office.id()), kit.holder, 1, Power.SIGN));
        Mandate.Head below =
                kit.inForce(
                        kit.holder,
                        kit.terms(new Grantor.OfMandate(top.id()), kit.second, 0, Power.SIGN));
        kit.clock.pass(Duration.ofDays(1));
        kit.mandates.endings().revoke(top.id(), kit.officer(), "fin de mission");
        assertThat(able(Power.SIGN, TODAY))
                .containsExactly("Exemple Mandant", "Exemple Mandataire", "Exemple Deuxième");
        assertThat(able(Power.SIGN, TODAY.plusDays(1))).containsExactly("Exemple Mandant");
        assertThat(kit.mandates.register().get(below.id()).stands()).isFalse();
        assertThat(kit.mandates.register().get(below.id()).code()).isEqualTo("revoked");
        assertThat(kit.mandates.register().get(below.id()).mandate().code()).isEqualTo("in-force");
    }

    @Test
    void aThousandThatEndedDontHideTheOneThatHolds() {
        Grantor grantor = new Grantor.OfOffice(office.id());
        Mandate.Head ended =
                kit.inForce(kit.grantor, kit.terms(grantor, kit.second, 0, Power.SIGN));
        kit.mandates.endings().revoke(ended.id(), kit.officer(), "fin");
        kit.people
                .jdbc
                .sql(
                        """
                        do $$
                        declare columns text;
                        begin
                            select string_agg(quote_ident(column_name), ', ') into columns
                            from information_schema.columns
                            where table_schema = 'mandates' and table_name = 'mandate'
                                and column_name not in ('id', 'code', 'number');
                            execute 'insert into mandates.mandate (id, code, ' || columns || ')
                                select gen_random_uuid(), lpad(n::text, 10, ''0''), ' || columns
                                || ' from mandates.mandate, generate_series(1, 1100) n';
                        end $$
                        """)
                .update();
        kit.inForce(kit.grantor, kit.terms(grantor, kit.holder, 0, Power.SIGN));
        assertThat(able(Power.SIGN, TODAY)).contains("Exemple Mandataire").hasSize(2);
    }

    private List<Boolean> days(Power power, int count) {
        return TODAY.datesUntil(TODAY.plusDays(count))
                .map(day -> able(power, day).contains("Exemple Mandataire"))
                .toList();
    }

    /** The names, with a star behind who only stood in. */
    private List<String> able(Power power, LocalDate day) {
        return who
                .find(new WhoCould.Question(kit.ministry.id(), power, day, Optional.empty()))
                .able()
                .stream()
                .map(able -> able.person() + (able.acting() ? "*" : ""))
                .toList();
    }
}
