package org.danaya.consultation.observation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.access.AccessSettings;
import org.danaya.access.FakeMailServer;
import org.danaya.access.PublicAddress;
import org.danaya.app.TestPlatform;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.mandates.Scope;
import org.danaya.page.PageSettings;
import org.danaya.page.Words;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.junit.jupiter.api.Test;

/** Who writes for a structure is told that it is asked, and that its deadline comes near. */
class ReferralRemindersTest {

    private final TestObservations kit = new TestObservations();
    private final UUID writer = UUID.randomUUID();
    private Set<String> addresses = Set.of("correspondante@example.ml");

    private void send(int port) {
        Settings settings =
                Settings.of(
                        Stream.<List<Setting<?>>>of(AccessSettings.ALL, PageSettings.ALL)
                                .flatMap(List::stream)
                                .toList(),
                        Map.of(
                                "mail.host",
                                "127.0.0.1",
                                "mail.port",
                                Integer.toString(port),
                                "mail.protection",
                                "none"));
        new ReferralReminders(
                        kit.observations.referrals(),
                        kit.texts.register,
                        new ReferralReminders.Correspondents(
                                structures ->
                                        structures.contains(kit.kit.ministry.id())
                                                ? Map.of(kit.kit.ministry.id(), Set.of(writer))
                                                : Map.of(),
                                account -> account.equals(writer) ? addresses : Set.of()),
                        settings,
                        TestPlatform.bean(PublicAddress.class),
                        Words.load(),
                        kit.kit.clock)
                .send();
    }

    private List<Integer> hours(Referral referral) {
        return kit.observations.register().history(referral.id()).stream()
                .flatMap(
                        event ->
                                event instanceof ReferralEvent.Reminded reminded
                                        ? Stream.of(reminded.hours())
                                        : Stream.empty())
                .toList();
    }

    @Test
    void itIsToldOnceWhenItIsAskedAndThenSevenTwoAndOneDaysBefore() throws Exception {
        Referral referral = kit.asked(15);
        try (FakeMailServer server = new FakeMailServer()) {
            send(server.port());
            send(server.port());
            assertThat(server.mails)
                    .singleElement()
                    .satisfies(
                            mail -> {
                                assertThat(mail.to()).contains("correspondante@example.ml");
                                assertThat(text(mail))
                                        .contains("/account/texts/" + referral.id())
                                        .contains("Stratégie (exemple)")
                                        .contains("version 1");
                            });
            for (int day = 1; day <= 15; day++) {
                kit.kit.clock.pass(Duration.ofDays(1).minusSeconds(10));
                send(server.port());
                send(server.port());
            }
            assertThat(hours(referral)).containsExactly(360, 168, 48, 24);
            assertThat(server.mails).hasSize(4);
        }
        assertThat(kit.observations.register().reminders(kit.version.id()))
                .containsEntry(referral.id(), 4);
    }

    @Test
    void moreTimeIsToldAndWhoeverAnsweredIsLeftInPeace() throws Exception {
        Referral referral = kit.asked(2);
        try (FakeMailServer server = new FakeMailServer()) {
            send(server.port());
            kit.observations
                    .referrals()
                    .extend(UUID.randomUUID(), referral.id(), kit.in(5), "Demande (exemple)");
            send(server.port());
            assertThat(hours(referral)).containsExactly(48, 120);
            kit.kit.office(Powers.of(Power.SUBMIT_OBSERVATION), Scope.OPEN, 0);
            kit.nothing(kit.minister, referral);
            kit.kit.clock.pass(Duration.ofDays(4));
            send(server.port());
            assertThat(server.mails).hasSize(2);
        }
    }

    @Test
    void nothingIsNotedThatNobodyGot() throws Exception {
        Referral referral = kit.asked(15);
        int gone;
        try (FakeMailServer server = new FakeMailServer()) {
            gone = server.port();
        }
        send(gone);
        assertThat(hours(referral)).isEmpty();
        try (FakeMailServer server = new FakeMailServer()) {
            addresses = Set.of();
            send(server.port());
            assertThat(hours(referral)).isEmpty();
            addresses = Set.of("correspondante@example.ml");
            send(server.port());
            assertThat(hours(referral)).hasSize(1);
        }
    }

    private static String text(FakeMailServer.Mail mail) {
        try {
            return (String) new MimeMessage(null, mail.stream()).getContent();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
