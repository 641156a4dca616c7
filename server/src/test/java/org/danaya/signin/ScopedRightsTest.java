package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.people.Structures;
import org.junit.jupiter.api.Test;

/** A right held for one structure, over HTTP. */
class ScopedRightsTest {

    private static final String PATH = "/console/structures";

    @Test
    void anOfficerOfAStructureRunsAllBelowItAndNothingBeside() {
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions officer = TestSessions.signedInAs()) {
            UUID ministry = made(administrator, "portee-ministere", "");
            UUID agency = made(administrator, "portee-agence", "portee-ministere");
            UUID office = made(administrator, "portee-bureau", "portee-agence");
            UUID other = made(administrator, "portee-autre", "");
            TestAccounts.give(
                    TestPlatform::bean,
                    officer.account(),
                    Role.REGISTRATION_OFFICER,
                    Optional.of(ministry));

            assertThat(officer.get(PATH + "/" + office + "/edit").statusCode()).isEqualTo(200);
            assertThat(officer.get(PATH + "/" + other + "/edit").statusCode()).isEqualTo(403);
            assertThat(create(officer, "portee-cellule", "portee-bureau").statusCode())
                    .isEqualTo(303);
            assertThat(create(officer, "portee-ailleurs", "portee-autre").statusCode())
                    .isEqualTo(403);
            assertThat(create(officer, "portee-racine", "").statusCode()).isEqualTo(403);
            assertThat(move(officer, agency, "portee-agence", "portee-autre").statusCode())
                    .isEqualTo(403);

            assertThat(move(administrator, agency, "portee-agence", "portee-autre").statusCode())
                    .isEqualTo(303);
            assertThat(officer.get(PATH + "/" + office + "/edit").statusCode()).isEqualTo(403);
            assertThat(officer.get(PATH + "/" + ministry + "/edit").statusCode()).isEqualTo(200);
        }
    }

    private static UUID made(TestSessions by, String identifier, String parent) {
        HttpResponse<String> made = create(by, identifier, parent);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return TestPlatform.bean(Structures.class).find(identifier).orElseThrow().id();
    }

    private static HttpResponse<String> create(TestSessions by, String identifier, String parent) {
        return by.post(PATH, fields(identifier, parent));
    }

    private static HttpResponse<String> move(
            TestSessions by, UUID id, String identifier, String parent) {
        Map<String, String> fields = new HashMap<>(fields(identifier, parent));
        fields.put("version", "1");
        fields.put("mode", "correction");
        return by.post(PATH + "/" + id + "/edit/save", fields);
    }

    private static Map<String, String> fields(String identifier, String parent) {
        return Map.of(
                "identifier",
                identifier,
                "kind",
                "etablissement",
                "name-fr",
                identifier,
                "parent",
                parent);
    }
}
