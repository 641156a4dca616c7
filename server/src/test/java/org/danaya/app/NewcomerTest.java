package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.junit.jupiter.api.Test;

/** {@code run --rehearse} on an empty home. Costs a platform of its own. */
class NewcomerTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void oneCommandGivesEverythingMarkedAsARehearsal() throws Exception {
        Terminal terminal = new Terminal(Words.load(), Language.FRENCH);
        try (TestPlatform.Own platform = TestPlatform.own(Map.of());
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(page(client, platform.address())).doesNotContain("class=\"purpose\"");
            platform.welcome(terminal);
            List<Authority> authorities = platform.bean(Authorities.class).all();
            assertThat(authorities)
                    .hasSize(5)
                    .allMatch(Authority::rehearsal)
                    .allMatch(authority -> authority.code().startsWith("rehearsal-"));
            for (String path : List.of("", "authorities", "trust", "validate", "sign-in")) {
                assertThat(page(client, platform.address().resolve(path)))
                        .as(path)
                        .contains("class=\"purpose\"", "Répétition : rien");
            }
            assertThat(page(client, platform.address().resolve("authorities")))
                    .contains("RÉPÉTITION/REHEARSAL");
            Instant end = Clock.systemUTC().instant().plus(LONG);
            String services;
            do {
                services = page(client, platform.address().resolve("trust"));
            } while (responders(services) < 4 && Clock.systemUTC().instant().isBefore(end));
            assertThat(responders(services)).as(services).isEqualTo(4);
            platform.welcome(terminal);
            assertThat(platform.bean(Authorities.class).all()).hasSize(5);
        }
    }

    private static int responders(String page) {
        return page.split("Répondeur OCSP", -1).length - 1;
    }

    private static String page(HttpClient client, URI address) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
