package org.danaya.trust.signature.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.danaya.access.AccessSettings;
import org.danaya.access.FakeMailServer;
import org.danaya.access.PublicAddress;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.jobs.Jobs;
import org.danaya.page.Words;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.Signer;
import org.danaya.trust.signature.SigningRequest;
import org.danaya.trust.signature.SigningRequests;
import org.danaya.trust.signature.TestSigning;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is written to, when, and with what. About 3 seconds beside the platform. */
class SignerMailTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final SigningRequests REQUESTS = TestPlatform.bean(SigningRequests.class);
    private static final AddressTable ADDRESSES = new AddressTable(SQL);

    private final Instant now = Instant.now();
    private final UUID owner = TestAccounts.with(TestPlatform::bean);

    @Test
    void whoseTurnItIsGetsALinkWithoutTheCodeAndRemindersUntilTheyAnswer() throws Exception {
        try (FakeMailServer server = new FakeMailServer()) {
            UUID id = made(true);
            at(server, Duration.ZERO).tell(new SignerMail.Piece(id));
            assertThat(server.mails).as("nothing before it is sent").isEmpty();
            REQUESTS.open(id, owner);
            for (int i = 0; i < 2; i++) {
                at(server, Duration.ZERO).tell(new SignerMail.Piece(id));
            }
            assertThat(to(server)).as("the first alone, once").containsExactly("un@example.ml");
            String text = text(server.mails.getFirst());
            assertThat(text)
                    .contains("vous demande de signer", "asks you to sign")
                    .contains("/console/signatures/join")
                    .doesNotContain("Secret (exemple)", id.toString());
            at(server, Duration.ofDays(2)).tell(new SignerMail.Piece(id));
            assertThat(server.mails).hasSize(1);
            for (int days = 4; days < 20; days += 4) {
                at(server, Duration.ofDays(days)).tell(new SignerMail.Piece(id));
            }
            assertThat(server.mails).as("two reminders, then peace").hasSize(3);
            assertThat(text(server.mails.getLast())).contains("toujours", "still");
            REQUESTS.withdraw(id, owner);
            for (int i = 0; i < 2; i++) {
                at(server, Duration.ofDays(20)).tell(new SignerMail.Piece(id));
            }
            assertThat(server.mails).as("only who was told learns of the end").hasSize(4);
            assertThat(text(server.mails.getLast())).contains("retiré", "withdrawn");
            assertThat(ADDRESSES.of(id)).as("and every address is forgotten").isEmpty();
        }
    }

    @Test
    void whoAskedLearnsThatASignerDeclines() throws Exception {
        try (FakeMailServer server = new FakeMailServer()) {
            UUID id = made(false);
            REQUESTS.open(id, owner);
            at(server, Duration.ZERO).tell(new SignerMail.Piece(id));
            assertThat(to(server)).containsExactlyInAnyOrder("un@example.ml", "deux@example.ml");
            SQL.sql("update signature.request set state = 'DECLINED' where id = ?")
                    .param(id)
                    .update();
            at(server, Duration.ZERO).tell(new SignerMail.Piece(id));
            assertThat(to(server)).hasSize(5).contains("moi@example.ml");
        }
    }

    @Test
    void whatNoServerTakesIsTriedAgain() throws Exception {
        UUID id = made(false);
        REQUESTS.open(id, owner);
        SignerMail away;
        try (FakeMailServer server = new FakeMailServer()) {
            away = at(server, Duration.ZERO);
        }
        assertThatThrownBy(() -> away.tell(new SignerMail.Piece(id)))
                .isInstanceOf(Fault.class)
                .hasNoCause();
        try (FakeMailServer server = new FakeMailServer()) {
            at(server, Duration.ZERO).tell(new SignerMail.Piece(id));
            assertThat(server.mails).hasSize(2);
        }
    }

    /** With two invited signers after the owner is taken out, and an address for each. */
    private UUID made(boolean inOrder) {
        SigningRequest made =
                REQUESTS.create(
                        owner, "Secret (exemple)", List.of(TestSigning.pdf(1)), SignatureLevel.B);
        REQUESTS.invite(made.id(), owner, "Un");
        REQUESTS.invite(made.id(), owner, "Deux");
        REQUESTS.remove(made.id(), owner, made.signers().getFirst().id());
        REQUESTS.order(made.id(), owner, inOrder);
        List<Signer> signers = REQUESTS.get(made.id(), owner).signers();
        ADDRESSES.put(signers.getFirst().id(), made.id(), "un@example.ml");
        ADDRESSES.put(signers.getLast().id(), made.id(), "deux@example.ml");
        ADDRESSES.put(made.id(), made.id(), "moi@example.ml");
        return made.id();
    }

    private SignerMail at(FakeMailServer server, Duration later) {
        return new SignerMail(
                ADDRESSES,
                provider(),
                Settings.of(
                        AccessSettings.ALL,
                        Map.of(
                                "mail.host",
                                "127.0.0.1",
                                "mail.port",
                                "" + server.port(),
                                "mail.protection",
                                "none")),
                TestPlatform.bean(PublicAddress.class),
                TestPlatform.bean(Words.class),
                TestPlatform.bean(Jobs.class),
                TestPlatform.bean(Ids.class),
                Clock.fixed(now.plus(later), ZoneOffset.UTC));
    }

    private static ObjectProvider<SigningRequests> provider() {
        return new ObjectProvider<>() {
            @Override
            public SigningRequests getObject() {
                return REQUESTS;
            }
        };
    }

    private static List<String> to(FakeMailServer server) {
        return server.mails.stream().map(FakeMailServer.Mail::to).toList();
    }

    private static String text(FakeMailServer.Mail mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), mail.stream())
                .getContent()
                .toString();
    }
}
