package org.danaya.signin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.access.PublicAddress;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.openqa.selenium.Cookie;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Signed-in people without a browser or a passkey.
 *
 * <pre>{@code
 * try (TestSessions officer = TestSessions.signedInAs(Role.REGISTRATION_OFFICER)) {
 *     HttpResponse<String> page = officer.get("/structures");
 *     HttpResponse<String> answer = officer.post("/structures/new", Map.of("name", "…"));
 * }
 * }</pre>
 */
public final class TestSessions implements AutoCloseable {

    /** What the double-submitted mark of forms is in these sessions; any value does. */
    private static final String MARK = "00000000-0000-4000-8000-000000000000";

    private final URI home;
    private final UUID account;
    private final String session;
    private final String cookieName;
    private final HttpClient client;

    private TestSessions(URI home, UUID account, String session, String cookieName) {
        this.home = home;
        this.account = account;
        this.session = session;
        this.cookieName = cookieName;
        CookieManager cookies = new CookieManager();
        put(cookies, cookieName, session);
        put(cookies, "danaya-form", MARK);
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** Somebody new with these roles for the whole platform, on the shared test platform. */
    public static TestSessions signedInAs(Role... roles) {
        return signedIn(
                TestPlatform.address(),
                TestPlatform::bean,
                TestAccounts.with(TestPlatform::bean, roles));
    }

    /** A session of an account, on any platform, begun with a passkey just now. */
    public static TestSessions signedIn(URI home, TestAccounts.Beans beans, UUID account) {
        @SuppressWarnings("unchecked")
        SessionRepository<Session> repository = beans.get(SessionRepository.class);
        Session session = repository.createSession();
        beans.get(Sessions.class)
                .fill(session::setAttribute, account, Sessions.By.PASSKEY, "127.0.0.1", "Essai");
        repository.save(session);
        return new TestSessions(
                home,
                account,
                Base64.getEncoder()
                        .encodeToString(session.getId().getBytes(StandardCharsets.UTF_8)),
                SessionConfiguration.cookieName(beans.get(PublicAddress.class)));
    }

    /** The person's account. */
    public UUID account() {
        return account;
    }

    /** The cookies of this session and of its forms, for a client of another make. */
    public String cookies() {
        return cookieName + "=" + session + "; danaya-form=" + MARK;
    }

    /** What the cookie of the session holds. */
    String cookie() {
        return session;
    }

    /** The same person with another id in the cookie of the session. */
    TestSessions with(String id) {
        return new TestSessions(
                home,
                account,
                Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)),
                cookieName);
    }

    /** Asks for something in another form than a page. */
    public HttpResponse<String> get(String path, String type) {
        return send(HttpRequest.newBuilder(home.resolve(path)).header("Accept", type));
    }

    /** Opens a page, as a browser asks for it; redirects are not followed. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(home.resolve(path)).header("Accept", "text/html"));
    }

    /** Fetches a file. */
    public HttpResponse<byte[]> file(String path) {
        return send(
                HttpRequest.newBuilder(home.resolve(path)).header("Accept", "text/html"),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a form, as one of our own pages does; redirects are not followed. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, List.copyOf(fields.entrySet()));
    }

    /** The same of a form with fields that have several values. */
    public HttpResponse<String> post(String path, List<Map.Entry<String, String>> fields) {
        String body =
                fields.stream()
                                .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
                                .collect(Collectors.joining("&"))
                        + "&_csrf="
                        + masked();
        return send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends JSON to the API, as a program does. */
    public HttpResponse<String> postJson(String path, String json) {
        return send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The same, with one more header. */
    public HttpResponse<String> postJson(String path, String json, String header, String value) {
        return send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .header(header, value)
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends a form without the mark of our own pages, as another site would. */
    public HttpResponse<String> forged(String path) {
        return send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("")));
    }

    /** Puts the session into a browser, which must stand on a page of the platform. */
    public Browser into(Browser browser) {
        browser.driver().manage().addCookie(new Cookie(cookieName, session));
        return browser;
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void put(CookieManager cookies, String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(home, cookie);
    }

    /** The mark as forms carry it: random bytes, and the mark xored with them. Zeros do. */
    public static String masked() {
        byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[mark.length * 2];
        System.arraycopy(mark, 0, both, mark.length, mark.length);
        return encoded(Base64.getUrlEncoder().encodeToString(both));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
