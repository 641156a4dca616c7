package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.people.Incumbencies;
import org.danaya.people.IncumbencyOutcome;
import org.danaya.people.Person;
import org.danaya.people.Persons;
import org.danaya.people.PositionOutcome;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the officer of a structure is refused beyond it, on every route that names a thing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherStructureTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final String DAY = TODAY.minusDays(1).toString();

    /**
     * Structures, persons and positions are shown to whoever may read any; to abandon an import
     * that isn't one's own does nothing and says nothing.
     */
    private static final Set<String> OPEN =
            Set.of(
                    "GET /api/v1/structures/{identifier}",
                    "GET /console/persons/{id}",
                    "GET /console/positions/{id}",
                    "GET /console/structures/{id}",
                    "POST /console/persons/import/{id}/abandon");

    private final TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
    private final TestSessions officer = TestSessions.signedInAs();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final UUID alpha = structure("alpha-" + run);
    private final UUID beta = structure("beta-" + run);
    private final UUID post = position(alpha);
    private final UUID otherPost = position(beta);
    private final Person official = person(administrator, "Officielle");
    private final Person nobody = person(administrator, "Sans fonction");
    private final UUID incumbency = appointed(otherPost, official);
    private final UUID account = TestAccounts.with(TestPlatform::bean, Role.ANALYST);

    @BeforeAll
    void give() {
        TestAccounts.give(
                TestPlatform::bean,
                officer.account(),
                Role.REGISTRATION_OFFICER,
                Optional.of(alpha));
    }

    @AfterAll
    void leave() {
        administrator.close();
        officer.close();
    }

    @Test
    void everyRouteThatNamesAThingRefusesTheOfficerOfAnotherStructure() {
        Map<String, UUID> things =
                Map.of(
                        "structures", beta,
                        "positions", otherPost,
                        "incumbencies", incumbency,
                        "persons", official.id(),
                        "accounts", account,
                        "roles", proposal(),
                        "resets", reset());
        UUID line = line();
        Map<String, String> form = form();
        List<String> wrong = new ArrayList<>();
        Set<String> routes = routes();
        for (String route : routes) {
            String path = route.substring(route.indexOf(' ') + 1);
            UUID thing = things.getOrDefault(path.split("/", -1)[2], line);
            // A file between its preview and its confirmation is who sent it's alone.
            UUID id = path.contains("/import/") ? UUID.randomUUID() : thing;
            String asked =
                    path.replace("{id}", id.toString())
                            .replace("{person}", official.id().toString())
                            .replace("{line}", line.toString());
            int status =
                    (route.startsWith("GET ") ? officer.get(asked) : officer.post(asked, form))
                            .statusCode();
            if (status != 403 && status != 404) {
                wrong.add(route + " " + status);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(routes).hasSizeGreaterThan(40);
    }

    @Test
    void aPersonWithoutAPositionIsOfWhoeverRegisteredThem() {
        assertThat(edit(nobody).statusCode()).isEqualTo(403);
        assertThat(invite(nobody).statusCode()).isEqualTo(403);
        assertThat(officer.get("/console/accounts/invite?person=" + nobody.id()).statusCode())
                .isEqualTo(403);
        String appoint = "/console/positions/" + post + "/appoint/" + nobody.id();
        for (String step : List.of("", "/back", "/save")) {
            assertThat(officer.post(appoint + step, appointment()).statusCode())
                    .as(step)
                    .isEqualTo(403);
        }
        assertThat(officer.get(appoint).statusCode()).isEqualTo(403);

        Person own = person(officer, "Enregistrée");
        assertThat(edit(own).statusCode()).isEqualTo(303);
        HttpResponse<String> appointed =
                officer.post(
                        "/console/positions/" + position(alpha) + "/appoint/" + own.id() + "/save",
                        appointment());
        assertThat(appointed.statusCode()).as(appointed.body()).isEqualTo(303);
        assertThat(invite(own).statusCode()).isEqualTo(200);
        appointed(position(beta), own);
        assertThat(officer.get("/console/persons/" + own.id() + "/edit").statusCode())
                .isEqualTo(403);
        UUID invited = found("select id from access.account where person_id = ?", own.id());
        assertThat(officer.post("/console/accounts/" + invited + "/link", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void anOfficialOfAnotherStructureIsNeitherRenamedNorInvited() {
        assertThat(edit(official).statusCode()).isEqualTo(403);
        assertThat(invite(official).statusCode()).isEqualTo(403);
        String appoint = "/console/positions/" + post + "/appoint/" + official.id() + "/save";
        assertThat(officer.post(appoint, appointment()).statusCode()).isEqualTo(303);
        assertThat(edit(official).statusCode()).as("after an appointment").isEqualTo(403);
        assertThat(invite(official).statusCode()).as("after an appointment").isEqualTo(403);
    }

    @Test
    void aPredecessorIsWithinReachToo() {
        for (String typed : List.of("beta-" + run, " BETA-" + run + " ")) {
            assertThat(
                            officer.post(
                                            "/console/structures/" + alpha + "/lineage",
                                            Map.of("predecessor", typed, "lineage", "succeeds"))
                                    .statusCode())
                    .isEqualTo(403);
        }
        UUID line = line();
        String withdraw = "/console/structures/" + alpha + "/lineage/" + line + "/withdraw";
        assertThat(officer.post(withdraw, Map.of()).statusCode()).isEqualTo(403);
        assertThat(administrator.post(withdraw, Map.of()).statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> edit(Person person) {
        return officer.post(
                "/console/persons/" + person.id() + "/edit",
                Map.of("version", "1", "given-names", "Autre", "family-name", "Nom " + run));
    }

    private HttpResponse<String> invite(Person person) {
        return officer.post("/console/accounts/invite", Map.of("person", person.id().toString()));
    }

    private static Map<String, String> appointment() {
        return Map.of("capacity", "holder", "form", "feminine", "from", DAY, "act", "Exemple");
    }

    /** What makes the forms of these routes sound, so that nothing but reach refuses them. */
    private Map<String, String> form() {
        return Map.ofEntries(
                Map.entry("version", "1"),
                Map.entry("given-names", "Exemple"),
                Map.entry("family-name", "Exemple " + run),
                Map.entry("title-fr", "Exemple"),
                Map.entry("until", TODAY.toString()),
                Map.entry("act", "Exemple"),
                Map.entry("reason", "Exemple"),
                Map.entry("role", "analyst"),
                Map.entry("structure", "alpha-" + run),
                Map.entry("capacity", "holder"),
                Map.entry("form", "feminine"),
                Map.entry("from", DAY),
                Map.entry("predecessor", "alpha-" + run),
                Map.entry("lineage", "succeeds"),
                Map.entry("assignment", UUID.randomUUID().toString()));
    }

    private UUID proposal() {
        Map<String, String> wish =
                Map.of("role", "coordinator", "structure", "beta-" + run, "reason", "Exemple");
        String path = "/console/accounts/" + account + "/propose";
        assertThat(administrator.post(path, wish).statusCode()).isEqualTo(303);
        return found("select id from access.role_proposal where account_id = ?", account);
    }

    private UUID reset() {
        String path = "/console/accounts/" + account + "/reset";
        assertThat(administrator.post(path, Map.of("reason", "Exemple")).statusCode())
                .isEqualTo(303);
        return found("select id from access.reset where account_id = ?", account);
    }

    /** A line of descent from beta to alpha. */
    private UUID line() {
        administrator.post(
                "/console/structures/" + alpha + "/lineage",
                Map.of("predecessor", "beta-" + run, "lineage", "succeeds"));
        return found(
                "select id from people.structure_lineage where successor_id = ? and withdrawn_at is null",
                alpha);
    }

    private static UUID found(String query, UUID of) {
        return TestPlatform.bean(JdbcClient.class).sql(query).param(of).query(UUID.class).single();
    }

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        TestPlatform.bean(RouteRights.class).mappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(each -> ours(each.getValue().getBeanType().getName()))
                .forEach(
                        each ->
                                each.getKey()
                                        .getMethodsCondition()
                                        .getMethods()
                                        .forEach(
                                                verb ->
                                                        each.getKey()
                                                                .getPatternValues()
                                                                .forEach(
                                                                        path ->
                                                                                routes.add(
                                                                                        verb + " "
                                                                                                + path))));
        routes.removeIf(route -> !route.contains("{") || OPEN.contains(route));
        return routes;
    }

    private static boolean ours(String type) {
        return type.startsWith("org.danaya.people.") || type.startsWith("org.danaya.access.");
    }

    private UUID structure(String identifier) {
        HttpResponse<String> made =
                administrator.post(
                        "/console/structures",
                        Map.of(
                                "identifier",
                                identifier,
                                "kind",
                                "etablissement",
                                "name-fr",
                                identifier,
                                "parent",
                                ""));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return TestPlatform.bean(Structures.class).find(identifier).orElseThrow().id();
    }

    private static UUID position(UUID structure) {
        return TestPlatform.bean(Positions.class)
                                .create(structure, new Positions.Draft("Exemple", "", "", "", ""))
                        instanceof PositionOutcome.Recorded(var position)
                ? position.id()
                : new UUID(0, 0);
    }

    private Person person(TestSessions by, String family) {
        String name = family + " " + run;
        HttpResponse<String> made =
                by.post(
                        "/console/persons/new",
                        Map.of("given-names", "Exemple", "family-name", name));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return TestPlatform.bean(Persons.class).list(name, 0, 2).getFirst();
    }

    private static UUID appointed(UUID position, Person person) {
        IncumbencyOutcome outcome =
                TestPlatform.bean(Incumbencies.class)
                        .appoint(
                                new Incumbencies.Appointment(
                                        position,
                                        person.id(),
                                        false,
                                        "feminine",
                                        DAY,
                                        "",
                                        "Exemple",
                                        false));
        if (outcome instanceof IncumbencyOutcome.Recorded(var incumbency)) {
            return incumbency.id();
        }
        throw new AssertionError(outcome);
    }
}
