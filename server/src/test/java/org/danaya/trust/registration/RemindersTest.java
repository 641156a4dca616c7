package org.danaya.trust.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.access.AccessSettings;
import org.danaya.access.FakeMailServer;
import org.danaya.access.PublicAddress;
import org.danaya.app.TestPlatform;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.page.Words;
import org.danaya.trust.authority.Approvals;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.IdentityCheck;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.authority.TestAuthority;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.ProfileKind;
import org.danaya.trust.profile.SubjectAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemindersTest {

    @TempDir private Path folder;

    @Test
    void whoHoldsACertificateIsToldNinetyThirtyAndSevenDaysBeforeOnceEach() throws Exception {
        TestAuthority test = new TestAuthority(folder, KeyAlgorithm.EC_P256, Clock.systemUTC());
        test.below(AuthorityKind.PERSONS);
        Instant end = issued(test).notAfter();
        try (FakeMailServer server = new FakeMailServer()) {
            sendAt(test, server, end.minus(Duration.ofDays(91)));
            assertThat(server.mails).isEmpty();
            sendAt(test, server, end.minus(Duration.ofDays(89)));
            sendAt(test, server, end.minus(Duration.ofDays(88)));
            assertThat(server.mails).hasSize(2);
            assertThat(server.mails.stream().map(FakeMailServer.Mail::to).toList())
                    .anyMatch(to -> to.contains("awa@example.ml"))
                    .anyMatch(to -> to.contains("bureau@example.ml"));
            sendAt(test, server, end.minus(Duration.ofDays(29)));
            sendAt(test, server, end.minus(Duration.ofDays(29)));
            assertThat(server.mails).hasSize(4);
            sendAt(test, server, end.minus(Duration.ofDays(6)));
            sendAt(test, server, end.minus(Duration.ofDays(5)));
            assertThat(server.mails).hasSize(6);
            sendAt(test, server, end.plus(Duration.ofDays(1)));
            assertThat(server.mails).hasSize(6);
        }
    }

    private static void sendAt(TestAuthority test, FakeMailServer server, Instant at) {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        Settings settings =
                Settings.of(
                        Stream.of(AccessSettings.ALL, RegistrationSettings.ALL)
                                .flatMap(List::stream)
                                .toList(),
                        Map.of(
                                "mail.host", "127.0.0.1",
                                "mail.port", Integer.toString(server.port()),
                                "mail.protection", "none",
                                "registration.office-mail", "bureau@example.ml"));
        new Reminders(
                        Certificates.in(test.source, clock),
                        new ReminderTable(test.jdbc),
                        TestPlatform.bean(PublicAddress.class),
                        Words.load(),
                        settings,
                        clock)
                .send();
    }

    private static Certificate issued(TestAuthority test) {
        UUID officer = UUID.randomUUID();
        UUID id =
                test.requests
                        .submit(
                                UUID.randomUUID(),
                                new Requests.Asked(
                                        "person-signature",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Map.of(
                                                SubjectAttribute.GIVEN_NAME, "Awa",
                                                SubjectAttribute.SURNAME, "Exemple",
                                                SubjectAttribute.SERIAL_NUMBER, "IDCML-1",
                                                SubjectAttribute.COMMON_NAME, "Awa Exemple"),
                                        List.of("email:awa@example.ml"),
                                        new Requests.Key.Here(),
                                        Optional.empty()))
                        .head()
                        .id();
        test.examinations.check(List.of(id), IdentityCheck.of(ProfileKind.SIGNATURE), officer);
        Request.Prepared prepared = test.examinations.prepare(id, officer);
        test.confirmed = test.approvals.statement(UUID.randomUUID(), List.of(prepared));
        return switch (test.approvals.approve(UUID.randomUUID(), List.of(id), "x", "y")) {
            case Approvals.Outcome.Issued(List<Certificate> certificates) ->
                    certificates.getFirst();
            case Approvals.Outcome.Waiting waiting -> throw new AssertionError(waiting);
        };
    }
}
