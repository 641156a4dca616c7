package org.danaya.consultation.answer.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.AnswerFault;
import org.danaya.consultation.answer.AnswerOutcome;
import org.danaya.consultation.answer.AnswerPaths;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.Disposition;
import org.danaya.consultation.answer.Entry;
import org.danaya.consultation.answer.Given;
import org.danaya.consultation.answer.MatrixSearch;
import org.danaya.consultation.console.TextDesk;
import org.danaya.consultation.observation.Sight;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One observation, the answers that it was given, and a further one. */
@Controller
class AnswerOnePages {

    private static final String ONE = AnswerPages.MATRIX + "/{observation:[0-9a-f-]{36}}";
    private static final int REFUSED = 422;
    private static final int MEANWHILE = 409;

    private final Answers answers;
    private final TextDesk desk;
    private final AnswerDesk shown;

    AnswerOnePages(Answers answers, TextDesk desk, AnswerDesk shown) {
        this.answers = answers;
        this.desk = desk;
        this.shown = shown;
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(ONE)
    Answer look(@PathVariable String id, @PathVariable String observation) {
        TextVersion version = desk.version(id, Right.READ_TEXTS);
        Entry entry = entry(version, observation);
        List<Option> sessions = shown.sessions(desk.dossier(version));
        Form form = DispositionForm.one(sessions, entry.place());
        Form filled =
                entry.last()
                        .map(
                                last ->
                                        DispositionForm.with(
                                                form, sessions, last.disposition(), last.session()))
                        .orElse(form);
        Form whole =
                entry.duplicateOf().isPresent()
                        ? filled.with(DispositionForm.OTHER, (long) entry.duplicateOf().get())
                        : filled;
        return one(version, entry, whole, Optional.empty(), 200);
    }

    private Entry entry(TextVersion version, String observation) {
        UUID id = Ids.read(observation).orElseThrow(() -> new Fault(AnswerFault.UNKNOWN));
        Entry entry = answers.register().get(id, Sight.current());
        if (!entry.version().equals(version.id())) {
            throw new Fault(AnswerFault.UNKNOWN);
        }
        return entry;
    }

    private Answer one(
            TextVersion version, Entry entry, Form form, Optional<Given> meanwhile, int status) {
        Dossier dossier = desk.dossier(version);
        return Page.of(
                        "answer/one",
                        new AnswerSheets.One(
                                dossier,
                                version,
                                shown.rows(List.of(entry)).getFirst(),
                                AnswerPaths.matrix(version.id()),
                                answers.register().history(entry).stream()
                                        .map(shown::told)
                                        .toList(),
                                shown.may(dossier, version),
                                Optional.empty(),
                                form,
                                next(version, entry),
                                meanwhile.map(shown::told)))
                .status(status);
    }

    /** The next one that isn't answered for good. */
    private Optional<String> next(TextVersion version, Entry entry) {
        MatrixSearch open =
                new MatrixSearch(
                        version.id(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("open"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "");
        return answers
                .register()
                .list(open, Sight.current(), "o.number <= " + entry.number(), 0, 2)
                .stream()
                .filter(each -> each.number() != entry.number())
                .findFirst()
                .map(each -> AnswerPaths.answer(version.id(), each.observation()));
    }

    @Needs(Right.DECIDE_OBSERVATIONS)
    @PostMapping(ONE)
    Answer answer(@PathVariable String id, @PathVariable String observation, Submission sent) {
        TextVersion version = desk.version(id, Right.DECIDE_OBSERVATIONS);
        Entry entry = entry(version, observation);
        List<Option> sessions = shown.sessions(desk.dossier(version));
        Form form = DispositionForm.checked(DispositionForm.one(sessions, 0).read(sent));
        if (form.wrong()) {
            return one(version, entry, form, Optional.empty(), REFUSED);
        }
        Optional<Disposition> disposition =
                DispositionForm.disposition(
                        form, number -> answers.register().byNumber(version.id(), number));
        if (disposition.isEmpty()) {
            Form refused = form.refuse(DispositionForm.OTHER, "answer.cause.no-observation");
            return one(version, entry, refused, Optional.empty(), REFUSED);
        }
        AnswerOutcome outcome;
        try {
            outcome =
                    answers.answering()
                            .answer(
                                    Actor.self(),
                                    version,
                                    Map.of(entry.observation(), DispositionForm.place(form)),
                                    disposition.get(),
                                    DispositionForm.session(form, sessions));
        } catch (Fault e) {
            Form refused = DispositionForm.refused(form, sessions, e);
            return one(version, entry, refused, Optional.empty(), REFUSED);
        }
        if (!outcome.own().isEmpty()) {
            throw new Fault(AnswerFault.OWN_OBSERVATION, entry.number());
        }
        if (!outcome.meanwhile().isEmpty()) {
            Given other = outcome.meanwhile().getFirst();
            Form again = form.with(DispositionForm.PLACE, Integer.toString(other.place()));
            return one(version, entry(version, observation), again, Optional.of(other), MEANWHILE);
        }
        return AnswerPages.said(
                Redirect.to(AnswerPaths.answer(version.id(), entry.observation())), outcome);
    }
}
