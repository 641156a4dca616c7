package org.danaya.mandates.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.mandates.console.Hands;
import org.danaya.people.Person;
import org.danaya.people.TestPersons;
import org.danaya.signin.TestSessions;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What officers' own tools read of the register. A few seconds. */
class RegisterApiTest {

    private static final String PATH = "/api/v1/register/mandates";

    private final PlatformMandates kit = new PlatformMandates("ministere-api", "MAPI");

    @Test
    void officersReadWhatTheirRightsReach() {
        Person first = kit.person("Exemple", "API UN");
        Person second = kit.person("Exemple", "API DEUX");
        Mandate.Head signed =
                kit.inForce(kit.terms(first, Scope.OPEN, Power.SIGN, Power.VOTE)).getFirst();
        Mandate.Head drafted = kit.drafted(kit.terms(second, Scope.OPEN, Power.SPEAK));
        UUID elsewhere =
                TestPersons.structure(
                        TestPlatform.bean(JdbcClient.class), "voisine-api", Optional.empty());
        try (TestSessions officer = Hands.of(Role.REGISTRATION_OFFICER, kit.ministry.id());
                TestSessions stranger = Hands.of(Role.REGISTRATION_OFFICER, elsewhere)) {
            JsonNode all = read(officer, PATH);
            assertThat(all.get("mandates").size()).isEqualTo(2);
            assertThat(all.get("next").isNull()).isTrue();
            JsonNode page = read(officer, PATH + "?limit=1");
            assertThat(page.get("mandates").get(0).get("number").asLong())
                    .isEqualTo(signed.number());
            JsonNode rest = read(officer, PATH + "?limit=1&after=" + page.get("next").asString());
            assertThat(rest.get("mandates").get(0).get("number").asLong())
                    .isEqualTo(drafted.number());
            JsonNode found = read(officer, PATH + "?state=in-force&power=SIGNER&q=api+un");
            assertThat(found.get("mandates").size()).isEqualTo(1);
            assertThat(found.get("mandates").get(0).get("holder").asString())
                    .isEqualTo("Exemple API UN");
            JsonNode one = read(officer, PATH + "/" + signed.number());
            assertThat(one.get("usable").toString()).isEqualTo("[\"SIGNER\",\"VOTER\"]");
            assertThat(read(officer, "/api/v1/register/ends?within=366").toString())
                    .contains(signed.id().toString());

            assertThat(read(stranger, PATH).get("mandates").size()).isZero();
            assertThat(status(stranger, PATH + "/" + signed.number())).isEqualTo(404);
            assertThat(status(officer, PATH + "?state=dansant")).isEqualTo(400);
            assertThat(status(officer, PATH + "?limit=0")).isEqualTo(400);
            assertThat(status(officer, PATH + "/999999999")).isEqualTo(404);
        }
    }

    private static JsonNode read(TestSessions by, String path) {
        var answer = by.get(path, "application/json");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static int status(TestSessions by, String path) {
        return by.get(path, "application/json").statusCode();
    }
}
