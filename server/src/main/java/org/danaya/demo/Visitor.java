package org.danaya.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.form.Upload;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody before a browser: opens pages, follows their links, fills and sends their forms, and
 * confirms with a passkey where one asks for it. Everything goes over HTTP, by the pages that
 * people use.
 */
final class Visitor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 10;
    private static final int TOO_MANY = 429;
    private static final int PATIENT = 5;
    private static final long LONG_ENOUGH = 10;
    private static final Pattern CODE =
            Pattern.compile(
                    "\\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\\b");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, Upload> files = new LinkedHashMap<>();
    private final URI home;
    private final SoftwareAuthenticator authenticator;
    private Document page = Jsoup.parse("");
    private URI at;
    private @Nullable FormElement touched;

    Visitor(URI home, SecureRandom random) {
        this.home = home;
        this.at = home;
        this.authenticator = new SoftwareAuthenticator(random);
    }

    /** Opens a page. */
    Visitor go(String path) {
        return shown(request(at.resolve(path)).GET());
    }

    /** Presses the button, or else follows the link, whose words contain these. */
    Visitor press(String words) {
        for (Element button : page.select("main button")) {
            if (button.text().contains(words)) {
                return send(form(button), button);
            }
        }
        for (Element link : page.select("main a[href]")) {
            if (link.text().contains(words)) {
                return go(link.attr("href"));
            }
        }
        throw lost(words);
    }

    /** Puts a text into a field. */
    Visitor type(String field, String text) {
        Element found = field(field, "input,textarea");
        touched = form(found);
        if (found.normalName().equals("textarea")) {
            found.text(text);
        } else {
            found.val(text);
        }
        return this;
    }

    /** Chooses, or ticks, the answer of a field with this value. */
    Visitor choose(String field, String value) {
        Element found = field(field, "select,input[type=radio],input[type=checkbox]");
        touched = form(found);
        if (found.normalName().equals("select")) {
            found.select("option").removeAttr("selected");
            one(found.select("option").stream().filter(o -> o.val().equals(value)), value)
                    .attr("selected", true);
            return this;
        }
        List<Element> answers = page.select("main [name=" + field + "]");
        if (found.attr("type").equals("radio")) {
            answers.forEach(answer -> answer.attr("checked", false));
        }
        one(answers.stream().filter(answer -> answer.val().equals(value)), value)
                .attr("checked", true);
        return this;
    }

    /** Chooses the answer whose words contain these. */
    Visitor mark(String words) {
        Element label =
                one(
                        page.select("main label").stream()
                                .filter(each -> each.text().contains(words)),
                        words);
        Element answer = first("#" + label.attr("for"));
        return choose(answer.attr("name"), answer.val());
    }

    /** Ticks these answers of a field and no others. */
    Visitor only(String field, String... values) {
        page.select("main input[name=" + field + "]").removeAttr("checked");
        for (String value : values) {
            choose(field, value);
        }
        return this;
    }

    /** Ticks every answer of a field. */
    Visitor tickAll(String field) {
        touched = form(field(field, "input[type=checkbox]"));
        page.select("main [name=" + field + "]").attr("checked", "checked");
        return this;
    }

    /** Lays a file into a field. */
    Visitor upload(String field, String name, byte[] content) {
        touched = form(field(field, "input[type=file]"));
        files.put(field, new Upload(name, content));
        return this;
    }

    /** Sends the form that was filled last, or else the page's only one. */
    Visitor submit() {
        FormElement form = touched;
        if (form == null) {
            form =
                    (FormElement)
                            one(
                                    page.select("main form[method=post]").stream(),
                                    "form[method=post]");
        }
        return send(form, form.selectFirst("button"));
    }

    /** The words of the page. */
    String text() {
        return page.text();
    }

    /** The page itself. */
    Document page() {
        return page;
    }

    /** The first short code on the page. */
    String code() {
        Matcher code = CODE.matcher(page.text());
        if (!code.find()) {
            throw lost("XXXX-XXXX-XXXX");
        }
        return code.group();
    }

    /** What stands first on the page of what a CSS selector selects. */
    Element first(String selector) {
        Element found = page.selectFirst(selector);
        if (found == null) {
            throw lost(selector);
        }
        return found;
    }

    /** The path of the page. */
    String path() {
        return at.getPath();
    }

    /** Whether the page's words contain these. */
    boolean sees(String words) {
        return page.text().contains(words);
    }

    /** Makes sure that the page's words contain these. */
    Visitor must(String words) {
        if (!sees(words)) {
            throw lost(words);
        }
        return this;
    }

    /** A file behind an address. */
    byte[] download(String path) {
        HttpResponse<byte[]> answer =
                sent(request(at.resolve(path)).setHeader("Accept", "*/*").GET());
        if (answer.statusCode() != 200) {
            throw new Fault(DemoFault.LOST, path, answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
    }

    private Visitor send(FormElement form, @Nullable Element button) {
        URI action = at.resolve(form.attr("action").isEmpty() ? at.getPath() : form.attr("action"));
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        form.formData().forEach(each -> fields.add(Map.entry(each.key(), each.value())));
        if (button != null && button.hasAttr("name")) {
            fields.add(Map.entry(button.attr("name"), button.val()));
        }
        if (form.attr("method").equalsIgnoreCase("get")) {
            return go(action.getPath() + "?" + encoded(fields));
        }
        if (form.hasAttr("data-passkey")) {
            confirm(form, fields);
        }
        HttpRequest.Builder request = request(action);
        if (form.attr("enctype").startsWith("multipart")) {
            Multipart body = new Multipart();
            fields.stream()
                    .filter(each -> !files.containsKey(each.getKey()))
                    .forEach(each -> body.text(each.getKey(), each.getValue()));
            files.forEach((field, file) -> body.file(field, file.name(), file.bytes()));
            request.header("Content-Type", body.type())
                    .POST(BodyPublishers.ofByteArray(body.bytes()));
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(encoded(fields)));
        }
        return shown(request);
    }

    /** As {@code passkey.js} does before it lets a form leave. */
    private void confirm(FormElement form, List<Map.Entry<String, String>> fields) {
        HttpResponse<byte[]> reply =
                sent(
                        request(at.resolve(form.attr("data-challenge")))
                                .setHeader("Accept", "application/json, application/problem+json")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(encoded(fields))));
        if (reply.statusCode() != 200) {
            throw new Fault(DemoFault.LOST, form.attr("data-challenge"), reply.statusCode());
        }
        JsonNode asked = JSON.readTree(reply.body());
        JsonNode options = asked.get("publicKey");
        String origin = home.getScheme() + "://" + home.getAuthority();
        String answer =
                form.attr("data-passkey").equals("create")
                        ? authenticator.create(options, origin)
                        : authenticator.get(options, origin);
        String prefix = form.attr("data-prefix");
        fields.removeIf(
                each ->
                        each.getKey().equals(prefix + "challenge")
                                || each.getKey().equals(prefix + "credential"));
        fields.add(Map.entry(prefix + "challenge", asked.get("challenge").asString()));
        fields.add(Map.entry(prefix + "credential", answer));
    }

    private Visitor shown(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = sent(request);
        int left = MOST_REDIRECTS;
        while (answer.statusCode() / 100 == 3 && left-- > 0) {
            answer =
                    sent(
                            request(
                                            answer.uri()
                                                    .resolve(
                                                            answer.headers()
                                                                    .firstValue("Location")
                                                                    .orElse("/")))
                                    .GET());
        }
        at = answer.uri();
        page = Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8), at.toString());
        touched = null;
        files.clear();
        if (answer.statusCode() != 200) {
            throw lost("200");
        }
        return this;
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(PATIENCE)
                        .header("Accept", "text/html")
                        .header("Accept-Language", "fr");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<byte[]> sent(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            for (int left = PATIENT; answer.statusCode() == TOO_MANY && left > 0; left--) {
                Thread.sleep(Duration.ofSeconds(asked(answer)));
                answer = client.send(request.build(), BodyHandlers.ofByteArray());
            }
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new Fault(DemoFault.LOST, at, Objects.toString(e.getMessage(), ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(DemoFault.LOST, at, "");
        }
    }

    /** How many seconds the platform asks to wait: everybody here comes from one address. */
    private static long asked(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,2}"))
                .map(Long::valueOf)
                .orElse(LONG_ENOUGH);
    }

    private void keep(String header) {
        String pair = header.substring(0, (header + ";").indexOf(';'));
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }

    private Element field(String name, String kinds) {
        String chosen =
                Stream.of(kinds.split(",", -1))
                        .map(kind -> "main " + kind + "[name=" + name + "]")
                        .collect(Collectors.joining(", "));
        Element found = page.selectFirst(chosen);
        if (found == null) {
            throw lost(name);
        }
        return found;
    }

    private FormElement form(Element inside) {
        Element form = inside.closest("form");
        if (form instanceof FormElement found) {
            return found;
        }
        throw lost(inside.text());
    }

    private Element one(Stream<Element> found, String what) {
        List<Element> all = found.toList();
        if (all.size() != 1) {
            throw lost(what);
        }
        return all.getFirst();
    }

    /** What was looked for isn't on the page: told with what the page says instead. */
    private Fault lost(String wanted) {
        Element main = page.selectFirst("main");
        String said = (main == null ? page : main).text();
        return new Fault(
                DemoFault.LOST,
                at.getPath(),
                wanted + " ∉ " + said.substring(0, Math.min(said.length(), 1_500)));
    }

    private static String encoded(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(
                        each ->
                                URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8)
                                        + "="
                                        + URLEncoder.encode(
                                                each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
