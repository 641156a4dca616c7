package org.danaya.signin.oidc;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Secrets;
import org.danaya.base.Secret;
import org.danaya.signin.oidc.Discovery.Known;
import org.danaya.signin.oidc.OidcReturn.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestClient;

/** The foreign provider: people leave for it and come back. */
public final class OidcProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LETTERS = 64;
    private static final int LONGEST_SUBJECT = 255;

    private final OidcClient client;
    private final Discovery discovery;
    private final OidcAttemptTable attempts;
    private final Secrets secrets;
    private final Clock clock;
    private final OidcAuthorizationCodeAuthenticationProvider exchange;

    /** A provider that nothing is asked of yet. */
    public OidcProvider(OidcClient client, JdbcClient sql, Secrets secrets, Clock clock) {
        this.client = client;
        this.discovery = new Discovery(client, clock);
        this.attempts = new OidcAttemptTable(sql);
        this.secrets = secrets;
        this.clock = clock;
        RestClientAuthorizationCodeTokenResponseClient codes =
                new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(
                RestClient.builder()
                        .requestFactory(discovery.requests())
                        .configureMessageConverters(
                                converters ->
                                        converters
                                                .addCustomConverter(new FormHttpMessageConverter())
                                                .addCustomConverter(
                                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        this.exchange =
                new OidcAuthorizationCodeAuthenticationProvider(
                        codes, request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        exchange.setJwtDecoderFactory(_ -> known().tokens());
    }

    /** What people call it. */
    public String name() {
        return client.name();
    }

    /** The machine that people are sent to. */
    public String host() {
        return client.issuer().getHost();
    }

    /** Whether it answered when it was last asked; empty as long as nobody asked. */
    public Optional<Boolean> answered() {
        return Optional.ofNullable(discovery.answered());
    }

    /**
     * Begins an attempt.
     *
     * @param account who wants to bind the subject that comes back; null for whoever signs in
     * @param next where to go afterwards
     */
    public OidcDeparture leave(@Nullable UUID account, String next) {
        Known known = discovery.known();
        if (known == null) {
            return new OidcDeparture.Unreachable();
        }
        Secret state = secrets.draw(LETTERS);
        Secret browser = secrets.draw(LETTERS);
        OidcAttempt attempt =
                new OidcAttempt(
                        secrets.draw(LETTERS).reveal(),
                        secrets.draw(LETTERS).reveal(),
                        account,
                        next);
        Instant at = clock.instant();
        attempts.sweep(at);
        attempts.insert(stored(state), stored(browser), attempt, at.plus(PATIENCE));
        URI to = URI.create(request(known, state.reveal(), attempt).getAuthorizationRequestUri());
        return new OidcDeparture.Ready(to, browser);
    }

    /**
     * Takes an attempt up.
     *
     * @param state what the provider sent back of ours
     * @param code what the provider gives for the id token; null where it refused
     * @param issuer who says that it answers (RFC 9207); null where it doesn't say
     * @param browser what the browser brought back in its cookie; null for nothing
     */
    public OidcReturn arrive(
            String state,
            @Nullable String code,
            @Nullable String issuer,
            @Nullable String browser) {
        Optional<OidcAttempt> taken =
                browser == null
                        ? Optional.empty()
                        : attempts.take(
                                stored(Secret.of(state)),
                                stored(Secret.of(browser)),
                                clock.instant());
        if (taken.isEmpty()) {
            return new OidcReturn.Refused(Reason.NO_ATTEMPT);
        }
        if (issuer != null && !issuer.equals(client.issuer().toString())) {
            return new OidcReturn.Refused(Reason.OTHER_ISSUER);
        }
        if (code == null) {
            return new OidcReturn.Refused(Reason.DENIED);
        }
        Known known = discovery.known();
        return known == null
                ? new OidcReturn.Unreachable()
                : exchanged(known, state, code, taken.get());
    }

    private OidcReturn exchanged(Known known, String state, String code, OidcAttempt attempt) {
        OAuth2AuthorizationRequest asked = request(known, state, attempt);
        OAuth2AuthorizationResponse answer =
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(client.back().get())
                        .state(state)
                        .build();
        try {
            Authentication found =
                    exchange.authenticate(
                            new OAuth2LoginAuthenticationToken(
                                    known.registration(),
                                    new OAuth2AuthorizationExchange(asked, answer)));
            discovery.answered(true);
            String subject =
                    found != null && found.getPrincipal() instanceof OidcUser user
                            ? user.getSubject()
                            : null;
            return subject == null || subject.length() > LONGEST_SUBJECT
                    ? new OidcReturn.Refused(Reason.WRONG_TOKEN)
                    : new OidcReturn.Identified(attempt, client.issuer().toString(), subject);
        } catch (AuthenticationException e) {
            // Neither the code nor the token is in these words, only what was wrong with them.
            LOG.warn("The identity provider's answer was refused: {}", e.getMessage());
            if (unanswered(e)) {
                discovery.answered(false);
                return new OidcReturn.Unreachable();
            }
            return new OidcReturn.Refused(Reason.WRONG_TOKEN);
        }
    }

    private OAuth2AuthorizationRequest request(Known known, String state, OidcAttempt attempt) {
        ClientRegistration registration = known.registration();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(
                                registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(state)
                .additionalParameters(
                        more -> {
                            more.put(OidcParameterNames.NONCE, Hashed.base64(attempt.nonce()));
                            more.put(
                                    PkceParameterNames.CODE_CHALLENGE,
                                    Hashed.base64(attempt.verifier()));
                            more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                        })
                .attributes(
                        kept -> {
                            kept.put(OidcParameterNames.NONCE, attempt.nonce());
                            kept.put(PkceParameterNames.CODE_VERIFIER, attempt.verifier());
                            kept.put(
                                    OAuth2ParameterNames.REGISTRATION_ID,
                                    registration.getRegistrationId());
                        })
                .build();
    }

    private Known known() {
        Known known = discovery.known();
        if (known == null) {
            throw new IllegalStateException("The provider is known while it is asked");
        }
        return known;
    }

    private byte[] stored(Secret secret) {
        return secrets.stored("oidc-attempt", secret);
    }

    private static boolean unanswered(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
