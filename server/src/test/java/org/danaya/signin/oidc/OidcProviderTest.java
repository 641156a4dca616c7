package org.danaya.signin.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.access.AccessKit;
import org.danaya.base.Secret;
import org.danaya.signin.oidc.FakeProvider.Mischief;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leaving for a provider and coming back, with a provider that may misbehave. */
class OidcProviderTest {

    private static final String BACK = "http://localhost:1/sign-in/provider/back";
    private static final AccessKit KIT = new AccessKit();

    private final FakeProvider fake = new FakeProvider(KIT.clock);
    private final OidcProvider provider =
            new OidcProvider(
                    new OidcClient(
                            fake.issuer(),
                            FakeProvider.CLIENT,
                            Secret.of(FakeProvider.SECRET),
                            "Exemple",
                            () -> BACK),
                    KIT.sql,
                    KIT.secrets,
                    KIT.clock);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void aPersonIsKnownByTheirSubject() {
        OidcDeparture.Ready left = leave();
        assertThat(arrive(left, atProvider(left)))
                .isInstanceOfSatisfying(
                        OidcReturn.Identified.class,
                        known -> {
                            assertThat(known.subject()).isEqualTo("exemple-0001");
                            assertThat(known.issuer()).isEqualTo(fake.issuer().toString());
                            assertThat(known.attempt().next()).isEqualTo("/console");
                            assertThat(known.attempt().account()).isNull();
                        });
        assertThat(provider.answered()).contains(true);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_NONCE, WRONG_TOKEN",
        "WRONG_NONCE, WRONG_TOKEN",
        "WRONG_ISSUER, WRONG_TOKEN",
        "WRONG_AUDIENCE, WRONG_TOKEN",
        "EXPIRED, WRONG_TOKEN",
        "UNKNOWN_KEY, WRONG_TOKEN",
        "UNSIGNED, WRONG_TOKEN",
        "NO_SUBJECT, WRONG_TOKEN",
        "NO_TOKEN, WRONG_TOKEN",
        "DENIED, DENIED",
        "OTHER_ISSUER_ANSWERS, OTHER_ISSUER"
    })
    void anAnswerThatIsNotRightIsRefused(Mischief mischief, OidcReturn.Reason reason) {
        fake.misbehave(mischief);
        OidcDeparture.Ready left = leave();
        assertThat(arrive(left, atProvider(left))).isEqualTo(new OidcReturn.Refused(reason));
    }

    @Test
    void anAttemptIsTakenUpOnceByTheBrowserThatBeganIt() {
        OidcDeparture.Ready left = leave();
        Map<String, String> answer = atProvider(left);
        OidcReturn nobody = new OidcReturn.Refused(OidcReturn.Reason.NO_ATTEMPT);
        assertThat(arrive(leave(), answer)).isEqualTo(nobody);
        assertThat(provider.arrive(answer.get("state"), answer.get("code"), null, null))
                .isEqualTo(nobody);
        assertThat(arrive(left, answer)).isInstanceOf(OidcReturn.Identified.class);
        assertThat(arrive(left, answer)).isEqualTo(nobody);
    }

    @Test
    void anAttemptGrowsOld() {
        OidcDeparture.Ready left = leave();
        Map<String, String> answer = atProvider(left);
        KIT.pass(Duration.ofMinutes(10));
        assertThat(arrive(left, answer))
                .isEqualTo(new OidcReturn.Refused(OidcReturn.Reason.NO_ATTEMPT));
    }

    @Test
    void aCodeOfAnotherAttemptIsOfNoUse() {
        OidcDeparture.Ready mine = leave();
        OidcDeparture.Ready theirs = leave();
        String state = atProvider(mine).get("state");
        String code = atProvider(theirs).get("code");
        assertThat(provider.arrive(state, code, null, mine.browser().reveal()))
                .isEqualTo(new OidcReturn.Refused(OidcReturn.Reason.WRONG_TOKEN));
    }

    @Test
    void aProviderThatIsDownIsToldAndFoundAgain() {
        fake.down();
        assertThat(provider.answered()).isEmpty();
        assertThat(provider.leave(null, "/")).isEqualTo(new OidcDeparture.Unreachable());
        assertThat(provider.answered()).contains(false);
        fake.up();
        OidcDeparture.Ready left = leave();
        Map<String, String> answer = atProvider(left);
        fake.down();
        assertThat(arrive(left, answer)).isEqualTo(new OidcReturn.Unreachable());
        assertThat(provider.answered()).contains(false);
    }

    private OidcDeparture.Ready leave() {
        return (OidcDeparture.Ready) provider.leave(null, "/console");
    }

    private OidcReturn arrive(OidcDeparture.Ready left, Map<String, String> answer) {
        return provider.arrive(
                answer.get("state"),
                answer.get("code"),
                answer.get("iss"),
                left.browser().reveal());
    }

    /** What the provider sends the browser back with. */
    private static Map<String, String> atProvider(OidcDeparture.Ready left) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            String back =
                    browser.send(
                                    HttpRequest.newBuilder(left.to()).build(),
                                    BodyHandlers.discarding())
                            .headers()
                            .firstValue("Location")
                            .orElseThrow();
            assertThat(back).startsWith(BACK);
            return Stream.of(URI.create(back).getRawQuery().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(
                            Collectors.toMap(
                                    pair -> pair[0],
                                    pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
