package org.danaya.mandates.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.Amount;
import org.danaya.mandates.Limit;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.page.Browser;
import org.danaya.people.Persons;
import org.danaya.signin.TestSessions;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.ShortCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mandate in a wallet, read by libraries that aren't ours. About 10 seconds. */
class CredentialTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aBearerShowsWhatTheOccasionAsksForAndAnybodyChecksIt() throws Exception {
        PlatformMandates kit = new PlatformMandates("portefeuille", "MPOR");
        UUID account = TestAccounts.with(TestPlatform::bean);
        Mandate.Head head =
                kit.inForce(
                                kit.terms(
                                        TestPlatform.bean(Persons.class)
                                                .get(
                                                        TestPlatform.bean(Accounts.class)
                                                                .get(account)
                                                                .owner()
                                                                .person()),
                                        new Scope(
                                                Map.of(
                                                        Scope.Side.MATTERS,
                                                        Limit.of(List.of("Télécommunications"))),
                                                Optional.of(new Amount(1_000, "XOF"))),
                                        Power.SIGN,
                                        Power.SPEAK))
                        .getFirst();
        String page = "/console/mandates/" + head.id();
        String shown;
        try (TestSessions bearer =
                        TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
                TestSessions other = TestSessions.signedInAs()) {
            assertThat(bearer.get(page + "/letters").body()).contains("portefeuille numérique");
            assertThat(other.post(page + "/credential", Map.of()).statusCode()).isEqualTo(404);
            looksRight(bearer, page + "/letters");
            HttpResponse<String> answer = bearer.post(page + "/credential", Map.of());
            assertThat(answer.statusCode()).isEqualTo(200);
            shown = answer.body();
            assertThat(bearer.post(page + "/credential", Map.of()).body()).isNotEqualTo(shown);
        }

        SDJWT credential = SDJWT.parse(shown);
        SignedJWT jwt = SignedJWT.parse(credential.getCredentialJwt());
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("dc+sd-jwt");
        String issuer = get("/.well-known/jwt-vc-issuer");
        JWKSet keys = JWKSet.parse(JSON.readTree(issuer).get("jwks").toString());
        assertThat(
                        jwt.verify(
                                new ECDSAVerifier(
                                        keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toECKey())))
                .isTrue();
        Map<String, Object> claims = jwt.getJWTClaimsSet().toJSONObject();
        assertThat(claims.get("iss")).isEqualTo(JSON.readTree(issuer).get("issuer").asString());
        assertThat(claims.get("code")).isEqualTo(ShortCode.ofData(head.code()).toString());
        assertThat(claims.toString()).doesNotContain("Exemple", "SIGNER");
        String vct = (String) claims.get("vct");
        JsonNode type = JSON.readTree(get(URI.create(vct).getPath()));
        assertThat(type.get("vct").asString()).isEqualTo(vct);
        JsonNode status = JSON.readTree(JSON.writeValueAsString(claims.get("status")));
        assertThat(status.get("status_list").get("idx").asInt()).isEqualTo(head.index());
        assertThat(status.get("status_list").get("uri").asString()).endsWith("/mandates/status/0");

        Map<String, Object> all = new SDObjectDecoder().decode(claims, credential.getDisclosures());
        assertThat(all.get("name")).isEqualTo(head.names().holder());
        assertThat(all.get("powers")).isEqualTo(List.of("SIGNER", "S_EXPRIMER"));
        assertThat(all.get("limits"))
                .isEqualTo(List.of("matters Télécommunications", "most 1000 XOF"));
        assertThat(all.get("structure")).asString().contains("portefeuille");
        List<Disclosure> powers =
                credential.getDisclosures().stream()
                        .filter(each -> each.getClaimName().equals("powers"))
                        .toList();
        Map<String, Object> some = new SDObjectDecoder().decode(claims, powers);
        assertThat(some).containsKey("powers").doesNotContainKeys("name", "function", "limits");

        String part = new SDJWT(credential.getCredentialJwt(), powers).toString();
        assertThat(verdict(part)).isEqualTo("VALIDE");
        assertThat(verdict(shown)).isEqualTo("VALIDE");
        int middle = credential.getCredentialJwt().indexOf('.') + 20;
        String forged =
                shown.substring(0, middle)
                        + (shown.charAt(middle) == 'A' ? 'B' : 'A')
                        + shown.substring(middle + 1);
        assertThat(verdict(forged)).isEqualTo("INCONNU_OU_FALSIFIE");
        kit.mandates.endings().suspend(head.id(), UUID.randomUUID(), "vérification (exemple)");
        assertThat(verdict(part)).isEqualTo("SUSPENDU");
    }

    private static void looksRight(TestSessions bearer, String page) {
        try (Browser browser = Browser.open(TestPlatform.address())) {
            bearer.into(browser.go("/")).go(page + "?lang=fr").sees("Télécharger l’attestation");
            browser.accessible().screenshots("mandate-letters-fr");
            browser.go(page + "?lang=en").sees("wallet").screenshots("mandate-letters-en");
        }
    }

    private static String verdict(String text) throws Exception {
        String body =
                "--exemple\r\nContent-Disposition: form-data; name=\"file\";"
                        + " filename=\"mandat.sd-jwt\"\r\n\r\n"
                        + text
                        + "\r\n--exemple--\r\n";
        String answer =
                send(
                        HttpRequest.newBuilder(address("/api/v1/mandates/checks"))
                                .header("Content-Type", "multipart/form-data; boundary=exemple")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build());
        return answer.replaceFirst("(?s).*?\"verdict\":\"([A-Z_]+)\".*", "$1");
    }

    private static String get(String path) throws Exception {
        return send(HttpRequest.newBuilder(address(path)).build());
    }

    private static String send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    private static URI address(String path) {
        return TestPlatform.address().resolve(path);
    }
}
