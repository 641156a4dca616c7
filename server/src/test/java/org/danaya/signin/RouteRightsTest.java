package org.danaya.signin;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.RoleAssignment;
import org.danaya.access.Roles;
import org.danaya.app.TestPlatform;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.gate.ApiDescription;
import org.danaya.house.ReferenceDoc;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route, with every role and with none, against the written table. */
class RouteRightsTest {

    /** A place in a path, such as <code>{id}</code> or <code>{id:[0-9]{1,3}}</code>. */
    private static final String PLACE = "\\{[^{}]*(\\{[^{}]*}[^{}]*)*}";

    private static final Map<Role, TestSessions> SESSIONS = new EnumMap<>(Role.class);

    private static final Rights EVERYTHING =
            new Rights(
                    Arrays.stream(Right.values())
                            .collect(toMap(right -> right, _ -> new Reach.Everywhere())));

    /** A route of ours. */
    private record Route(RequestMethod method, String path, Demand demand) {}

    @Test
    void everyRouteOfOursDeclaresWhatItDemands() {
        assertThat(routes()).noneMatch(route -> route.demand() instanceof Demand.Undeclared);
    }

    @Test
    void theRightsOfEveryRouteAreWritten() {
        String roles = Arrays.stream(Role.values()).map(Role::code).collect(joining(" | "));
        ReferenceDoc.compare(
                "routes-and-rights.md",
                """
                # Routes and rights

                What each route demands, and who passes: ✓ may, – may not. *Fresh* asks for a passkey assertion of the last minutes too. A right that is \
                held for one structure passes here; the code behind the route then checks the structure. *Key*: a program's API key that was given the right.

                | route | demands | key | nobody | no role | %s |
                |---|---|---|---|---|%s
                """
                                .formatted(roles, "---|".repeat(Role.values().length))
                        + routes().stream().map(this::row).collect(joining("\n"))
                        + "\n\n## Roles\n\n| role | given for | rights | never beside | may give |\n|---|---|---|---|---|\n"
                        + Arrays.stream(Role.values())
                                .map(RouteRightsTest::row)
                                .collect(joining("\n")));
    }

    @Test
    void whoeverIsNotSignedInIsLedToTheDoorOrRefused() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Route route : routes()) {
                if (route.demand() instanceof Demand.Nothing) {
                    continue;
                }
                HttpResponse<Void> answer =
                        client.send(
                                HttpRequest.newBuilder(address(route))
                                        .header("Accept", "text/html")
                                        .method(
                                                route.method().name(),
                                                HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.discarding());
                // Without a cookie nothing sent to the API is done in anybody's name.
                int refused = route.path().startsWith(ApiDescription.ROOT) ? 401 : 403;
                int expected = route.method() == RequestMethod.GET ? 303 : refused;
                if (answer.statusCode() != expected && !unmatched(route, answer.statusCode())) {
                    wrong.add(route + " " + answer.statusCode());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRoleWithoutTheRightIsRefusedByTheRunningPlatform() {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            for (Role role : Role.values()) {
                if (route.demand() instanceof Demand.OfRight(Right right, _)
                        && !role.rights().contains(right)) {
                    int status = status(role, route);
                    if (status != 403 && !unmatched(route, status)) {
                        wrong.add(role + " " + route + " " + status);
                    }
                }
            }
        }
        SESSIONS.values().forEach(TestSessions::close);
        assertThat(wrong).isEmpty();
    }

    private static int status(Role role, Route route) {
        TestSessions session = SESSIONS.computeIfAbsent(role, TestSessions::signedInAs);
        String path = address(route).getPath();
        return (route.method() == RequestMethod.GET
                        ? session.get(path)
                        : session.post(path, Map.of()))
                .statusCode();
    }

    /** A place that takes digits alone isn't filled by an id: there is no route then. */
    private static boolean unmatched(Route route, int status) {
        return status == 404 && route.path().contains(":");
    }

    private static URI address(Route route) {
        return TestPlatform.address()
                .resolve(route.path().replaceAll(PLACE, UUID.randomUUID().toString()));
    }

    private String row(Route route) {
        RouteRights rights = TestPlatform.bean(RouteRights.class);
        List<String> cells = new ArrayList<>();
        cells.add("`" + route.method() + " " + route.path() + "`");
        cells.add(
                switch (route.demand()) {
                    case Demand.Nothing() -> "nothing";
                    case Demand.Person(boolean fresh, boolean recovering) ->
                            "signed in"
                                    + (fresh ? ", *fresh*" : "")
                                    + (recovering ? ", recovering too" : "");
                    case Demand.OfRight(Right right, boolean fresh) ->
                            "`" + right + "`" + (fresh ? ", *fresh*" : "");
                    case Demand.Undeclared() -> "**undeclared**";
                });
        cells.add(
                mark(
                        route.path().startsWith(ApiDescription.ROOT)
                                && rights.ofProgram(route.demand(), EVERYTHING).isGranted()));
        cells.add(mark(rights.decide(route.demand(), null).isGranted()));
        cells.add(mark(rights.decide(route.demand(), person(Optional.empty())).isGranted()));
        for (Role role : Role.values()) {
            cells.add(mark(rights.decide(route.demand(), person(Optional.of(role))).isGranted()));
        }
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String row(Role role) {
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        role.code(),
                        role.scope().name().toLowerCase(Locale.ROOT),
                        role.rights().stream()
                                .sorted()
                                .map(r -> "`" + r + "`")
                                .collect(joining(" ")),
                        codes(role.apartFrom()),
                        codes(role.gives()));
    }

    private static String codes(Set<Role> roles) {
        return roles.isEmpty()
                ? "–"
                : roles.stream().sorted().map(Role::code).collect(joining(", "));
    }

    private static String mark(boolean granted) {
        return granted ? "✓" : "–";
    }

    private static SignedInPerson person(Optional<Role> role) {
        List<RoleAssignment> held =
                role
                        .map(
                                each ->
                                        new RoleAssignment(
                                                UUID.randomUUID(),
                                                UUID.randomUUID(),
                                                each,
                                                null,
                                                Instant.EPOCH,
                                                null,
                                                RoleAssignment.How.OPERATOR))
                        .stream()
                        .toList();
        return new SignedInPerson(
                UUID.randomUUID(),
                "Exemple",
                held,
                TestPlatform.bean(Roles.class).rights(held),
                false,
                Instant.MAX);
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        TestPlatform.bean(RouteRights.class).mappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .forEach(entry -> add(routes, entry.getKey(), entry.getValue()));
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        assertThat(routes).hasSizeGreaterThan(20);
        return routes;
    }

    private static void add(List<Route> routes, RequestMappingInfo mapping, HandlerMethod method) {
        if (method.getBeanType().getName().startsWith("org.danaya.")) {
            for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
                mapping.getPatternValues().forEach(path -> routes.add(route(verb, path, method)));
            }
        }
    }

    private static Route route(RequestMethod verb, String path, HandlerMethod method) {
        return new Route(verb, path, Demand.of(method));
    }
}
