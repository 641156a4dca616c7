package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.signin.AssertionOutcome.Evidence;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Confirming with a passkey what is sensitive, in a browser, and what is kept of it. */
class FreshStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);

    @Test
    void whatIsSensitiveGoesThroughOnceItIsConfirmed() throws Exception {
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions person = TestSessions.signedInAs();
                Browser browser = Browser.open(TestPlatform.address())) {
            VirtualAuthenticator first = browser.authenticator();
            String page =
                    administrator
                            .post(
                                    "/console/accounts/invite",
                                    Map.of("given-names", "Exemple", "family-name", "Prudente"))
                            .body();
            browser.driver().get(page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
            browser.submit().sees("Bienvenue, Exemple Prudente");
            browser.type("label", "Premier appareil").submit().sees("Codes de secours");
            UUID account =
                    SQL.sql(
                                    "select account_id from signin.passkey where label = 'Premier appareil'")
                            .query(UUID.class)
                            .single();
            TestAccounts.give(TestPlatform::bean, account, Role.APPROVER, Optional.empty());

            addAnotherPasskey(browser, account, first);
            approve(browser, account, administrator, person);
            checkEvidence(account);
            browser.quiet();
        }
    }

    private static void addAnotherPasskey(
            Browser browser, UUID account, VirtualAuthenticator first) {
        stale(account);
        browser.go("/account/passkeys").sees("Premier appareil");
        browser.press("Ajouter une clé d’accès").sees("Confirmez que c’est vous").accessible();
        browser.submit().sees("Une deuxième clé").accessible();
        browser.screenshots("signin-another-fr");
        browser.type("label", "Second appareil").submit();
        browser.sees("Cet appareil a déjà une clé d’accès pour votre compte");
        browser.driver().removeVirtualAuthenticator(first);
        browser.authenticator();
        browser.submit().sees("La clé d’accès est ajoutée").sees("Second appareil").accessible();
        browser.press("Se déconnecter").sees("Vous êtes sorti");
        browser.submit().sees("Exemple Prudente");
    }

    private static void approve(
            Browser browser, UUID account, TestSessions administrator, TestSessions person) {
        Map<String, String> wish = Map.of("role", "analyst", "reason", "Prudence (exemple)");
        assertThat(
                        administrator
                                .post("/console/accounts/" + person.account() + "/propose", wish)
                                .statusCode())
                .isEqualTo(303);
        String proposal =
                SQL.sql("select id from access.role_proposal where account_id = ?")
                        .param(person.account())
                        .query(String.class)
                        .single();
        assertThat(person.get("/console/log").statusCode()).isEqualTo(403);
        stale(account);
        browser.go("/console/roles/" + proposal).sees("Prudence (exemple)").accessible();
        browser.screenshots("access-proposal-fr");
        browser.press("Approuver").sees("Confirmez que c’est vous");
        browser.submit().sees("Le rôle est attribué").accessible();
        assertThat(person.get("/console/log").statusCode()).isEqualTo(200);
    }

    /** Checks with the JDK alone what the platform kept of the last confirmation. */
    private static void checkEvidence(UUID account) throws Exception {
        UUID id =
                SQL.sql(
                                """
                                select id from signin.evidence where account_id = ?
                                order by id desc limit 1
                                """)
                        .param(account)
                        .query(UUID.class)
                        .single();
        Evidence kept = TestPlatform.bean(FreshAssertions.class).evidence(id).orElseThrow();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update("org.danaya/assertion/v1\n".getBytes(StandardCharsets.US_ASCII));
        sha256.update(kept.nonce());
        String challenge =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(sha256.digest(kept.contentHash()));
        String client = new String(kept.clientData(), StandardCharsets.UTF_8);
        assertThat(client).contains("\"challenge\":\"" + challenge + "\"");
        String proposal =
                SQL.sql(
                                """
                                select 'route:/console/roles/' || id || '/approve'
                                from access.role_proposal where decided_by = ?
                                """)
                        .param(account)
                        .query(String.class)
                        .single();
        byte[] content =
                (account + "\nPOST\n" + proposal.substring("route:".length()))
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(kept.contentHash()).isEqualTo(sha256.digest(content));
        assertThat(
                        SQL.sql("select facts::text from audit.entry where subject = ? and act = ?")
                                .params(List.of("account:" + account, "signin.asserted"))
                                .query(String.class)
                                .list())
                .anyMatch(facts -> facts.contains(proposal) && facts.contains(id.toString()));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(key(kept.publicKey()));
        signature.update(kept.authenticatorData());
        signature.update(sha256.digest(kept.clientData()));
        assertThat(signature.verify(kept.signature())).isTrue();
        assertThat(kept.authenticatorData()[32] & 0b101).as("present and verified").isEqualTo(5);
    }

    /**
     * The point of a COSE key on P-256: its two coordinates each follow a label and {@code 5820}.
     */
    private static PublicKey key(byte[] cose) throws Exception {
        int x = after(cose, (byte) 0x21);
        int y = after(cose, (byte) 0x22);
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(
                        new ECPublicKeySpec(
                                new ECPoint(coordinate(cose, x), coordinate(cose, y)),
                                curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static int after(byte[] cose, byte label) {
        for (int i = 0; i < cose.length - 34; i++) {
            if (cose[i] == label && cose[i + 1] == 0x58 && cose[i + 2] == 0x20) {
                return i + 3;
            }
        }
        throw new AssertionError("No coordinate");
    }

    private static BigInteger coordinate(byte[] cose, int at) {
        return new BigInteger(1, Arrays.copyOfRange(cose, at, at + 32));
    }

    /** As if the person had last used a passkey long ago. */
    private static void stale(UUID account) {
        int forgotten =
                SQL.sql(
                                """
                                delete from signin.session_attributes a using signin.session s
                                where a.session_primary_id = s.primary_id
                                and a.attribute_name = 'danaya.asserted' and s.principal_name = ?
                                """)
                        .param(account.toString())
                        .update();
        assertThat(forgotten).isOne();
    }
}
