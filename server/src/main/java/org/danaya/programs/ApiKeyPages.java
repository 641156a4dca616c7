package org.danaya.programs;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.danaya.access.Accounts;
import org.danaya.access.PublicAddress;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.Settings;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.PageSettings;
import org.danaya.page.Redirect;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.programs.ProgramsViews.Deed;
import org.danaya.signin.FreshAssertions;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** API keys in the console. */
@Controller
class ApiKeyPages {

    static final String PATH = "/console/api-keys";
    private static final String ONE = PATH + "/{id:[0-9a-f-]{36}}";

    private static final int LISTED_STRUCTURES = 200;

    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<String> STATE =
            Field.choice(
                            "state",
                            List.of("waiting", "in-force", "revoked", "expired").stream()
                                    .map(s -> Option.worded(s, "programs.state." + s))
                                    .toList())
                    .optional();
    private static final Field<String> NAME = Field.text("name", 100);
    private static final Field<Set<Grant>> GRANTS =
            Field.several("grants", Grant.class, "programs.grant");
    private static final Field<LocalDate> UNTIL = Field.date("until");
    private static final Field<List<Network>> NETWORKS =
            Field.area("networks", 1_000)
                    .as(
                            ApiKeyPages::networks,
                            all -> String.join("\n", all.stream().map(Network::toString).toList()),
                            "programs.networks.wrong")
                    .optional();
    private static final Field<String> REASON = Field.area("reason", 1_000);

    private final ApiKeys keys;
    private final Structures structures;
    private final Accounts accounts;
    private final FreshAssertions assertions;
    private final PublicAddress address;
    private final Clock clock;
    private final ZoneId zone;
    private final Table<ApiKey> table;

    ApiKeyPages(
            ApiKeys keys,
            Structures structures,
            Accounts accounts,
            FreshAssertions assertions,
            PublicAddress address,
            Clock clock,
            Settings settings) {
        this.keys = keys;
        this.structures = structures;
        this.accounts = accounts;
        this.assertions = assertions;
        this.address = address;
        this.clock = clock;
        this.zone = settings.get(PageSettings.TIME_ZONE);
        this.table =
                Table.of(
                                "programs.keys",
                                List.of(
                                        Column.<ApiKey>link(
                                                        "name",
                                                        each -> each.head().name(),
                                                        each -> PATH + "/" + each.head().id())
                                                .sortedBy(ApiKeyTable.BY_NAME),
                                        Column.<ApiKey>text(
                                                "structure",
                                                each -> structure(each.head().structure())),
                                        Column.<ApiKey>tag(
                                                "state",
                                                each ->
                                                        ProgramsViews.tag(
                                                                each.code(clock.instant()))),
                                        Column.<ApiKey>text(
                                                "answers", each -> person(each.head().answers())),
                                        Column.<ApiKey>time(
                                                        "until", each -> each.head().expiresAt())
                                                .sortedBy(ApiKeyTable.BY_END),
                                        Column.<ApiKey>optionalDate(
                                                "used",
                                                each ->
                                                        each.head()
                                                                .usedAt()
                                                                .map(
                                                                        at ->
                                                                                LocalDate.ofInstant(
                                                                                        at,
                                                                                        zone)))))
                        .filteredBy(TEXT, STATE);
    }

    @Needs(Right.READ_API_KEYS)
    @GetMapping(PATH)
    Answer list(Query query) {
        Table.Asked asked = table.asked(query);
        Reach reach = reach(Right.READ_API_KEYS);
        String text = asked.filters().find(TEXT).orElse("");
        String state = asked.filters().find(STATE).orElse("");
        List<ApiKey> rows =
                keys.list(reach, text, state, asked.orderBy(), asked.offset(), asked.limit());
        return asked.away()
                ? table.download(asked, "api-keys", rows)
                : Page.of(
                        "programs/keys",
                        new ProgramsViews.Listed(
                                table.show(asked, rows, keys.count(reach, text, state))));
    }

    @Needs(Right.MANAGE_API_KEYS)
    @GetMapping(PATH + "/new")
    Answer ask() {
        return Page.of("programs/new", new ProgramsViews.Asked(form()));
    }

    @Needs(value = Right.MANAGE_API_KEYS, freshly = true)
    @PostMapping(PATH + "/new")
    Answer make(Submission sent) {
        Field<String> structureField = structureField();
        Form form = form().read(sent);
        Optional<Structure> structure =
                form.find(structureField)
                        .flatMap(structures::find)
                        .filter(s -> Rights.current().hold(Right.MANAGE_API_KEYS, s.id()));
        if (form.find(structureField).isPresent() && structure.isEmpty()) {
            form = form.refuse(structureField, "programs.new.unknown-structure");
        }
        Instant now = clock.instant();
        Optional<Instant> until = form.find(UNTIL).map(this::end);
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            form = form.refuse(UNTIL, "programs.new.past");
        } else if (until.filter(end -> end.isAfter(now.plus(ApiKeys.LONGEST))).isPresent()) {
            form = form.refuse(UNTIL, "programs.new.too-long", ApiKeys.LONGEST.toDays());
        }
        if (!form.wrong()
                && !form.get(GRANTS).stream()
                        .allMatch(
                                each ->
                                        Rights.current()
                                                .hold(
                                                        each.right(),
                                                        structure.orElseThrow().id()))) {
            form = form.refuse(GRANTS, "programs.new.more-than-yours");
        }
        if (form.wrong()) {
            return Page.of("programs/new", new ProgramsViews.Asked(form)).status(422);
        }
        ApiKeys.Made made =
                keys.make(
                        new ApiKeys.Wish(
                                structure.orElseThrow().id(),
                                form.get(NAME),
                                form.get(GRANTS),
                                form.find(NETWORKS).orElse(List.of()),
                                until.orElseThrow()),
                        Actor.self());
        return Page.of(
                        "programs/made",
                        new ProgramsViews.Made(
                                made.key().head().id().toString(),
                                made.key().head().name(),
                                made.secret().reveal(),
                                made.key() instanceof ApiKey.Waiting,
                                address.origin()))
                .unkept();
    }

    @Needs(Right.READ_API_KEYS)
    @GetMapping(ONE)
    Answer one(@PathVariable String id) {
        return Page.of("programs/key", shown(reached(Right.READ_API_KEYS, id), revocation()));
    }

    @Needs(Right.APPROVE_API_KEYS)
    @PostMapping(ONE + "/challenge")
    ResponseEntity<String> challenge(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        assertions.ask(
                                Actor.self(), keys.statement(reached(Right.APPROVE_API_KEYS, id))));
    }

    @Needs(Right.APPROVE_API_KEYS)
    @PostMapping(ONE + "/approve")
    Answer approve(@PathVariable String id, Submission sent) {
        ApiKey key = reached(Right.APPROVE_API_KEYS, id);
        keys.approve(
                key.head().id(),
                Actor.self(),
                one(sent, "approve-challenge"),
                one(sent, "approve-credential"));
        return Redirect.to(PATH + "/" + id).saying(Notice.done("programs.approved"));
    }

    @Needs(value = Right.MANAGE_API_KEYS, freshly = true)
    @PostMapping(ONE + "/take-over")
    Answer takeOver(@PathVariable String id) {
        keys.takeOver(reached(Right.MANAGE_API_KEYS, id).head().id(), Actor.self());
        return Redirect.to(PATH + "/" + id).saying(Notice.done("programs.taken-over"));
    }

    @Needs(Right.MANAGE_API_KEYS)
    @PostMapping(ONE + "/revoke")
    Answer revoke(@PathVariable String id, Submission sent) {
        return ended(reached(Right.MANAGE_API_KEYS, id), sent);
    }

    @Needs(Right.APPROVE_API_KEYS)
    @PostMapping(ONE + "/refuse")
    Answer refuse(@PathVariable String id, Submission sent) {
        return ended(reached(Right.APPROVE_API_KEYS, id), sent);
    }

    private Answer ended(ApiKey key, Submission sent) {
        Form form = revocation().read(sent);
        if (form.wrong()) {
            return Page.of("programs/key", shown(key, form)).status(422);
        }
        keys.revoke(key.head().id(), Actor.self(), form.get(REASON));
        return Redirect.to(PATH + "/" + key.head().id()).saying(Notice.done("programs.revoked"));
    }

    private ProgramsViews.One shown(ApiKey key, Form revocation) {
        ApiKey.Head head = key.head();
        Instant now = clock.instant();
        UUID self = Actor.self();
        boolean live = now.isBefore(head.expiresAt()) && !(key instanceof ApiKey.Revoked);
        boolean waits = live && key instanceof ApiKey.Waiting;
        boolean approver = Rights.current().hold(Right.APPROVE_API_KEYS, head.structure());
        boolean officer = Rights.current().hold(Right.MANAGE_API_KEYS, head.structure());
        boolean own = self.equals(head.madeBy()) || self.equals(head.answers());
        boolean all =
                head.grants().stream()
                        .allMatch(g -> Rights.current().hold(g.right(), head.structure()));
        return new ProgramsViews.One(
                head.id().toString(),
                head.name(),
                structure(head.structure()),
                ProgramsViews.tag(key.code(now)),
                head.grants().stream().sorted().map(g -> "programs.grant." + g.code()).toList(),
                head.networks().stream().map(Network::toString).toList(),
                head.expiresAt(),
                new Deed(person(head.madeBy()), head.madeAt()),
                person(head.answers()),
                accounts.active(head.answers()).isPresent(),
                key.given().map(each -> new Deed(person(each.by()), each.at())),
                head.usedAt(),
                key instanceof ApiKey.Revoked(_, _, UUID by, Instant at, _)
                        ? Optional.of(new Deed(person(by), at))
                        : Optional.empty(),
                key instanceof ApiKey.Revoked(_, _, _, _, String reason) ? reason : "",
                waits && approver && !own
                        ? new String(keys.statement(key), StandardCharsets.US_ASCII)
                        : "",
                waits && own,
                live
                        && officer
                        && all
                        && !self.equals(head.answers())
                        && key.given().filter(each -> each.by().equals(self)).isEmpty(),
                live && (officer || approver),
                revocation);
    }

    private ApiKey reached(Right right, String id) {
        return Ids.read(id)
                .flatMap(keys::find)
                .filter(key -> Rights.current().hold(right, key.head().structure()))
                .orElseThrow(() -> new Fault(ProgramsFault.UNKNOWN));
    }

    private Form form() {
        return Form.of("programs.new", NAME, structureField(), GRANTS, UNTIL, NETWORKS);
    }

    /** A list for whoever has few; the identifier for whoever reaches all. */
    private Field<String> structureField() {
        return switch (reach(Right.MANAGE_API_KEYS)) {
            case Reach.Everywhere() -> Field.text("structure", 40);
            case Reach.Structures(Set<UUID> ids) ->
                    Field.choice(
                            "structure",
                            ids.stream()
                                    .limit(LISTED_STRUCTURES)
                                    .map(structures::find)
                                    .flatMap(Optional::stream)
                                    .sorted(Comparator.comparing(Structure::identifier))
                                    .map(
                                            each ->
                                                    Option.named(
                                                            each.identifier(),
                                                            each.name(Language.FRENCH)))
                                    .toList());
        };
    }

    private Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private String structure(UUID id) {
        return structures
                .find(id)
                .map(found -> found.shortName(Language.FRENCH))
                .orElseGet(id::toString);
    }

    private String person(UUID account) {
        return accounts.find(account).map(a -> a.owner().name()).orElseGet(account::toString);
    }

    private static List<Network> networks(String text) {
        List<Network> networks =
                text.lines()
                        .map(String::strip)
                        .filter(Predicate.not(String::isEmpty))
                        .map(Network::of)
                        .toList();
        if (networks.size() > 20) {
            throw new IllegalArgumentException("too many");
        }
        return networks;
    }

    private static Form revocation() {
        return Form.of("programs.revocation", REASON);
    }

    private static Reach reach(Right right) {
        return Rights.current().reach(right).orElse(new Reach.Structures(Set.of()));
    }

    private static String one(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }
}
