package org.danaya.programs;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.access.Accounts;
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

    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<String> STATE =
            Field.choice(
                            "state",
                            List.of("waiting", "in-force", "revoked", "expired").stream()
                                    .map(s -> Option.worded(s, "programs.state." + s))
                                    .toList())
                    .optional();
    private static final Field<String> REASON = Field.area("reason", 1_000);

    private final ApiKeys keys;
    private final Structures structures;
    private final Accounts accounts;
    private final FreshAssertions assertions;
    private final Clock clock;
    private final ZoneId zone;
    private final Table<ApiKey> table;

    ApiKeyPages(
            ApiKeys keys,
            Structures structures,
            Accounts accounts,
            FreshAssertions assertions,
            Clock clock,
            Settings settings) {
        this.keys = keys;
        this.structures = structures;
        this.accounts = accounts;
        this.assertions = assertions;
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

    private String structure(UUID id) {
        return structures
                .find(id)
                .map(found -> found.shortName(Language.FRENCH))
                .orElseGet(id::toString);
    }

    private String person(UUID account) {
        return accounts.find(account).map(a -> a.owner().name()).orElseGet(account::toString);
    }

    private static Form revocation() {
        return Form.of("programs.revocation", REASON);
    }

    static Reach reach(Right right) {
        return Rights.current().reach(right).orElse(new Reach.Structures(Set.of()));
    }

    private static String one(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }
}
