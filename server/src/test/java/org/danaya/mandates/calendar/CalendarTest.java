package org.danaya.mandates.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.access.AccessSettings;
import org.danaya.access.FakeMailServer;
import org.danaya.access.PublicAddress;
import org.danaya.app.TestPlatform;
import org.danaya.base.Reach;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.Office;
import org.danaya.mandates.Period;
import org.danaya.mandates.Terms;
import org.danaya.mandates.TestMandates;
import org.danaya.mandates.status.MandateSettings;
import org.danaya.page.Words;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;

/** What ends, on a real database. */
class CalendarTest {

    private static final LocalDate TODAY = TestMandates.TODAY;

    private final TestMandates kit = new TestMandates();
    private final Office office = kit.office(1);

    @Test
    void whatEndsIsListedByDayWithinReach() {
        Mandate.Head soon = inForce(20);
        Mandate.Head later = inForce(80);
        inForce(200);
        kit.drafted(terms(10));
        assertThat(within(new Reach.Everywhere(), 90))
                .extracting(End::number)
                .containsExactly(soon.number(), later.number());
        assertThat(within(new Reach.Everywhere(), 30)).hasSize(1);
        assertThat(within(new Reach.Structures(Set.of(kit.ministry.id())), 90)).hasSize(2);
        assertThat(within(new Reach.Structures(Set.of(UUID.randomUUID())), 90)).isEmpty();
        assertThat(within(new Reach.Everywhere(), 3_660))
                .extracting(End::kind)
                .contains(End.Kind.OFFICE);
        assertThat(within(new Reach.Everywhere(), 30).getFirst().last())
                .isEqualTo(TODAY.plusDays(19));
        kit.mandates.endings().revoke(soon.id(), kit.officer(), "Essai (exemple)");
        assertThat(within(new Reach.Everywhere(), 30)).isEmpty();
    }

    @Test
    void whoStandsForTwoStructuresIsToldOnce() {
        inForce(100);
        assertThat(calendar().conflicts(new Reach.Everywhere())).isEmpty();
        // Another structure's mandate of the same person, without its whole life.
        Mandate.Head other = inForce(50);
        UUID elsewhere = kit.people.create("autre-exemple", "Autre (exemple)").id();
        kit.people
                .jdbc
                .sql("update mandates.mandate set structure = ? where id = ?")
                .params(elsewhere, other.id())
                .update();
        assertThat(calendar().conflicts(new Reach.Everywhere()))
                .singleElement()
                .satisfies(
                        conflict -> {
                            assertThat(conflict.kind()).isEqualTo(Conflict.Kind.STRUCTURES);
                            assertThat(conflict.name()).isEqualTo("Exemple Mandataire");
                            assertThat(conflict.last()).isEqualTo(TODAY.plusDays(49));
                        });
        assertThat(calendar().conflicts(new Reach.Structures(Set.of(elsewhere)))).hasSize(1);
        assertThat(calendar().conflicts(new Reach.Structures(Set.of(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void anEndIsAnnouncedNinetyThirtyAndSevenDaysBeforeOnceEach() throws Exception {
        inForce(120);
        try (FakeMailServer server = new FakeMailServer()) {
            send(server);
            assertThat(server.mails).isEmpty();
            kit.clock.pass(Duration.ofDays(40));
            send(server);
            send(server);
            assertThat(server.mails).hasSize(1);
            assertThat(server.mails.getFirst().to()).contains("bureau@example.ml");
            kit.clock.pass(Duration.ofDays(55));
            send(server);
            assertThat(server.mails).hasSize(2);
            kit.clock.pass(Duration.ofDays(20));
            send(server);
            send(server);
            assertThat(server.mails).hasSize(3);
        }
    }

    @Test
    void aMailThatNobodyTookIsSentTheNextDay() throws Exception {
        inForce(20);
        int port;
        try (FakeMailServer gone = new FakeMailServer()) {
            port = gone.port();
        }
        send(port);
        try (FakeMailServer server = new FakeMailServer()) {
            kit.clock.pass(Duration.ofDays(1));
            send(server);
            assertThat(server.mails).hasSize(1);
        }
    }

    @Test
    void calendarsReadTheFile() {
        ICalendar file = new ICalendar(Instant.parse("2026-03-01T10:00:00Z"));
        file.day(
                "mandate-1@example.ml",
                LocalDate.of(2026, 12, 31),
                "Dernier jour : Mandat M-1 Fanta, dite « l’éclair » ; " + "é".repeat(60),
                "https://example.ml/x");
        String text = file.end();
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        for (String line : text.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
        String unfolded = text.replace("\r\n ", "");
        assertThat(unfolded)
                .contains("DTSTART;VALUE=DATE:20261231\r\n", "DTEND;VALUE=DATE:20270101\r\n")
                .contains("Fanta\\, dite « l’éclair » \\; " + "é".repeat(60) + "\r\n");
    }

    private List<End> within(Reach reach, int days) {
        return calendar().within(reach, days);
    }

    private Calendar calendar() {
        return new Calendar(kit.people.jdbc, kit.mandates.register()::today);
    }

    private Mandate.Head inForce(int days) {
        return kit.inForce(kit.grantor, terms(days));
    }

    private Terms terms(int days) {
        Terms terms = kit.terms(new Grantor.OfOffice(office.id()), kit.holder, 0, Power.REPRESENT);
        return new Terms(
                terms.kind(),
                terms.structure(),
                terms.grantor(),
                terms.person(),
                Optional.empty(),
                terms.powers(),
                terms.scope(),
                new Period(TODAY, TODAY.plusDays(days)),
                0,
                terms.basis(),
                Optional.empty(),
                Optional.empty());
    }

    private void send(FakeMailServer server) {
        send(server.port());
    }

    private void send(int port) {
        Settings settings =
                Settings.of(
                        Stream.<List<Setting<?>>>of(AccessSettings.ALL, MandateSettings.ALL)
                                .flatMap(List::stream)
                                .toList(),
                        Map.of(
                                "mail.host", "127.0.0.1",
                                "mail.port", Integer.toString(port),
                                "mail.protection", "none",
                                "mandates.office-mail", "bureau@example.ml"));
        new Reminders(
                        kit.people.jdbc,
                        () -> LocalDate.ofInstant(kit.clock.instant(), ZoneOffset.UTC),
                        settings,
                        TestPlatform.bean(PublicAddress.class),
                        Words.load(),
                        kit.clock)
                .send();
    }
}
