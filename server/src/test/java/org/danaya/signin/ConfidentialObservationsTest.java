package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Reach;
import org.danaya.consultation.Texts;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Batch;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.ObservationKind;
import org.danaya.consultation.observation.ObservationSearch;
import org.danaya.consultation.observation.Parts;
import org.danaya.consultation.observation.Passages;
import org.danaya.consultation.observation.PlatformObservations;
import org.danaya.consultation.observation.Referral;
import org.danaya.consultation.observation.Sight;
import org.danaya.people.TestPersons;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The words of a confidential observation on every page and file about texts that there is, with
 * every id that they could be found by, for everybody whom they aren't for.
 */
class ConfidentialObservationsTest {

    private static final String SECRET = "Groupélectrogène";
    private static final List<String> PLACES =
            List.of("/console/texts", "/account/texts", "/texts");
    private static final List<String> ENDINGS =
            List.of("csv", "xlsx", "docx", "json", "pdf", "html", "xml", "md", "txt");

    private final PlatformObservations kit = new PlatformObservations("obs-masquees");
    private final Referral.Structure other =
            new Referral.Structure(
                    TestPersons.structure(
                            TestPlatform.bean(JdbcClient.class),
                            "obs-masquees-autre",
                            Optional.empty()),
                    "Autre (exemple)",
                    "obs-masquees-autre");
    private final Referral second = kit.asked(other);
    private final Batch batch = kit.submitted(secret());
    private final UUID observation = observation();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    private Observation.Said secret() {
        return new Observation.Said(
                ObservationKind.TECHNICAL,
                Passages.find(
                                Parts.of(
                                        TestPlatform.bean(Texts.class)
                                                .register()
                                                .text(kit.version)
                                                .flow()),
                                "",
                                "trente jours",
                                "",
                                "")
                        .<Anchor>map(each -> each)
                        .orElseThrow(),
                true,
                Optional.of(
                        new Observation.Words(
                                SECRET + " de secours",
                                Optional.of(SECRET + " proposé"),
                                Optional.of(SECRET + " légal"))));
    }

    @Test
    void noPageAndNoFileTellsThemToAnybodyElse() {
        Map<String, Optional<TestSessions>> strangers = new LinkedHashMap<>();
        strangers.put("nobody", Optional.empty());
        strangers.put("another ministry", session(Role.CORRESPONDENT, other.id()));
        strangers.put("the lead's own writer", session(Role.CORRESPONDENT, kit.agency));
        strangers.put("another lead", session(Role.COORDINATOR, other.id()));
        strangers.put("auditor", platform(Role.AUDITOR));
        strangers.put("administrator", platform(Role.ADMINISTRATOR));
        strangers.put("security officer", platform(Role.SECURITY_OFFICER));
        Map<String, Optional<TestSessions>> theirs = new LinkedHashMap<>();
        theirs.put("its ministry", session(Role.CORRESPONDENT, kit.mandates.ministry.id()));
        theirs.put("who answers", session(Role.COORDINATOR, kit.agency));
        Set<String> paths = paths();
        assertThat(paths).hasSizeGreaterThan(60);
        theirs.forEach((who, session) -> assertThat(telling(paths, session)).as(who).isNotEmpty());
        strangers.forEach((who, session) -> assertThat(telling(paths, session)).as(who).isEmpty());
        assertThat(
                        ask("/console/texts/referrals/" + kit.referral.id(), platform(Role.AUDITOR))
                                .orElseThrow())
                .as("it counts, and says that it is masked")
                .contains("n’est lisible que par sa structure");
    }

    /** Which pages tell them. */
    private List<String> telling(Set<String> paths, Optional<TestSessions> session) {
        List<String> telling = new ArrayList<>();
        for (String path : paths) {
            if (ask(path, session).filter(said -> said.contains(SECRET)).isPresent()) {
                telling.add(path);
            }
        }
        return telling;
    }

    /** What a page or a file says; files in archives are unpacked. */
    private Optional<String> ask(String path, Optional<TestSessions> session) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(TestPlatform.address() + path.substring(1)))
                        .header("Accept", "text/html, */*");
        session.ifPresent(each -> request.header("Cookie", each.cookies()));
        try {
            HttpResponse<byte[]> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            if (answer.statusCode() != 200) {
                return Optional.empty();
            }
            byte[] body = answer.body();
            boolean pdf =
                    new String(body, 0, Math.min(4, body.length), StandardCharsets.ISO_8859_1)
                            .equals("%PDF");
            // The words of a PDF are packed: that of a batch isn't given at all.
            return Optional.of(pdf && path.contains("/batches/") ? SECRET : text(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = ZipFile.builder().setByteArray(body).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    private Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        TestPlatform.bean(RouteRights.class).mappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(each -> each.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(each -> each.getPatternValues().stream())
                .filter(pattern -> PLACES.stream().anyMatch(pattern::startsWith))
                .forEach(pattern -> fill("", pattern, true, paths));
        Set<String> all = new TreeSet<>(paths);
        paths.forEach(
                path -> ENDINGS.subList(0, 2).forEach(end -> all.add(path + "?format=" + end)));
        return all;
    }

    /** With all that may stand for its variables. */
    private void fill(String before, String pattern, boolean first, Set<String> paths) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            paths.add(before + pattern);
            return;
        }
        int close = open;
        for (int depth = 0; close < pattern.length(); close++) {
            depth += pattern.charAt(close) == '{' ? 1 : 0;
            depth -= pattern.charAt(close) == '}' ? 1 : 0;
            if (depth == 0) {
                break;
            }
        }
        String variable = pattern.substring(open + 1, close);
        for (String value : values(variable, first)) {
            String filled = before + pattern.substring(0, open) + value;
            fill(filled, pattern.substring(close + 1), false, paths);
        }
    }

    private List<String> values(String variable, boolean first) {
        String shape = variable.contains(":") ? variable.substring(variable.indexOf(':') + 1) : "";
        if (shape.contains("36")) {
            if (!first) {
                return List.of(batch.id().toString(), observation.toString());
            }
            return List.of(
                    kit.dossier.id().toString(),
                    kit.version.id().toString(),
                    kit.referral.id().toString(),
                    second.id().toString(),
                    batch.id().toString(),
                    observation.toString());
        }
        List<String> fitting = new ArrayList<>();
        for (String each : ENDINGS) {
            if (!shape.isEmpty() && each.matches(shape)) {
                fitting.add(each);
            }
        }
        for (String each : List.of("submit", "nothing", "1", "2", kit.dossier.slug())) {
            if (shape.isEmpty() || each.matches(shape)) {
                fitting.add(each);
            }
        }
        return fitting;
    }

    private UUID observation() {
        return kit.observations
                .register()
                .list(
                        ObservationSearch.all(kit.version.id()),
                        new Sight(new Reach.Everywhere(), new Reach.Everywhere()),
                        "",
                        0,
                        1)
                .getFirst()
                .id();
    }

    private static Optional<TestSessions> session(Role role, UUID structure) {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, account, role, Optional.of(structure));
        return Optional.of(
                TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account));
    }

    private static Optional<TestSessions> platform(Role role) {
        return Optional.of(TestSessions.signedInAs(role));
    }
}
