package org.danaya.mandates.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
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
import org.danaya.mandates.delegation.TestDelegations;
import org.danaya.mandates.status.MandateSettings;
import org.danaya.page.Words;
import org.danaya.people.Person;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;

/** What ends, on a real database. */
class CalendarTest {

    private static final LocalDate TODAY = TestMandates.TODAY;

    private final TestMandates kit = new TestMandates();
    private final Office office = kit.office(1);
    private final Map<UUID, Set<String>> addresses = new HashMap<>();
    private final Addressees addressees =
            new Addressees(
                    kit.mandates,
                    new TestDelegations(kit).delegations,
                    kit.people.incumbencies,
                    account -> Optional.of(kit.personOf(account)),
                    person -> addresses.getOrDefault(person, Set.of()));

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
    void anothersDelegationIsntNamedBeforeItIsPublic() {
        UUID elsewhere = kit.people.create("voisine-exemple", "Voisine (exemple)").id();
        UUID own = delegation(kit.ministry.id(), 10, 20, kit.drafted(terms(100)));
        Mandate.Head other = kit.drafted(terms(100));
        UUID hidden = delegation(elsewhere, 15, 40, other);
        Reach ministry = new Reach.Structures(Set.of(kit.ministry.id()));
        assertThat(calendar().conflicts(ministry))
                .singleElement()
                .satisfies(
                        conflict -> {
                            assertThat(List.of(conflict.first(), conflict.second()))
                                    .satisfiesExactlyInAnyOrder(
                                            side ->
                                                    assertThat(side)
                                                            .isEqualTo(new Conflict.Side.Unnamed()),
                                            side ->
                                                    assertThat(side)
                                                            .isInstanceOfSatisfying(
                                                                    Conflict.Side.Named.class,
                                                                    named ->
                                                                            assertThat(named.id())
                                                                                    .isEqualTo(
                                                                                            own)));
                            assertThat(conflict.from()).as("its own").isEqualTo(TODAY.plusDays(10));
                            assertThat(conflict.last()).isEqualTo(TODAY.plusDays(19));
                        });
        assertThat(calendar().conflicts(new Reach.Everywhere()))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.from()).isEqualTo(TODAY.plusDays(15)));
        kit.people
                .jdbc
                .sql(
                        """
                        insert into mandates.event (mandate, place, kind, at, leaf)
                        values (?, 1, 'effective', now(), 7)
                        """)
                .param(other.id())
                .update();
        assertThat(calendar().conflicts(ministry).getFirst())
                .satisfies(
                        conflict ->
                                assertThat(List.of(conflict.first(), conflict.second()))
                                        .as("public by now")
                                        .extracting(side -> ((Conflict.Side.Named) side).id())
                                        .containsExactlyInAnyOrder(own, hidden));
    }

    private UUID delegation(UUID structure, int from, int until, Mandate.Head member) {
        UUID id = UUID.randomUUID();
        kit.people
                .jdbc
                .sql(
                        """
                        insert into mandates.delegation (id, structure, event_fr, place, country,
                            from_day, until_day, languages, basis, drafted_by, drafted_at, search)
                        values (?, ?, 'Forum (exemple)', 'Dakar', 'SN', ?, ?, '{fr}',
                            'Ordre (exemple)', ?, now(), 'forum')
                        """)
                .params(
                        id,
                        structure,
                        TODAY.plusDays(from),
                        TODAY.plusDays(until),
                        UUID.randomUUID())
                .update();
        kit.people
                .jdbc
                .sql("update mandates.mandate set delegation = ? where id = ?")
                .params(id, member.id())
                .update();
        return id;
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
    void whoeverItConcernsIsToldOfTheirOwnWhereTheirAddressIsKnown() throws Exception {
        addresses.put(kit.holder.id(), Set.of("titulaire@example.ml"));
        addresses.put(kit.second.id(), Set.of("autre@example.ml"));
        addresses.put(kit.grantor.id(), Set.of("ministre@example.ml"));
        Mandate.Head own = inForce(20);
        Mandate.Head other = inForce(25, kit.third);
        try (FakeMailServer server = new FakeMailServer()) {
            send(server.port(), "");
            assertThat(server.mails)
                    .as("nobody else's address is known, and the office has none")
                    .singleElement()
                    .satisfies(
                            mail -> {
                                assertThat(mail.to()).contains("titulaire@example.ml");
                                assertThat(text(mail))
                                        .contains("/account/mandates/" + own.id())
                                        .contains("M-" + own.number())
                                        .doesNotContain("M-" + other.number());
                            });
            send(server.port(), "");
            assertThat(server.mails).as("once").hasSize(1);
            send(server);
            assertThat(server.mails).as("what nobody heard of waits").hasSize(2);
            assertThat(server.mails.getLast().to()).contains("bureau@example.ml");
            LocalDate near = office.period().until().minusDays(5);
            kit.clock.pass(Duration.ofDays(TODAY.until(near, ChronoUnit.DAYS)));
            send(server.port(), "");
            assertThat(server.mails.getLast().to()).contains("ministre@example.ml");
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

    private Mandate.Head inForce(int days, Person holder) {
        Terms terms = terms(days);
        return kit.inForce(
                kit.grantor,
                new Terms(
                        terms.kind(),
                        terms.structure(),
                        terms.grantor(),
                        holder.id(),
                        Optional.empty(),
                        terms.powers(),
                        terms.scope(),
                        terms.period(),
                        0,
                        terms.basis(),
                        Optional.empty(),
                        Optional.empty()));
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

    private static String text(FakeMailServer.Mail mail) {
        try {
            return (String) new MimeMessage(null, mail.stream()).getContent();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private void send(int port) {
        send(port, "bureau@example.ml");
    }

    private void send(int port, String office) {
        Settings settings =
                Settings.of(
                        Stream.<List<Setting<?>>>of(AccessSettings.ALL, MandateSettings.ALL)
                                .flatMap(List::stream)
                                .toList(),
                        Map.of(
                                "mail.host",
                                "127.0.0.1",
                                "mail.port",
                                Integer.toString(port),
                                "mail.protection",
                                "none",
                                "mandates.office-mail",
                                office));
        new Reminders(
                        kit.people.jdbc,
                        () -> LocalDate.ofInstant(kit.clock.instant(), ZoneOffset.UTC),
                        addressees::of,
                        settings,
                        TestPlatform.bean(PublicAddress.class),
                        Words.load(),
                        kit.clock)
                .send();
    }
}
