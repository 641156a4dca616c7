package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.danaya.access.Role;
import org.danaya.gate.ApiDescription;
import org.danaya.house.ReferenceDoc;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API, as its description says it is. */
class ApiTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonNode DOCUMENT =
            JSON.valueToTree(TestPlatform.bean(ApiDescription.class).document());

    @Test
    void theDescriptionIsWritten() {
        ReferenceDoc.compareWhole("openapi.json", JSON.writeValueAsString(DOCUMENT));
    }

    @Test
    void everyRouteOfTheApiIsDescribed() {
        Set<String> routes = TestPlatform.bean(ApiDescription.class).paths();
        routes.remove("/api/v1/openapi.json");
        assertThat(routes)
                .isNotEmpty()
                .isEqualTo(new TreeSet<>(DOCUMENT.get("paths").propertyNames()));
    }

    @Test
    void whatIsAnsweredIsWhatIsDescribed() {
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR)) {
            Map<String, String> made = new HashMap<>();
            made.put("identifier", "api-exemple");
            made.put("kind", "etablissement");
            made.put("name-fr", "Exemple pour l’API");
            assertThat(administrator.post("/console/structures", made).statusCode()).isEqualTo(303);
            JsonNode found = read(administrator, "/api/v1/structures?q=api-exemple");
            fits(found, "StructuresFound");
            fits(found.get("structures").get(0), "StructuresOne");
            fits(read(administrator, "/api/v1/structures/api-exemple"), "StructuresOne");
            HttpResponse<String> unknown =
                    administrator.get("/api/v1/structures?limit=0", "application/json");
            assertThat(unknown.statusCode()).isEqualTo(400);
            fits(JSON.readTree(unknown.body()), "Problem");
            assertThat(read(administrator, "/api/v1/openapi.json")).isEqualTo(DOCUMENT);
        }
    }

    private static JsonNode read(TestSessions by, String path) {
        HttpResponse<String> answer = by.get(path, "application/json");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** All that must be there is there, of a type that is allowed, and nothing else is. */
    private static void fits(JsonNode value, String schema) {
        JsonNode described = DOCUMENT.get("components").get("schemas").get(schema);
        assertThat(new TreeSet<>(value.propertyNames()))
                .isEqualTo(new TreeSet<>(described.get("properties").propertyNames()));
        described
                .get("properties")
                .properties()
                .forEach(
                        each -> {
                            JsonNode type = each.getValue().get("type");
                            assertThat(type == null ? "" : type.toString())
                                    .as(each.getKey())
                                    .contains(kind(value.get(each.getKey())));
                        });
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case STRING -> "string";
            case NUMBER -> "integer";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT, BINARY, MISSING, POJO -> "object";
        };
    }
}
