package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.danaya.access.AccessKit;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.base.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;

/** When sessions end, with a clock that stands still until it is moved, and how they are kept. */
class SessionLimitsTest {

    private static final AccessKit KIT = new AccessKit();
    private static final UUID ACCOUNT = KIT.holder(Role.ANALYST);
    private static final Settings SETTINGS =
            Settings.of(SigninSettings.ALL, Map.of("session.absolute-limit", "8h"));

    private final Sessions sessions =
            new Sessions(
                    null,
                    KIT.accounts,
                    KIT.roles,
                    KIT.sql,
                    KIT.transaction,
                    KIT.news::add,
                    KIT.clock,
                    SETTINGS);

    @Test
    void aSessionEndsAfterAWorkingDayHoweverBusyItIs() {
        MockHttpSession session = begun(Sessions.By.PASSKEY);
        KIT.pass(Duration.ofHours(8).minusMillis(1));
        sessions.asserted(session);
        assertThat(sessions.person(session)).isPresent();
        KIT.pass(Duration.ofMillis(1));
        assertThat(sessions.person(session)).isEmpty();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aSessionOfARecoveryCodeEndsAfterAQuarterOfAnHourAndHoldsNoRight() {
        MockHttpSession session = begun(Sessions.By.RECOVERY_CODE);
        KIT.pass(Duration.ofMinutes(15).minusMillis(1));
        assertThat(sessions.person(session))
                .hasValueSatisfying(person -> assertThat(person.rights().reaches()).isEmpty());
        KIT.pass(Duration.ofMillis(1));
        assertThat(sessions.person(session)).isEmpty();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aSessionOfTheProviderIsNoAssertion() {
        MockHttpSession session = begun(Sessions.By.PROVIDER);
        SignedInPerson person = sessions.person(session).orElseThrow();
        assertThat(person.assertedSince(Instant.MIN)).isFalse();
        assertThat(person.rights().reaches()).isNotEmpty();
    }

    @Test
    void anIdleSessionEndsAndABusyOneGoesOn() {
        try (TestSessions person = TestSessions.signedInAs(Role.ANALYST)) {
            idle(person, Duration.ofMinutes(14));
            assertThat(person.get("/account").statusCode()).isEqualTo(200);
            idle(person, Duration.ofMinutes(14));
            assertThat(person.get("/account").statusCode()).isEqualTo(200);
            idle(person, Duration.ofMinutes(15).plusSeconds(1));
            assertThat(person.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void theDatabaseHoldsNothingThatOpensASession() {
        try (TestSessions person = TestSessions.signedInAs(Role.ANALYST)) {
            String id =
                    new String(Base64.getDecoder().decode(person.cookie()), StandardCharsets.UTF_8);
            String stored =
                    TestPlatform.bean(JdbcClient.class)
                            .sql("select session_id from signin.session where principal_name = ?")
                            .param(person.account().toString())
                            .query(String.class)
                            .single();
            assertThat(stored).isEqualTo(Sessions.stored(id)).doesNotContain(id);
            assertThat(person.with(stored).get("/account").statusCode()).isEqualTo(303);
            assertThat(person.get("/account").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void oneOfOnesOwnSessionsIsEndedFromAnother() {
        try (TestSessions here = TestSessions.signedInAs(Role.ANALYST);
                TestSessions there =
                        TestSessions.signedIn(
                                TestPlatform.address(), TestPlatform::bean, here.account());
                TestSessions stranger = TestSessions.signedInAs(Role.ANALYST)) {
            String page = here.get("/account/sessions").body();
            String handle =
                    page.replaceFirst("(?s).*name=\"session\" value=\"([0-9a-f]+)\".*", "$1");
            assertThat(page.split("name=\"session\"", -1)).hasSize(2);
            Map<String, String> which = Map.of("session", handle);
            assertThat(stranger.post("/account/sessions/end", which).statusCode()).isEqualTo(404);
            assertThat(there.get("/account").statusCode()).isEqualTo(200);
            assertThat(here.post("/account/sessions/end", which).statusCode()).isEqualTo(303);
            assertThat(there.get("/account").statusCode()).isEqualTo(303);
            assertThat(here.get("/account").statusCode()).isEqualTo(200);
            assertThat(here.post("/account/sessions/end", which).statusCode()).isEqualTo(404);
        }
    }

    private MockHttpSession begun(Sessions.By by) {
        MockHttpSession session = new MockHttpSession();
        sessions.fill(session::setAttribute, ACCOUNT, by, "127.0.0.1", "Essai");
        return session;
    }

    /** As if nothing had been asked in a session for so long. */
    private static void idle(TestSessions person, Duration time) {
        int moved =
                TestPlatform.bean(JdbcClient.class)
                        .sql(
                                """
                                update signin.session set last_access_time = last_access_time - ?,
                                    expiry_time = expiry_time - ?
                                where principal_name = ?
                                """)
                        .params(time.toMillis(), time.toMillis(), person.account().toString())
                        .update();
        assertThat(moved).isOne();
    }
}
