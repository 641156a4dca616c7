package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Map;
import org.danaya.access.FakeMailServer;
import org.danaya.access.Invitation;
import org.danaya.access.Invitations;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.danaya.page.Heard;
import org.danaya.page.Invocation;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** Links that leave the platform: by mail, and at the machine while the platform is stopped. */
class LinksTest {

    private static final String LINK = "(?s).*/enrol#([0-9A-Z]{32}).*";

    @Test
    void aLinkGoesByMailAndAnotherIsMadeAtTheMachine(@TempDir Path home) throws Exception {
        try (FakeMailServer mail = new FakeMailServer()) {
            Settings settings =
                    Settings.of(
                            SettingsCatalogue.ALL,
                            Map.of(
                                    "home", home.toString(),
                                    "port", "0",
                                    "edge-port", "0",
                                    "mail.host", "127.0.0.1",
                                    "mail.port", Integer.toString(mail.port()),
                                    "mail.protection", "none",
                                    "mail.from", "danaya@danaya.example"));
            try (Platform platform = Platform.start(settings)) {
                invite(platform, mail);
            }
            String link = atTheMachine(settings, "--for", "approver");
            try (Platform platform = Platform.start(settings)) {
                assertThat(found(platform, link))
                        .isInstanceOfSatisfying(
                                Invitation.ToNewcomer.class,
                                newcomer -> assertThat(newcomer.role()).isEqualTo(Role.APPROVER));
                assertThat(
                                platform.bean(JdbcClient.class)
                                        .sql(
                                                """
                                                select count(*) from audit.entry
                                                where act = 'access.operator-link-made'
                                                and actor_kind = 'OPERATOR'
                                                """)
                                        .query(Integer.class)
                                        .single())
                        .isOne();
            }
        }
    }

    private static void invite(Platform platform, FakeMailServer mail) throws Exception {
        Map<String, String> form =
                Map.of(
                        "given-names", "Exemple",
                        "family-name", "Invitée",
                        "mail", "invitee@danaya.example");
        TestAccounts.Beans beans = platform::bean;
        try (TestSessions administrator =
                TestSessions.signedIn(
                        platform.address(), beans, TestAccounts.with(beans, Role.ADMINISTRATOR))) {
            String page = administrator.post("/console/accounts/invite", form).body();
            assertThat(page).contains("Il a été envoyé à invitee@danaya.example");
            String shown = page.replaceFirst(LINK, "$1");
            assertThat(mail.mails).hasSize(1);
            assertThat(mail.mails.getFirst().to()).isEqualTo("invitee@danaya.example");
            MimeMessage message = new MimeMessage(null, mail.mails.getFirst().stream());
            assertThat(message.getSubject()).contains("Danaya");
            assertThat(message.getContent().toString())
                    .contains(platform.address() + "enrol#" + shown)
                    .contains("Ouvrez ce lien")
                    .contains("Open this link");
            assertThat(found(platform, shown)).isInstanceOf(Invitation.ToAccount.class);
            mail.close();
            Map<String, String> other =
                    Map.of(
                            "given-names", "Exemple",
                            "family-name", "Sans courriel",
                            "mail", "autre@danaya.example");
            assertThat(administrator.post("/console/accounts/invite", other).body())
                    .contains("Le courriel n’a pas pu être envoyé")
                    .contains("/enrol#");
        }
    }

    private static Invitation found(Platform platform, String token) {
        return platform.bean(Invitations.class).find(Secret.of(token)).orElseThrow();
    }

    private static String atTheMachine(Settings settings, String... arguments) {
        String said;
        try (Heard heard = Heard.apart()) {
            Terminal terminal = new Terminal(Words.load(), Language.FRENCH);
            int code =
                    new CommandLine(new AdminLinkCommand(new Invocation(terminal, _ -> settings)))
                            .setCaseInsensitiveEnumValuesAllowed(true)
                            .execute(arguments);
            assertThat(code).isEqualTo(Terminal.DONE);
            said = heard.out();
        }
        assertThat(said).matches(LINK);
        return said.replaceFirst(LINK, "$1").strip();
    }
}
