package org.danaya.programs;

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
import org.danaya.access.PublicAddress;
import org.danaya.base.Actor;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.Settings;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.page.PageSettings;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Somebody has a key made. */
@Controller
class NewApiKeyPages {

    private static final String PATH = ApiKeyPages.PATH + "/new";

    private static final int LISTED_STRUCTURES = 200;

    private static final Field<String> NAME = Field.text("name", 100);
    private static final Field<Set<Grant>> GRANTS =
            Field.several("grants", Grant.class, "programs.grant");
    private static final Field<LocalDate> UNTIL = Field.date("until");
    private static final Field<List<Network>> NETWORKS =
            Field.area("networks", 1_000)
                    .as(
                            NewApiKeyPages::networks,
                            all -> String.join("\n", all.stream().map(Network::toString).toList()),
                            "programs.networks.wrong")
                    .optional();

    private final ApiKeys keys;
    private final Structures structures;
    private final PublicAddress address;
    private final Clock clock;
    private final ZoneId zone;

    NewApiKeyPages(
            ApiKeys keys,
            Structures structures,
            PublicAddress address,
            Clock clock,
            Settings settings) {
        this.keys = keys;
        this.structures = structures;
        this.address = address;
        this.clock = clock;
        this.zone = settings.get(PageSettings.TIME_ZONE);
    }

    @Needs(Right.MANAGE_API_KEYS)
    @GetMapping(PATH)
    Answer ask() {
        return Page.of("programs/new", new ProgramsViews.Asked(form()));
    }

    @Needs(value = Right.MANAGE_API_KEYS, freshly = true)
    @PostMapping(PATH)
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

    private Form form() {
        return Form.of("programs.new", NAME, structureField(), GRANTS, UNTIL, NETWORKS);
    }

    /** A list for whoever has few; the identifier for whoever reaches all. */
    private Field<String> structureField() {
        return switch (ApiKeyPages.reach(Right.MANAGE_API_KEYS)) {
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
}
