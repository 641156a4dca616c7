package org.danaya.consultation.answer.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.AnswerFault;
import org.danaya.consultation.answer.AnswerPaths;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.Cause;
import org.danaya.consultation.answer.Explanation;
import org.danaya.consultation.answer.Explanation.Explained;
import org.danaya.consultation.console.TextDesk;
import org.danaya.consultation.observation.Sight;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.table.Pager;
import org.danaya.text.redline.Hunk;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Why words changed: each change of a version with its causes, or a gap. */
@Controller
class WhyPages {

    private static final String WHY = TextDesk.PATH + "/versions" + TextDesk.ID + "/why";
    private static final String CAUSE = WHY + "/causes/{cause:[0-9a-f-]{36}}";
    private static final int REFUSED = 422;
    private static final int CHANGES = 100;

    private final TextRegister texts;
    private final Answers answers;
    private final TextDesk desk;
    private final CauseWords words;

    WhyPages(TextRegister texts, Answers answers, TextDesk desk, CauseWords words) {
        this.texts = texts;
        this.answers = answers;
        this.desk = desk;
        this.words = words;
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(WHY)
    Answer why(@PathVariable String id, Query query) {
        TextVersion version = desk.version(id, Right.READ_TEXTS);
        return why(version, query, CauseForm.of(words.decisions(version)), Set.of(), 200);
    }

    /** The page; what is ticked is shown also where the filters don't find it. */
    private Answer why(
            TextVersion version, Query query, Form source, Set<String> ticked, int status) {
        TextVersion former =
                answers.causes().former(version).orElseThrow(() -> new Fault(AnswerFault.FIRST));
        Explanation explanation = answers.causes().explanation(version);
        List<Option> parts = parts(version, former, explanation);
        Form filters = WhyFilters.read(query, parts);
        List<Explained> wanted =
                explanation.changes().stream().filter(filter(former, filters, parts)).toList();
        int page = query.number("page", 1, 100_000, 1);
        Set<String> shown =
                wanted.stream()
                        .skip((page - 1L) * CHANGES)
                        .limit(CHANGES)
                        .map(each -> each.hunk().id())
                        .collect(Collectors.toSet());
        explanation.changes().stream()
                .map(each -> each.hunk().id())
                .filter(ticked::contains)
                .forEach(shown::add);
        Dossier dossier = desk.dossier(version);
        CauseWords.Known known = words.known(version);
        return Page.of(
                        "answer/why",
                        new WhySheets.Why(
                                dossier,
                                version,
                                former,
                                AnswerPaths.why(version.id()),
                                Rights.current().hold(Right.DRAFT_TEXTS, dossier.lead().structure())
                                        && !answers.causes().fixed(version),
                                tally(explanation),
                                filters,
                                !query.without("page").without("lang").parameters().isEmpty(),
                                shown(version, former, explanation, shown, known, parts),
                                new Pager(query, page, CHANGES, wanted.size()),
                                explanation.lost().stream().map(known::told).toList(),
                                source,
                                ticked,
                                words.decisions(version)))
                .status(status);
    }

    private Predicate<Explained> filter(TextVersion former, Form filters, List<Option> parts) {
        Optional<UUID> observation =
                filters.find(WhyFilters.NUMBER)
                        .flatMap(
                                number ->
                                        answers.register().byNumber(former.id(), number.intValue()))
                        .filter(this::isTold);
        return WhyFilters.wanted(filters, parts, observation);
    }

    /** What is confidential isn't found by its number either. */
    private boolean isTold(UUID observation) {
        return answers.register()
                .find(observation, Sight.current())
                .filter(entry -> entry.words().isPresent())
                .isPresent();
    }

    private static WhySheets.Tally tally(Explanation explanation) {
        return new WhySheets.Tally(
                explanation.changes().size(),
                (int) explanation.changes().stream().filter(Explained::gap).count(),
                (int)
                        explanation.changes().stream()
                                .filter(each -> !each.doubtful().isEmpty())
                                .count());
    }

    /** The parts in which something changed. */
    private List<Option> parts(TextVersion version, TextVersion former, Explanation explanation) {
        Map<String, String> names = new HashMap<>();
        for (TextVersion each : List.of(former, version)) {
            texts.text(each)
                    .flow()
                    .lines()
                    .filter(line -> !line.opens().isEmpty())
                    .forEach(
                            line ->
                                    names.put(
                                            Explanation.part(line.place()),
                                            SessionDesk.name(line)));
        }
        Map<String, Option> parts = new LinkedHashMap<>();
        for (Explained each : explanation.changes()) {
            String part = Explanation.part(each.hunk().place());
            if (!part.isEmpty()) {
                parts.putIfAbsent(part, Option.named(part, names.getOrDefault(part, part)));
            }
        }
        return List.copyOf(parts.values());
    }

    private List<WhySheets.Part> shown(
            TextVersion version,
            TextVersion former,
            Explanation explanation,
            Set<String> shown,
            CauseWords.Known known,
            List<Option> parts) {
        Map<String, Explained> all =
                explanation.changes().stream()
                        .collect(Collectors.toMap(each -> each.hunk().id(), each -> each));
        Map<String, String> names =
                parts.stream().collect(Collectors.toMap(Option::value, Option::label));
        List<WhySheets.Part> told = new ArrayList<>();
        for (WhyLines.Changed line : WhyLines.of(texts.redline(former, version))) {
            List<WhySheets.Change> changes =
                    line.hunks().stream()
                            .map(Hunk::id)
                            .filter(shown::contains)
                            .map(all::get)
                            .map(each -> change(each, known))
                            .toList();
            if (changes.isEmpty()) {
                continue;
            }
            String name = names.getOrDefault(Explanation.part(line.hunks().getFirst().place()), "");
            if (told.isEmpty() || !told.getLast().name().equals(name)) {
                told.add(new WhySheets.Part(name, new ArrayList<>()));
            }
            told.getLast().lines().add(new WhySheets.Line(line.spans(), changes));
        }
        return told;
    }

    private static WhySheets.Change change(Explained explained, CauseWords.Known known) {
        Hunk hunk = explained.hunk();
        boolean worded = hunk.kind() != Hunk.Kind.RESHAPED;
        return new WhySheets.Change(
                explained,
                "answer.hunk." + Explanation.kind(hunk),
                worded ? hunk.former() : "",
                worded ? hunk.later() : "",
                explained.causes().stream().map(known::told).toList(),
                explained.refused().stream().map(known::told).toList(),
                explained.doubtful().stream().map(known::told).toList());
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(WHY)
    Answer give(@PathVariable String id, HttpServletRequest request, Submission sent) {
        Query query = AnswerDesk.sentFrom(request);
        TextVersion version = desk.version(id, Right.DRAFT_TEXTS);
        Form form = CauseForm.of(words.decisions(version)).read(sent);
        boolean all = CauseForm.all(form);
        List<String> chosen =
                all
                        ? wanted(version, query).stream().map(each -> each.hunk().id()).toList()
                        : sent.values("hunk");
        Form checked = CauseForm.checked(form, words.decisions(version), chosen);
        Set<String> ticked = Set.copyOf(sent.values("hunk"));
        if (checked.wrong()) {
            return why(version, query, checked, ticked, REFUSED);
        }
        Optional<Cause.Source> source = source(version, checked);
        if (source.isEmpty()) {
            return why(
                    version,
                    query,
                    checked.refuse(CauseForm.OBSERVATION, "answer.cause.no-observation"),
                    ticked,
                    REFUSED);
        }
        try {
            int said = answers.causes().give(Actor.self(), version, chosen, source.get());
            return Redirect.to(query.without("page").changed(Map.of()))
                    .saying(Notice.done("answer.done.explained", Integer.toString(said)));
        } catch (Fault e) {
            return why(version, query, CauseForm.refused(checked, e), ticked, REFUSED);
        }
    }

    private List<Explained> wanted(TextVersion version, Query query) {
        TextVersion former =
                answers.causes().former(version).orElseThrow(() -> new Fault(AnswerFault.FIRST));
        Explanation explanation = answers.causes().explanation(version);
        List<Option> parts = parts(version, former, explanation);
        Form filters = WhyFilters.read(query, parts);
        return explanation.changes().stream().filter(filter(former, filters, parts)).toList();
    }

    private Optional<Cause.Source> source(TextVersion version, Form form) {
        return switch (form.get(CauseForm.SOURCE)) {
            case "observation" ->
                    answers.causes()
                            .former(version)
                            .flatMap(
                                    former ->
                                            answers.register()
                                                    .byNumber(
                                                            former.id(),
                                                            form.get(CauseForm.OBSERVATION)
                                                                    .intValue()))
                            .map(Cause.OfObservation::new);
            case "decision" ->
                    form.find(CauseForm.decision(words.decisions(version)))
                            .flatMap(Ids::read)
                            .map(each -> answers.causes().ofDecision(version, each));
            default -> Optional.of(new Cause.Editorial(form.get(CauseForm.NOTE)));
        };
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(CAUSE + "/end")
    Answer takeBack(
            @PathVariable String id, @PathVariable String cause, HttpServletRequest request) {
        TextVersion version = desk.version(id, Right.DRAFT_TEXTS);
        answers.causes().takeBack(Actor.self(), version, read(cause));
        return back(version, AnswerDesk.sentFrom(request))
                .saying(Notice.done("answer.done.taken-back"));
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(CAUSE + "/confirm/{hunk:[0-9a-f]{32}}")
    Answer confirm(
            @PathVariable String id,
            @PathVariable String cause,
            @PathVariable String hunk,
            HttpServletRequest request) {
        TextVersion version = desk.version(id, Right.DRAFT_TEXTS);
        answers.causes().confirm(Actor.self(), version, read(cause), hunk);
        return back(version, AnswerDesk.sentFrom(request))
                .saying(Notice.done("answer.done.confirmed"));
    }

    private static UUID read(String id) {
        return Ids.read(id).orElseThrow(() -> new Fault(AnswerFault.UNKNOWN));
    }

    private static Redirect back(TextVersion version, Query query) {
        return Redirect.to(
                new Query(AnswerPaths.why(version.id()), query.parameters()).changed(Map.of()));
    }
}
