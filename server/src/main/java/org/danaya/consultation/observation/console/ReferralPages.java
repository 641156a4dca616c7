package org.danaya.consultation.observation.console;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.SearchText;
import org.danaya.base.Settings;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Stage;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.console.TextDesk;
import org.danaya.consultation.observation.ObservationSearch;
import org.danaya.consultation.observation.Observations;
import org.danaya.consultation.observation.Referral;
import org.danaya.consultation.observation.Referrals;
import org.danaya.consultation.observation.Sight;
import org.danaya.consultation.observation.form.FormAnswers;
import org.danaya.consultation.observation.form.FormContent;
import org.danaya.consultation.observation.form.FormWriter;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.PageSettings;
import org.danaya.page.Redirect;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.table.Cell;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The structures that are asked about a version, and asking more. */
@Controller
class ReferralPages {

    private static final String LIST = TextDesk.PATH + "/versions/{id:[0-9a-f-]{36}}/referrals";
    private static final int REFUSED = 422;
    private static final int MOST = 10_000;

    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<String> STRUCTURES = Field.area("structures", 20_000);

    private final Observations observations;
    private final Structures structures;
    private final TextDesk desk;
    private final FormAnswers answers;
    private final Clock clock;
    private final ZoneId zone;
    private final Table<ReferralSheets.Row> table =
            Table.of(
                            "observation.referrals",
                            List.of(
                                    Column.<ReferralSheets.Row>link(
                                            "structure",
                                            row -> row.referral().head().structure().name(),
                                            ReferralSheets.Row::path),
                                    Column.<ReferralSheets.Row>tag(
                                            "state", row -> ReferralDesk.tag(row.referral())),
                                    Column.<ReferralSheets.Row>time(
                                            "deadline", row -> row.referral().head().deadline()),
                                    new Column<ReferralSheets.Row>(
                                            "settled", ReferralPages::settled, null),
                                    Column.<ReferralSheets.Row>number(
                                            "observations", row -> (long) row.observations()),
                                    Column.<ReferralSheets.Row>number(
                                            "reminders", row -> (long) row.reminders())))
                    .filteredBy(TEXT);

    ReferralPages(
            Observations observations,
            Structures structures,
            TextDesk desk,
            FormAnswers answers,
            Clock clock,
            Settings settings) {
        this.observations = observations;
        this.structures = structures;
        this.desk = desk;
        this.answers = answers;
        this.clock = clock;
        this.zone = settings.get(PageSettings.TIME_ZONE);
    }

    private static Cell settled(ReferralSheets.Row row) {
        return switch (row.referral()) {
            case Referral.Awaited _ -> new Cell.Text("");
            case Referral.Received received -> new Cell.Time(received.at());
            case Referral.Nothing nothing -> new Cell.Time(nothing.at());
            case Referral.Silent silent -> new Cell.Time(silent.since());
        };
    }

    static String path(TextVersion version) {
        return TextDesk.path(version) + "/referrals";
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(LIST)
    Answer list(@PathVariable String id, Query query) {
        TextVersion version = desk.version(id, Right.READ_TEXTS);
        Table.Asked asked = table.asked(query);
        Map<UUID, Integer> counts = observations.register().counts(version.id());
        Map<UUID, Integer> reminders = observations.register().reminders(version.id());
        List<Referral> all = observations.register().referrals(version.id());
        String text = SearchText.plain(asked.filters().find(TEXT).orElse(""));
        List<ReferralSheets.Row> rows =
                all.stream()
                        .filter(
                                each ->
                                        SearchText.plain(
                                                        each.head().structure().name()
                                                                + " "
                                                                + each.head()
                                                                        .structure()
                                                                        .identifier())
                                                .contains(text))
                        .map(
                                each ->
                                        new ReferralSheets.Row(
                                                each,
                                                counts.getOrDefault(each.id(), 0),
                                                reminders.getOrDefault(each.id(), 0),
                                                ReferralDesk.path(each)))
                        .toList();
        Dossier dossier = desk.dossier(version);
        if (asked.away()) {
            return table.download(
                    asked, "referrals-" + dossier.slug() + "-v" + version.head().number(), rows);
        }
        List<ReferralSheets.Row> page =
                rows.stream().skip(asked.offset()).limit(asked.limit()).toList();
        return Page.of(
                "observation/referrals",
                new ReferralSheets.Listed(
                        dossier,
                        version,
                        path(version),
                        sums(all),
                        counts.values().stream().mapToInt(Integer::intValue).sum(),
                        table.show(asked, page, rows.size()),
                        isOpen(version)
                                && Rights.current()
                                        .hold(Right.DRAFT_TEXTS, dossier.lead().structure())));
    }

    /** All that was submitted and what became of it, in the form of the field. */
    @Needs(Right.READ_TEXTS)
    @GetMapping(LIST + "/form.{ending:xlsx|docx}")
    Answer form(@PathVariable String id, @PathVariable String ending) {
        TextVersion version = desk.version(id, Right.READ_TEXTS);
        Sight sight = Sight.current();
        return FormWriter.file(
                new FormContent(
                        desk.dossier(version),
                        version,
                        Optional.empty(),
                        observations
                                .register()
                                .list(
                                        ObservationSearch.all(version.id()),
                                        sight,
                                        ObservationSearch.BY_NUMBER,
                                        0,
                                        MOST),
                        answers.of(version.id(), sight)),
                ending);
    }

    private static List<ReferralSheets.Sum> sums(List<Referral> all) {
        return all.stream()
                .collect(Collectors.groupingBy(ReferralDesk::tag, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> new ReferralSheets.Sum(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(sum -> sum.state().key()))
                .toList();
    }

    static boolean isOpen(TextVersion version) {
        return version instanceof TextVersion.Fixed fixed && fixed.stage() == Stage.IN_CONSULTATION;
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(LIST + "/ask")
    Answer look(@PathVariable String id) {
        TextVersion version = open(id);
        return asking(version, form().with(DeadlineForm.RHYTHM, DeadlineForm.Rhythm.DAYS_15), 200);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(LIST + "/ask")
    Answer ask(@PathVariable String id, Submission sent) {
        TextVersion version = open(id);
        Instant now = clock.instant();
        Form form = DeadlineForm.checked(form().read(sent), now, zone);
        Set<Referral.Structure> meant = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        form.find(STRUCTURES)
                .ifPresent(
                        typed ->
                                typed.lines()
                                        .map(String::strip)
                                        .filter(line -> !line.isEmpty())
                                        .forEach(line -> mean(line, meant, unknown)));
        if (!unknown.isEmpty()) {
            form =
                    form.refuse(
                            STRUCTURES,
                            "observation.ask.unknown",
                            unknown.size(),
                            String.join(" · ", unknown.subList(0, Math.min(10, unknown.size()))));
        }
        if (form.wrong()) {
            return asking(version, form, REFUSED);
        }
        Referrals.Asking asked =
                observations
                        .referrals()
                        .ask(
                                Actor.self(),
                                version.id(),
                                List.copyOf(meant),
                                DeadlineForm.of(form, now, zone));
        return Redirect.to(path(version))
                .saying(
                        Notice.done(
                                "observation.done.asked",
                                Integer.toString(asked.asked().size()),
                                Integer.toString(asked.before().size())));
    }

    private void mean(String line, Set<Referral.Structure> meant, List<String> unknown) {
        Optional<Structure> found = structures.meant(line);
        found.ifPresentOrElse(
                each ->
                        meant.add(
                                new Referral.Structure(
                                        each.id(), each.name(Language.FRENCH), each.identifier())),
                () -> unknown.add(line));
    }

    private static Form form() {
        List<Field<?>> fields = new ArrayList<>();
        fields.add(STRUCTURES);
        fields.addAll(DeadlineForm.fields());
        return Form.of("observation.ask", fields);
    }

    private TextVersion open(String id) {
        TextVersion version = desk.version(id, Right.DRAFT_TEXTS);
        if (!isOpen(version)) {
            throw new Fault(ConsultationFault.WRONG_STATE, version.code());
        }
        return version;
    }

    private Answer asking(TextVersion version, Form form, int status) {
        Dossier dossier = desk.dossier(version);
        return new Asked(
                        "observation.ask",
                        Integer.toString(version.head().number()),
                        "observation.ask.intro",
                        ReferralDesk.up(dossier, version),
                        form,
                        path(version) + "/ask",
                        "observation.ask.submit",
                        path(version),
                        false)
                .page(status);
    }
}
