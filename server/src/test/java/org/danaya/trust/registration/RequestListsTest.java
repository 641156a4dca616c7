package org.danaya.trust.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.people.Structures;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.danaya.signin.TestSessions;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.profile.AuthorityKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many certificates at once, asked for by a program. */
class RequestListsTest {

    private static final String PATH = "/api/v1/certificate-request-lists";
    private static final JsonMapper JSON = new JsonMapper();

    @BeforeAll
    static void structure() {
        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.SERVERS);
        Structures structures = TestPlatform.bean(Structures.class);
        structures.create(
                new StructureDraft(
                        Map.of(
                                StructureField.IDENTIFIER,
                                "listes-exemple",
                                StructureField.KIND,
                                "etablissement",
                                StructureField.NAME_FR,
                                "Service des listes (exemple)")));
    }

    @Test
    void aListIsTakenWholeAndPreparedWhole() throws Exception {
        try (TestSessions asking = TestSessions.signedInAs(Role.REGISTRATION_OFFICER);
                TestSessions officer = TestSessions.signedInAs(Role.REGISTRATION_OFFICER)) {
            HttpResponse<String> taken = asking.postJson(PATH, list(List.of(member(1), member(2))));
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
            JsonNode list = JSON.readTree(taken.body());
            String one = PATH + "/" + list.get("id").asString();
            assertThat(list.get("requests").size()).isEqualTo(2);
            assertThat(JSON.readTree(asking.get(one, "application/json").body())).isEqualTo(list);
            assertThat(asking.postJson(one + "/prepare", checks()).body())
                    .contains("authority.same-person");
            assertThat(officer.postJson(one + "/prepare", "{\"checks\":[\"none\"]}").body())
                    .contains("registration.wrong-value");
            JsonNode prepared = JSON.readTree(officer.postJson(one + "/prepare", checks()).body());
            assertThat(prepared.get("requests"))
                    .allSatisfy(
                            each -> {
                                assertThat(each.get("state").asString()).isEqualTo("prepared");
                                assertThat(each.get("tbsSha256").asString()).hasSize(64);
                            });
            assertThat(asking.get(one + "/certificates", "application/json").body())
                    .isEqualTo("{\"certificates\":[]}");
        }
    }

    @Test
    void aListWithAnUnfitMemberSaysWhichAndTakesNothing() throws Exception {
        try (TestSessions asking = TestSessions.signedInAs(Role.REGISTRATION_OFFICER)) {
            String waiting = asking.get("/api/v1/certificate-requests", "application/json").body();
            Map<String, Object> fit = member(3);
            HttpResponse<String> answer =
                    asking.postJson(
                            PATH,
                            list(
                                    List.of(
                                            fit,
                                            fit,
                                            Map.of(
                                                    "subject", List.of(), "names", List.of(),
                                                    "pkcs10", "?"))));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("registration.list-refused", "3: registration.request-refused");
            assertThat(asking.postJson(PATH, list(List.of())).body())
                    .contains("registration.wrong-value");
            assertThat(asking.get("/api/v1/certificate-requests", "application/json").body())
                    .isEqualTo(waiting);
        }
    }

    @Test
    void aStrangerMayNotAsk() throws Exception {
        try (TestSessions nobody = TestSessions.signedInAs(Role.ANALYST)) {
            assertThat(nobody.postJson(PATH, list(List.of(member(4)))).statusCode()).isEqualTo(403);
        }
    }

    private static String checks() {
        return "{\"checks\":[\"representative\"]}";
    }

    private static String list(List<Map<String, Object>> members) {
        return JSON.writeValueAsString(
                Map.of("profile", "tls-client", "structure", "listes-exemple", "members", members));
    }

    private static Map<String, Object> member(int number) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        StringWriter pem = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
            writer.writeObject(
                    new JcaPKCS10CertificationRequestBuilder(
                                    new X500Name("CN=exemple"), keys.getPublic())
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(keys.getPrivate())));
        }
        return Map.of(
                "subject",
                List.of(
                        Map.of(
                                "attribute",
                                "organization",
                                "value",
                                "Service des listes (exemple)"),
                        Map.of("attribute", "common-name", "value", "Client " + number)),
                "names",
                List.of(),
                "pkcs10",
                pem.toString());
    }
}
