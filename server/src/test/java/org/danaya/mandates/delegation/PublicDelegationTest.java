package org.danaya.mandates.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.app.TestPlatform;
import org.danaya.base.Fault;
import org.danaya.mandates.DelegationMandates;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Period;
import org.danaya.page.Browser;
import org.danaya.people.TestPersons;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a journalist sees of a delegation on a telephone. */
class PublicDelegationTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Delegations delegations = TestPlatform.bean(Delegations.class);

    @Test
    void anybodySeesWhoIsInADelegationAndWhoIsNot() throws InterruptedException {
        DelegationMandates kit = new DelegationMandates("delegation-exemple");
        Delegation made = made(kit);
        try (Browser browser = Browser.open(TestPlatform.address())) {
            assertThatThrownBy(() -> delegations.published(made.number()))
                    .isInstanceOf(Fault.class);
            browser.width(Browser.PHONE);
            kit.sign(made.members().stream().map(Known::head).toList());
            await(made.id());
            browser.go("/delegations").sees("Forum des essais").accessible();
            browser.screenshots("delegations");
            browser.press("Forum des essais").sees("En mission").accessible();
            assertThat(browser.text()).contains("Sénégal", "Représenter", "Chef de la délégation");
            browser.type("name", "voyageuse exemple").submit();
            browser.sees("est membre de la délégation officielle").accessible();
            browser.screenshots("delegation-member");
            browser.type("name", "Quelqu’un D’Autre").submit();
            browser.sees("ne figure pas dans la délégation officielle");
            browser.screenshots("delegation-absent").accessible();
            assertThat(browser.path()).doesNotContain("Autre");
            browser.type("name", "Voyageuse").submit().sees("Donnez le prénom et le nom.");
            assertThat(browser.text()).doesNotContain("« Voyageuse » ne figure pas");
            browser.screenshots("delegation-incomplete").accessible();
            kit.mandates
                    .endings()
                    .revoke(made.members().getLast().head().id(), UUID.randomUUID(), "rappelée");
            browser.type("name", "Exemple Voyageuse").submit();
            browser.sees("ne fait plus partie de la délégation officielle");
            browser.go("/delegations/" + made.number() + "?lang=en").sees("No longer a member");
            browser.screenshots("delegation-en").accessible().quiet();
        }
    }

    private Delegation made(DelegationMandates kit) {
        UUID home =
                TestPersons.structure(
                        TestPlatform.bean(JdbcClient.class),
                        "agence-delegation-exemple",
                        Optional.empty());
        DelegationOutcome outcome =
                delegations.constitute(
                        UUID.randomUUID(),
                        new Delegations.Wish(
                                kit.structure,
                                new Grantor.OfOffice(kit.office.id()),
                                new Occasion(
                                        "Forum des essais (exemple)",
                                        Optional.of("Forum of tests (example)"),
                                        Optional.empty(),
                                        "Dakar",
                                        "SN",
                                        new Period(
                                                DelegationMandates.today(),
                                                DelegationMandates.today().plusDays(5)),
                                        List.of("fr")),
                                "Ordre de mission (exemple)",
                                List.of(
                                        member(kit, "Meneuse", home, true),
                                        member(kit, "Voyageuse", home, false)),
                                false));
        if (outcome instanceof DelegationOutcome.Constituted(Delegation delegation)) {
            return delegation;
        }
        throw new AssertionError(outcome);
    }

    private static Delegations.Member member(
            DelegationMandates kit, String name, UUID home, boolean leads) {
        return new Delegations.Member(
                kit.person(name).id(),
                "Ingénieure (exemple)",
                home,
                Optional.empty(),
                leads,
                leads ? Powers.of(Power.REPRESENT, Power.SPEAK) : Powers.of(Power.REPRESENT));
    }

    private void await(UUID id) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!delegations.get(id).isPublic()) {
            assertThat(Instant.now()).as("its leaves are public by now").isBefore(end);
            Thread.sleep(100);
        }
    }
}
