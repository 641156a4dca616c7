package org.danaya.signin.oidc;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0 §4), asked when it is first needed
 * and again every hour. Each question has a time limit, is asked once, and follows no redirect.
 */
final class Discovery {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    /** What is known of the provider, and how its id tokens are checked. */
    record Known(ClientRegistration registration, JwtDecoder tokens, Instant at) {}

    private final OidcClient client;
    private final Clock clock;
    private final ClientHttpRequestFactory requests;
    private final RestClient web;
    private volatile @Nullable Known known;
    private volatile @Nullable Boolean answered;

    Discovery(OidcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
        JdkClientHttpRequestFactory factory =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .connectTimeout(PATIENCE)
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .build());
        factory.setReadTimeout(PATIENCE);
        this.requests = factory;
        this.web = RestClient.builder().requestFactory(factory).build();
    }

    /** Makes requests that end in time. */
    ClientHttpRequestFactory requests() {
        return requests;
    }

    /** Whether the provider answered when it was last asked; null as long as nobody asked. */
    @Nullable Boolean answered() {
        return answered;
    }

    /** Keeps whether the provider answered. */
    void answered(boolean yes) {
        answered = yes;
    }

    /** The provider as it is known, or null where it doesn't answer as a provider does. */
    @Nullable Known known() {
        Known kept = known;
        if (kept != null && clock.instant().isBefore(kept.at().plus(FRESH))) {
            return kept;
        }
        try {
            Known asked = ask();
            known = asked;
            answered = true;
            return asked;
        } catch (RuntimeException e) {
            // What is an hour old still holds while the provider says nothing new.
            answered = false;
            LOG.warn("The identity provider didn't answer as one: {}", e.getMessage());
            return kept;
        }
    }

    private Known ask() {
        String issuer = client.issuer().toString();
        String place = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
        Map<String, Object> document = web.get().uri(place).retrieve().body(DOCUMENT);
        if (document == null || !issuer.equals(document.get("issuer"))) {
            throw new IllegalStateException("its document is of another issuer");
        }
        ClientRegistration registration =
                ClientRegistrations.fromOidcConfiguration(document)
                        .registrationId("provider")
                        .clientId(client.id())
                        .clientSecret(client.secret().reveal())
                        .redirectUri(client.back().get())
                        .scope("openid")
                        .build();
        return new Known(registration, tokens(registration), clock.instant());
    }

    private JwtDecoder tokens(ClientRegistration registration) {
        String keys = registration.getProviderDetails().getJwkSetUri();
        if (keys == null) {
            throw new IllegalStateException("its document names no keys");
        }
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(keys)
                        .jwsAlgorithms(
                                algorithms -> {
                                    algorithms.add(SignatureAlgorithm.RS256);
                                    algorithms.add(SignatureAlgorithm.PS256);
                                    algorithms.add(SignatureAlgorithm.ES256);
                                    algorithms.add(SignatureAlgorithm.ES384);
                                })
                        .restOperations(new RestTemplate(requests))
                        .build();
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        OidcIdTokenValidator token = new OidcIdTokenValidator(registration);
        token.setClock(clock);
        token.setClockSkew(SKEW);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, token));
        return decoder;
    }
}
