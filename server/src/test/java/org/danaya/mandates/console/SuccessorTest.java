package org.danaya.mandates.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.danaya.people.Incumbencies;
import org.danaya.people.Person;
import org.danaya.people.PositionOutcome;
import org.danaya.people.Positions;
import org.danaya.people.TestPeople;
import org.danaya.signin.TestSessions;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;

/** What the page that appoints a successor does to mandates. A few seconds. */
class SuccessorTest {

    private final PlatformMandates kit = new PlatformMandates("ministere-succession", "MSUC");
    private final Mandates mandates = TestPlatform.bean(Mandates.class);

    @Test
    void whoeverAppointsASuccessorPassesTheMandatesOn() {
        Person leaving = kit.person("Exemple", "SORTANTE");
        Person coming = kit.person("Exemple", "ENTRANTE");
        var position =
                ((PositionOutcome.Recorded)
                                TestPlatform.bean(Positions.class)
                                        .create(
                                                kit.ministry.id(),
                                                new Positions.Draft("Directrice", "", "", "", "")))
                        .position();
        var capacity =
                TestPeople.recorded(
                        TestPlatform.bean(Incumbencies.class)
                                .appoint(
                                        TestPeople.appointment(
                                                position.id(), leaving.id(), "2025-01-01", "")));
        Terms plain = kit.terms(leaving, Scope.OPEN, Power.SIGN);
        Mandate.Head held =
                kit.inForce(
                                new Terms(
                                        plain.kind(),
                                        plain.structure(),
                                        plain.grantor(),
                                        leaving.id(),
                                        Optional.of(capacity.id()),
                                        plain.powers(),
                                        plain.scope(),
                                        plain.period(),
                                        0,
                                        plain.basis(),
                                        Optional.empty(),
                                        Optional.empty()))
                        .getFirst();
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
        assertThat(mandates.register().get(held.id()).mandate())
                .isInstanceOf(Mandate.Revoked.class);
        assertThat(
                        mandates.register()
                                .list(
                                        MandateSearch.of(new Reach.Everywhere())
                                                .heldBy(coming.id()),
                                        "",
                                        0,
                                        10))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.state()).isEqualTo("approved");
                            assertThat(found.head().names().function()).contains("Directrice");
                        });
    }
}
