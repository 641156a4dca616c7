package org.danaya.mandates.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.base.Reach;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateSearch;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
import org.danaya.page.Browser;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.Person;
import org.danaya.people.Position;
import org.danaya.people.PositionOutcome;
import org.danaya.people.Positions;
import org.danaya.people.TestPeople;
import org.danaya.signin.TestSessions;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages that appoint a successor and end an incumbency do to mandates. 20 seconds. */
class SuccessorTest {

    private static PlatformMandates kit;

    private final Mandates mandates = TestPlatform.bean(Mandates.class);

    @BeforeAll
    static void open() {
        kit = new PlatformMandates("ministere-succession", "MSUC");
    }

    private static Position position(String title) {
        return ((PositionOutcome.Recorded)
                        TestPlatform.bean(Positions.class)
                                .create(
                                        kit.ministry.id(),
                                        new Positions.Draft(title, "", "", "", "")))
                .position();
    }

    private static Incumbency appointed(Position position, Person person, boolean acting) {
        return TestPeople.recorded(
                TestPlatform.bean(Incumbencies.class)
                        .appoint(
                                new Incumbencies.Appointment(
                                        position.id(),
                                        person.id(),
                                        acting,
                                        "feminine",
                                        "2025-01-01",
                                        "",
                                        "Décret (exemple)",
                                        false)));
    }

    private static Mandate.Head held(Person person, Incumbency capacity) {
        Terms plain = kit.terms(person, Scope.OPEN, Power.SIGN);
        return kit.inForce(
                        new Terms(
                                plain.kind(),
                                plain.structure(),
                                plain.grantor(),
                                person.id(),
                                Optional.of(capacity.id()),
                                plain.powers(),
                                plain.scope(),
                                plain.period(),
                                0,
                                plain.basis(),
                                Optional.empty(),
                                Optional.empty()))
                .getFirst();
    }

    @Test
    void whoeverEndsAnIncumbencyPassesItsMandatesToWhoeverStandsIn() {
        Person leaving = kit.person("Exemple", "PARTANTE");
        Person standing = kit.person("Exemple", "INTÉRIMAIRE");
        Position position = position("Secrétaire");
        Incumbency ending = appointed(position, leaving, false);
        Incumbency acting = appointed(position, standing, true);
        Mandate.Head held = held(leaving, ending);
        String path = "/console/incumbencies/" + ending.id() + "/end";
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Map<String, String> typed =
                Map.of(
                        "version",
                        Integer.toString(ending.version()),
                        "until",
                        today,
                        "act",
                        "Décret (exemple)",
                        "successor",
                        acting.id().toString());
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            administrator.into(browser).go(path).sees("À personne : ils prennent fin");
            browser.accessible().screenshots("people-incumbency-end-fr");
            browser.date("until", "2024-12-31").choose("successor", acting.id().toString());
            browser.press("Continuer").sees("erreur à corriger").accessible();
            browser.date("until", today).press("Continuer").sees("passe, en projet, à qui suit");
            browser.sees("M-" + held.number()).accessible();
            browser.screenshots("people-incumbency-end-check-fr");
            browser.go(path + "?lang=en").sees("To nobody: they end");
            browser.screenshots("people-incumbency-end-en").go(path + "?lang=fr");
            stale(administrator);
            assertThat(administrator.post(path + "/save", typed).body())
                    .contains("Confirmez que c’est vous");
            assertThat(now(held)).as("not without a passkey").isInstanceOf(Mandate.InForce.class);
        }
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR)) {
            assertThat(administrator.post(path + "/save", typed).statusCode()).isEqualTo(303);
        }
        assertThat(now(held)).isInstanceOf(Mandate.Revoked.class);
        assertThat(heldBy(standing))
                .singleElement()
                .satisfies(found -> assertThat(found.state()).isEqualTo("draft"));
    }

    /** As if the person had last used a passkey long ago. */
    private static void stale(TestSessions session) {
        assertThat(
                        TestPlatform.bean(JdbcClient.class)
                                .sql(
                                        """
                                        delete from signin.session_attributes a
                                        using signin.session s
                                        where a.session_primary_id = s.primary_id
                                        and a.attribute_name = 'danaya.asserted'
                                        and s.principal_name = ?
                                        """)
                                .param(session.account().toString())
                                .update())
                .isOne();
    }

    private Mandate now(Mandate.Head head) {
        return mandates.register().get(head.id()).mandate();
    }

    private List<MandateSearch.Found> heldBy(Person person) {
        return mandates.register()
                .list(MandateSearch.of(new Reach.Everywhere()).heldBy(person.id()), "", 0, 10);
    }

    @Test
    void whoeverAppointsASuccessorPassesTheMandatesOn() {
        Person leaving = kit.person("Exemple", "SORTANTE");
        Person coming = kit.person("Exemple", "ENTRANTE");
        Position position = position("Directrice");
        Mandate.Head held = held(leaving, appointed(position, leaving, false));
        String path = "/console/positions/" + position.id() + "/appoint/" + coming.id();
        Map<String, String> typed =
                Map.of(
                        "capacity", "holder",
                        "form", "feminine",
                        "from", LocalDate.now(ZoneOffset.UTC).toString(),
                        "act", "Décret (exemple)",
                        "passing", "true");
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR)) {
            assertThat(administrator.post(path, typed).statusCode())
                    .as("passing without replacing")
                    .isEqualTo(422);
            Map<String, String> replacing = new java.util.HashMap<>(typed);
            replacing.put("replacing", "true");
            assertThat(administrator.post(path, replacing).body())
                    .contains("Remettre au successeur");
            assertThat(administrator.post(path + "/save", replacing).statusCode()).isEqualTo(303);
        }
        assertThat(now(held)).isInstanceOf(Mandate.Revoked.class);
        assertThat(heldBy(coming))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.state()).isEqualTo("draft");
                            assertThat(found.head().names().function()).contains("Directrice");
                        });
    }
}
