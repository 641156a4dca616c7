package org.danaya.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Account;
import org.danaya.access.PublicAddress;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.page.Answer;
import org.danaya.page.Notice;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.danaya.signin.SigninViews.Foreign;
import org.danaya.signin.oidc.OidcDeparture;
import org.danaya.signin.oidc.OidcProvider;
import org.danaya.signin.oidc.OidcReturn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in through the foreign provider, and binding one's own account to it. */
@Controller
class ProviderPages {

    private static final String OWN = "/account/provider";
    private static final int LONGEST = 4096;
    private static final int MINUTES = 10;

    private final Providers providers;
    private final ProviderBindings bindings;
    private final Sessions sessions;
    private final Attempts attempts;
    private final PublicAddress address;
    private final SignInPages door;

    ProviderPages(
            Providers providers,
            ProviderBindings bindings,
            Sessions sessions,
            Attempts attempts,
            PublicAddress address,
            SignInPages door) {
        this.providers = providers;
        this.bindings = bindings;
        this.sessions = sessions;
        this.attempts = attempts;
        this.address = address;
        this.door = door;
    }

    @Open
    @GetMapping("/sign-in/provider")
    ResponseEntity<Void> leave(
            @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        attempts.count(request.getRemoteAddr());
        return switch (providers.get().leave(null, SignInPages.within(next))) {
            case OidcDeparture.Ready(URI to, Secret browser) ->
                    ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(to)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .header(HttpHeaders.SET_COOKIE, cookie(browser.reveal(), MINUTES))
                            .build();
            case OidcDeparture.Unreachable() ->
                    ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(URI.create("/sign-in?provider=silent"))
                            .build();
        };
    }

    @Open
    @GetMapping(Providers.BACK)
    Answer back(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String iss,
            HttpServletRequest request,
            HttpServletResponse response) {
        attempts.count(request.getRemoteAddr());
        OidcProvider provider = providers.get();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", 0));
        boolean tooLong = state.length() > LONGEST || (code != null && code.length() > LONGEST);
        return switch (provider.arrive(tooLong ? "" : state, code, iss, brought(request))) {
            case OidcReturn.Identified known when known.attempt().account() == null ->
                    signIn(known, request);
            case OidcReturn.Identified known -> bind(known, known.attempt().account());
            case OidcReturn.Refused(OidcReturn.Reason reason) ->
                    refused(request, reason.code(), "signin.provider.refused." + reason.code());
            case OidcReturn.Unreachable() ->
                    refused(request, "provider silent", "signin.provider.unreachable");
        };
    }

    @SignedIn
    @GetMapping(OWN)
    Answer own() {
        OidcProvider provider = providers.get();
        return Page.of(
                "signin/provider",
                new Foreign(
                        provider.name(),
                        provider.host(),
                        bindings.of(self().account()).orElse(null),
                        ""));
    }

    /** Shows where the way leads before it is gone: a form may not lead to another site. */
    @SignedIn(freshly = true)
    @GetMapping(OWN + "/bind")
    Answer begin(HttpServletResponse response) {
        OidcProvider provider = providers.get();
        return switch (provider.leave(self().account(), OWN)) {
            case OidcDeparture.Ready(URI to, Secret browser) -> {
                response.addHeader(HttpHeaders.SET_COOKIE, cookie(browser.reveal(), MINUTES));
                yield Page.of(
                        "signin/provider",
                        new Foreign(provider.name(), provider.host(), null, to.toString()));
            }
            case OidcDeparture.Unreachable() ->
                    Redirect.to(OWN)
                            .saying(Notice.danger("signin.provider.unreachable", provider.name()));
        };
    }

    @SignedIn(freshly = true)
    @PostMapping(OWN + "/unbind")
    Answer unbind() {
        bindings.unbind(self().account());
        return Redirect.to(OWN).saying(Notice.done("signin.provider.unbound"));
    }

    private Answer signIn(OidcReturn.Identified known, HttpServletRequest request) {
        Optional<Account.Active> account = bindings.signIn(known.issuer(), known.subject());
        if (account.isEmpty()) {
            return refused(request, "unbound", "signin.provider.refused.unbound");
        }
        sessions.begin(request, account.get().id(), Sessions.By.PROVIDER);
        return Redirect.to(SignInPages.within(known.attempt().next()));
    }

    /** Whoever began must be who comes back: another person's session is never bound. */
    private Answer bind(OidcReturn.Identified known, @Nullable UUID account) {
        if (SessionContexts.current()
                .filter(person -> !person.recovering() && person.account().equals(account))
                .isEmpty()) {
            return Redirect.to("/sign-in");
        }
        try {
            bindings.bind(self().account(), known.issuer(), known.subject());
        } catch (Fault fault) {
            return Redirect.to(OWN).saying(Notice.danger("fault." + fault.code().code()));
        }
        return Redirect.to(OWN)
                .saying(Notice.done("signin.provider.bound", providers.get().name()));
    }

    private Answer refused(HttpServletRequest request, String why, String key) {
        sessions.failed(request, Sessions.By.PROVIDER, why);
        return door.refused(key);
    }

    private String cookie(String value, int minutes) {
        return ResponseCookie.from(cookieName(), value)
                .path("/")
                .httpOnly(true)
                .secure(address.secure())
                .sameSite("Lax")
                .maxAge(minutes * 60L)
                .build()
                .toString();
    }

    private @Nullable String brought(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(cookieName()))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private String cookieName() {
        return address.secure() ? "__Host-danaya-provider" : "danaya-provider";
    }

    private static SignedInPerson self() {
        return SessionContexts.current().orElseThrow();
    }
}
