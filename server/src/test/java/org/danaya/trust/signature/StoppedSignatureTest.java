package org.danaya.trust.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.app.TestPlatform;
import org.danaya.jobs.Jobs;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A signature that was confirmed, and could not be made for so long that nobody tries any more. */
class StoppedSignatureTest {

    private final JdbcClient jdbc = TestPlatform.bean(JdbcClient.class);

    @Test
    void whoeverWaitsIsToldAndLetsItGoOn() {
        try (TestSessions signer = TestSessions.signedInAs();
                TestSessions stranger = TestSessions.signedInAs();
                Browser browser = Browser.open(TestPlatform.address())) {
            UUID request = confirmed(signer.account());
            String path = SigningPages.path(request);
            signer.into(browser.go("/")).go(path).sees("Signature en cours");
            assertThat(browser.has("form[action$='/again']")).isFalse();
            givenUp(request);
            browser.go(path).sees("Rien n’est perdu").accessible();
            browser.screenshots("signature-stopped-fr");
            browser.go(path + "?lang=en").sees("Nothing is lost");
            browser.screenshots("signature-stopped-en");
            assertThat(stranger.post(path + "/again", List.of()).statusCode()).isEqualTo(404);
            browser.go(path + "?lang=fr").press("Reprendre la signature").sees("relancée");
            assertThat(browser.has("form[action$='/again']")).isFalse();
            TestPlatform.bean(Jobs.class).withdraw(SigningWork.TYPE, signer(request).toString());
        }
    }

    /** A request whose only signer confirmed it; the certificate is none that is here. */
    private UUID confirmed(UUID account) {
        SigningRequests requests = TestPlatform.bean(SigningRequests.class);
        SigningRequest request =
                requests.create(
                        account,
                        "signature-arretee.pdf",
                        List.of(TestSigning.pdf(1)),
                        SignatureLevel.B);
        requests.open(request.id(), account);
        new SignerTable(jdbc)
                .signing(
                        signer(request.id()),
                        UUID.randomUUID(),
                        new byte[32],
                        Optional.empty(),
                        Instant.now());
        return request.id();
    }

    private void givenUp(UUID request) {
        jdbc.sql(
                        """
                        insert into jobs.failed
                            (job, instance, data, priority, failed_at, attempts, reason)
                        values (?, ?, ?, 0, ?, 10, 'IllegalStateException')
                        """)
                .params(
                        SigningWork.TYPE.name(),
                        signer(request).toString(),
                        "{\"request\":\"%s\",\"signer\":\"%s\"}"
                                .formatted(request, signer(request))
                                .getBytes(StandardCharsets.UTF_8),
                        OffsetDateTime.now(ZoneOffset.UTC))
                .update();
    }

    private UUID signer(UUID request) {
        return jdbc.sql("select id from signature.signer where request = ?")
                .param(request)
                .query(UUID.class)
                .single();
    }
}
