package org.danaya.page.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.danaya.form.Query;
import org.danaya.page.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the reader's language: the address ({@code ?lang=en}), then the cookie, then what the
 * browser prefers, then French. A choice in the address is kept in the cookie, which holds nothing
 * but the code of the language.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public class LanguageChoice extends OncePerRequestFilter {

    /** The parameter of the address. */
    public static final String PARAMETER = "lang";

    private static final String COOKIE = "danaya-language";
    private static final String ATTRIBUTE = LanguageChoice.class.getName();

    /** The language of a request. */
    public static Language of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Language chosen
                ? chosen
                : preferred(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Language> asked = asked(request.getQueryString());
        asked.ifPresent(language -> keep(language, request, response));
        Language language =
                asked.or(() -> kept(request.getCookies())).orElseGet(() -> preferred(request));
        request.setAttribute(ATTRIBUTE, language);
        chain.doFilter(request, response);
    }

    private static Optional<Language> asked(@Nullable String query) {
        return exactly(Query.of("/", query).text(PARAMETER));
    }

    private static Optional<Language> kept(Cookie @Nullable [] cookies) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> exactly(cookie.getValue()))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Language preferred(HttpServletRequest request) {
        return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Optional<Language> exactly(String code) {
        return Stream.of(Language.values()).filter(each -> each.code().equals(code)).findFirst();
    }

    private static void keep(
            Language language, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, language.code())
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(365))
                        .build()
                        .toString());
    }
}
