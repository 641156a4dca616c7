package org.danaya.mandates.console;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.people.Incumbencies;
import org.danaya.people.IncumbencyOutcome;
import org.danaya.signin.TestSessions;
import org.openqa.selenium.Cookie;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People with roles and passkeys in a browser, for stories about mandates. */
public final class Hands {

    private Hands() {}

    /** Somebody with a role in a structure. */
    public static TestSessions of(Role role, UUID structure) {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, account, role, Optional.of(structure));
        return TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
    }

    /**
     * Somebody with a passkey in the browser's authenticator, who is signed in afterwards.
     *
     * @param name unique among the tests
     */
    public static UUID enrolled(Browser browser, TestSessions administrator, String name) {
        String page =
                administrator
                        .post(
                                "/console/accounts/invite",
                                Map.of("given-names", "Exemple", "family-name", name))
                        .body();
        browser.driver().manage().deleteAllCookies();
        browser.driver().get(page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
        browser.submit().sees("Bienvenue, Exemple " + name);
        browser.type("label", "Clé de " + name).submit().sees("Codes de secours");
        return TestPlatform.bean(JdbcClient.class)
                .sql("select account_id from signin.passkey where label = ?")
                .param("Clé de " + name)
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    /** Has an account's person stand in for the holder of a position from today. */
    public static void standIn(UUID position, UUID account, LocalDate today) {
        IncumbencyOutcome outcome =
                TestPlatform.bean(Incumbencies.class)
                        .appoint(
                                new Incumbencies.Appointment(
                                        position,
                                        TestPlatform.bean(Accounts.class)
                                                .get(account)
                                                .owner()
                                                .person(),
                                        true,
                                        "feminine",
                                        today.toString(),
                                        "",
                                        "Décision (exemple)",
                                        false));
        if (!(outcome instanceof IncumbencyOutcome.Recorded)) {
            throw new AssertionError(outcome);
        }
    }

    /** The cookie of who is signed in. */
    public static Cookie cookie(Browser browser, TestSessions any) {
        return browser.driver().manage().getCookieNamed(any.cookies().split("=", 2)[0]);
    }
}
