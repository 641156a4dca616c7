package org.danaya.trust.signature.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.form.IdempotencyKey;
import org.danaya.signin.TestSessions;
import org.danaya.trust.signature.Invitation;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.Signer;
import org.danaya.trust.signature.SigningRequests;
import org.danaya.trust.signature.TestSigning;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to sign made and followed by a program. About 5 seconds beside the platform. */
class SigningRequestsApiTest {

    private static final String PATH = "/api/v1/signing-requests";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aProgramMakesARequestFollowsItAndTakesItBack() {
        try (TestSessions program = TestSessions.signedInAs();
                TestSessions stranger = TestSessions.signedInAs();
                TestSessions invited = TestSessions.signedInAs()) {
            JsonNode made = good(named(program, "contrat-1", "Contrat (exemple)"));
            String one = PATH + "/" + made.get("id").asString();
            assertThat(made.get("state").asString()).isEqualTo("open");
            assertThat(made.get("documents").get(0).get("form").asString()).isEqualTo("pades");
            assertThat(made.get("signers").get(0).get("code").isNull()).isTrue();
            String code = made.get("signers").get(1).get("code").asString();

            JsonNode again = good(named(program, "contrat-1", "Contrat (exemple)"));
            assertThat(again.get("id")).isEqualTo(made.get("id"));
            assertThat(again.get("signers").get(1).get("code").isNull()).isTrue();
            bad(named(program, "contrat-1", "Un autre"), 409, "signature.other-wish");
            bad(named(program, "contrat 1", "Un autre"), 400, "signature.wrong-wish");
            bad(named(program, "x".repeat(101), "Un autre"), 400, "signature.wrong-wish");

            good(program.postJson(PATH, wish("Deuxième (exemple)")));
            JsonNode first = good(program.get(PATH + "?limit=1", "application/json"));
            assertThat(first.get("requests").get(0).get("title").asString()).startsWith("Deux");
            JsonNode rest =
                    good(
                            program.get(
                                    PATH + "?before=" + first.get("next").asString(),
                                    "application/json"));
            assertThat(rest.get("requests").get(0).get("id")).isEqualTo(made.get("id"));
            assertThat(rest.get("next").isNull()).isTrue();

            bad(stranger.get(one, "application/json"), 404, "signature.unknown");
            invited.post("/console/signatures/join", Map.of("code", code));
            JsonNode seen = good(invited.get(one, "application/json"));
            assertThat(seen.get("signers").get(1).get("state").asString()).isEqualTo("joined");
            bad(invited.postJson(one + "/withdraw", ""), 409, "signature.wrong-state");

            JsonNode document =
                    good(
                            program.get(
                                    one
                                            + "/documents/"
                                            + made.get("documents").get(0).get("id").asString(),
                                    "application/json"));
            assertThat(document.get("sha256"))
                    .isEqualTo(made.get("documents").get(0).get("sha256"));
            assertThat(
                            new String(
                                    Base64.getDecoder().decode(document.get("content").asString()),
                                    StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF");
            assertThat(good(program.postJson(one + "/withdraw", "")).get("state").asString())
                    .isEqualTo("withdrawn");
        }
    }

    /** What is mailed to whom goes by the signer, whoever else is invited meanwhile. */
    @Test
    void anInvitationTellsWhoseItIs() {
        SigningRequests requests = TestPlatform.bean(SigningRequests.class);
        UUID owner = TestAccounts.with(TestPlatform::bean);
        UUID made =
                requests.create(
                                owner,
                                "Deux invitations (exemple)",
                                List.of(TestSigning.pdf(1)),
                                SignatureLevel.B)
                        .id();
        Invitation first = requests.invite(made, owner, "La première (exemple)");
        Invitation second = requests.invite(made, owner, "La seconde (exemple)");
        Map<UUID, String> labels =
                requests.get(made, owner).signers().stream()
                        .collect(Collectors.toMap(Signer::id, Signer::label));
        assertThat(labels)
                .containsEntry(first.signer(), "La première (exemple)")
                .containsEntry(second.signer(), "La seconde (exemple)");
    }

    @Test
    void aWishThatLacksSomethingIsRefusedWithItsField() {
        try (TestSessions program = TestSessions.signedInAs()) {
            bad(
                    program.postJson(
                            PATH, "{\"ownSignature\":true,\"inOrder\":false,\"signers\":[]}"),
                    400,
                    "signature.wrong-wish");
            bad(
                    program.postJson(
                            PATH,
                            JSON.writeValueAsString(
                                    Map.of(
                                            "documents",
                                            List.of(Map.of("name", "a.pdf", "content", "%%%")),
                                            "ownSignature",
                                            true,
                                            "signers",
                                            List.of(),
                                            "inOrder",
                                            false))),
                    400,
                    "signature.wrong-wish");
        }
    }

    private static HttpResponse<String> named(TestSessions program, String key, String title) {
        return program.postJson(PATH, wish(title), IdempotencyKey.HEADER, key);
    }

    private static String wish(String title) {
        Map<String, Object> wish = new java.util.HashMap<>();
        wish.put("title", title);
        wish.put(
                "documents",
                List.of(
                        Map.of(
                                "name",
                                "programme.pdf",
                                "content",
                                Base64.getEncoder().encodeToString(PDF))));
        wish.put("ownSignature", true);
        wish.put("signers", List.of("La directrice (exemple)"));
        wish.put("inOrder", true);
        return JSON.writeValueAsString(wish);
    }

    private static final byte[] PDF = TestSigning.pdf(1).bytes();

    private static JsonNode good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static void bad(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains(code);
    }
}
