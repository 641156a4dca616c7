package org.danaya.mandates.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.Period;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
import org.danaya.page.Browser;
import org.danaya.people.Persons;
import org.danaya.signin.TestSessions;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the console's first page announces of mandates. Ten seconds. */
class FirstPageTest {

    @Test
    void whatWaitsForSomebodyAndWhatEndsSoonIsOnTheFirstPage() {
        PlatformMandates kit = new PlatformMandates("ministere-accueil", "MACC");
        UUID account = TestAccounts.with(TestPlatform::bean);
        Mandate.Head own =
                kit.inForce(
                                soon(
                                        kit.terms(
                                                TestPlatform.bean(Persons.class)
                                                        .get(
                                                                TestPlatform.bean(Accounts.class)
                                                                        .get(account)
                                                                        .owner()
                                                                        .person()),
                                                Scope.OPEN,
                                                Power.SIGN)))
                        .getFirst();
        kit.drafted(kit.terms(kit.person("Exemple", "ATTENDUE"), Scope.OPEN, Power.VOTE));
        try (TestSessions holder =
                        TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
                TestSessions officer = Hands.of(Role.REGISTRATION_OFFICER, kit.ministry.id());
                TestSessions approver = Hands.of(Role.APPROVER, kit.ministry.id());
                Browser browser = Browser.open(TestPlatform.address())) {
            assertThat(holder.get("/console").body())
                    .contains("Un de vos mandats prend")
                    .doesNotContain("Les pouvoirs d’une fonction prennent", "projet de mandat");
            assertThat(approver.get("/console").body())
                    .contains("Un projet de mandat attend")
                    .doesNotContain("prend fin dans les 30 jours");
            assertThat(officer.get("/console").body())
                    .contains("Un mandat prend fin dans les 30 jours")
                    .doesNotContain("Les pouvoirs d’une fonction prennent");
            TestPlatform.bean(JdbcClient.class)
                    .sql("update mandates.office set until_day = ? where structure = ?")
                    .params(LocalDate.now(ZoneOffset.UTC).plusDays(20), kit.ministry.id())
                    .update();
            browser.go("/");
            officer.into(browser).go("/console");
            browser.sees("Les pouvoirs d’une fonction prennent fin dans les 30 jours");
            browser.accessible().screenshots("home-mandates-fr");
            browser.press("Les pouvoirs d’une fonction").sees("Ministre").accessible();
            assertThat(browser.path()).isEqualTo("/console/mandates/calendar?within=30");
            browser.go("/console?lang=en").sees("The powers of one position end within 30 days");
            browser.screenshots("home-mandates-en").go("/console?lang=fr");
            holder.into(browser).go("/console").press("Un de vos mandats prend");
            browser.sees("M-" + own.number());
        }
    }

    private static Terms soon(Terms terms) {
        return new Terms(
                terms.kind(),
                terms.structure(),
                terms.grantor(),
                terms.person(),
                Optional.empty(),
                terms.powers(),
                terms.scope(),
                new Period(terms.period().from(), terms.period().from().plusDays(10)),
                0,
                terms.basis(),
                Optional.empty(),
                Optional.empty());
    }
}
