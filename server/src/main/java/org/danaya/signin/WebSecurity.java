package org.danaya.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.danaya.access.PublicAddress;
import org.danaya.gate.ApiDescription;
import org.danaya.gate.Errors;
import org.danaya.page.Visitor;
import org.danaya.page.Visitors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/** The chain that every request of the portal and the console passes. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    @Bean
    CookieCsrfTokenRepository formMarks(PublicAddress address) {
        CookieCsrfTokenRepository marks = new CookieCsrfTokenRepository();
        marks.setCookieName(address.secure() ? "__Host-danaya-form" : "danaya-form");
        marks.setCookiePath("/");
        marks.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(address.secure()).sameSite("Strict"));
        return marks;
    }

    /**
     * A request of the API without a cookie does nothing in anybody's name, so no other site can
     * misuse one.
     */
    private static boolean isNobodys(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ApiDescription.ROOT)
                && request.getCookies() == null;
    }

    /** Each filter told of by itself would cost more than what the filters do. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Visitors visitors() {
        return _ ->
                SessionContexts.current()
                        .filter(person -> !person.recovering())
                        .map(p -> new Visitor(p.displayName(), p.rights().reaches().keySet()));
    }

    @Bean
    SecurityFilterChain routes(
            HttpSecurity http,
            RouteRights rights,
            SessionContexts contexts,
            Denials denials,
            Sessions sessions,
            FreshAssertions assertions,
            CookieCsrfTokenRepository marks,
            ObjectProvider<Bearers> bearers,
            Errors errors)
            throws Exception {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(marks)
                                        .ignoringRequestMatchers(
                                                WebSecurity::isNobodys,
                                                WebSecurity::isJson,
                                                BearerDoor::isShown))
                .exceptionHandling(
                        refused ->
                                refused.authenticationEntryPoint(denials)
                                        .accessDeniedHandler(denials))
                .authorizeHttpRequests(routes -> routes.anyRequest().access(rights))
                .addFilterBefore(new BearerDoor(bearers, errors), CsrfFilter.class)
                .addFilterBefore(new Freshness(assertions, sessions), AuthorizationFilter.class)
                .addFilterAfter(new RequestActor(), AuthorizationFilter.class)
                .build();
    }

    /**
     * What a program sends to the API. No form of another site can be of this type, and no script
     * of one may send it, because we let no other origin in (CORS).
     */
    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getRequestURI().startsWith(ApiDescription.ROOT)
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE);
    }
}
