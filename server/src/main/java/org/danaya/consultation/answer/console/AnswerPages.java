package org.danaya.consultation.answer.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.AnswerFault;
import org.danaya.consultation.answer.AnswerOutcome;
import org.danaya.consultation.answer.AnswerPaths;
import org.danaya.consultation.answer.Answering;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.Disposition;
import org.danaya.consultation.answer.Entry;
import org.danaya.consultation.answer.Given;
import org.danaya.consultation.answer.MatrixSearch;
import org.danaya.consultation.console.TextDesk;
import org.danaya.consultation.observation.Parts;
import org.danaya.consultation.observation.Sight;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.table.Table;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The matrix: every observation on a version, with what became of it; many answered at once. */
@Controller
class AnswerPages {

    static final String MATRIX = TextDesk.PATH + "/versions" + TextDesk.ID + "/answers";
    private static final int REFUSED = 422;
    private static final int MEANWHILE = 409;
    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final TextRegister texts;
    private final Answers answers;
    private final TextDesk desk;
    private final AnswerDesk shown;

    AnswerPages(TextRegister texts, Answers answers, TextDesk desk, AnswerDesk shown) {
        this.texts = texts;
        this.answers = answers;
        this.desk = desk;
        this.shown = shown;
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(MATRIX)
    Answer matrix(@PathVariable String id, Query query) {
        TextVersion version = desk.version(id, Right.READ_TEXTS);
        Dossier dossier = desk.dossier(version);
        Form form = DispositionForm.many(shown.sessions(dossier));
        return matrix(dossier, version, query, new Shown(form, 200, List.of(), Map.of()));
    }

    /** What the page shows beside the table. */
    private record Shown(
            Form form, int status, List<AnswerSheets.Row> meanwhile, Map<UUID, Integer> ticked) {}

    private Answer matrix(Dossier dossier, TextVersion version, Query query, Shown beside) {
        MatrixView view = view(version);
        Table.Asked asked = view.table().asked(query);
        MatrixSearch search = view.search(asked.filters());
        Sight sight = Sight.current();
        List<AnswerSheets.Row> rows =
                shown.rows(
                        answers.register()
                                .list(
                                        search,
                                        sight,
                                        asked.orderBy(),
                                        asked.offset(),
                                        asked.limit()));
        if (asked.away()) {
            return view.table().download(asked, name(dossier, version), rows);
        }
        return Page.of(
                        "answer/matrix",
                        new AnswerSheets.Matrix(
                                dossier,
                                version,
                                AnswerPaths.matrix(version.id()),
                                shown.may(dossier, version),
                                answers.register().fixed(version.id()),
                                answers.register().tally(version.id()),
                                view.table()
                                        .show(asked, rows, answers.register().count(search, sight)),
                                rows.stream()
                                        .filter(each -> !isOf(each, beside.meanwhile()))
                                        .toList(),
                                beside.meanwhile(),
                                elsewhere(version, rows, beside.ticked().keySet()),
                                beside.ticked(),
                                next(version).map(each -> AnswerPaths.why(each.id())),
                                beside.form()))
                .status(beside.status());
    }

    /** Those that are ticked and not shown: on another page, or not found any more. */
    private List<AnswerSheets.Row> elsewhere(
            TextVersion version, List<AnswerSheets.Row> rows, Set<UUID> ticked) {
        Set<UUID> here =
                rows.stream().map(each -> each.entry().observation()).collect(Collectors.toSet());
        return shown.rows(
                ticked.stream()
                        .filter(each -> !here.contains(each))
                        .limit(Answering.MOST)
                        .flatMap(each -> answers.register().find(each, Sight.current()).stream())
                        .filter(each -> each.version().equals(version.id()))
                        .toList());
    }

    private MatrixView view(TextVersion version) {
        return new MatrixView(
                version.id(), answers.register(), Parts.of(texts.text(version).flow()));
    }

    private static boolean isOf(AnswerSheets.Row row, List<AnswerSheets.Row> some) {
        return some.stream()
                .anyMatch(each -> each.entry().observation().equals(row.entry().observation()));
    }

    private static String name(Dossier dossier, TextVersion version) {
        return (dossier.slug() + "-v" + version.head().number() + "-observations")
                .toLowerCase(Locale.ROOT);
    }

    /** The version that followed, also a draft. */
    private Optional<TextVersion> next(TextVersion version) {
        return texts.versions(version.head().dossier()).stream()
                .filter(each -> each.head().number() > version.head().number())
                .filter(each -> !(each instanceof TextVersion.Abandoned))
                .findFirst();
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(MATRIX + ".{form:pdf|docx}")
    Answer paper(@PathVariable String id, @PathVariable String form, Query query) {
        TextVersion version = desk.version(id, Right.READ_TEXTS);
        Dossier dossier = desk.dossier(version);
        MatrixView view = view(version);
        MatrixSearch search = view.search(view.table().asked(query).filters());
        List<AnswerSheets.Row> rows =
                shown.rows(
                        answers.register()
                                .list(search, Sight.current(), "", 0, Table.MOST_EXPORTED));
        return new Download(
                name(dossier, version) + "." + form,
                form.equals("pdf") ? MediaType.APPLICATION_PDF_VALUE : DOCX,
                (words, out) -> {
                    MatrixPaper paper = new MatrixPaper(words, dossier, version);
                    out.write(form.equals("pdf") ? paper.pdf(rows) : paper.docx(rows));
                });
    }

    @Needs(Right.DECIDE_OBSERVATIONS)
    @PostMapping(MATRIX)
    Answer many(@PathVariable String id, HttpServletRequest request, Submission sent) {
        Query query = AnswerDesk.sentFrom(request);
        TextVersion version = desk.version(id, Right.DECIDE_OBSERVATIONS);
        Dossier dossier = desk.dossier(version);
        List<Option> sessions = shown.sessions(dossier);
        Map<UUID, Integer> ticked = chosen(sent);
        Form form = DispositionForm.checked(DispositionForm.many(sessions).read(sent));
        if (form.wrong()) {
            return matrix(dossier, version, query, refused(form, ticked));
        }
        Optional<Disposition> disposition =
                DispositionForm.disposition(
                        form, number -> answers.register().byNumber(version.id(), number));
        if (disposition.isEmpty()) {
            Form refused = form.refuse(DispositionForm.OTHER, "answer.cause.no-observation");
            return matrix(dossier, version, query, refused(refused, ticked));
        }
        try {
            Map<UUID, Integer> seen =
                    form.get(DispositionForm.SCOPE).equals("all") ? found(version, query) : ticked;
            if (seen.isEmpty()) {
                Form refused = form.refuse(DispositionForm.SCOPE, "answer.form.none-chosen");
                return matrix(dossier, version, query, refused(refused, ticked));
            }
            AnswerOutcome outcome =
                    answers.answering()
                            .answer(
                                    Actor.self(),
                                    version,
                                    seen,
                                    disposition.get(),
                                    DispositionForm.session(form, sessions));
            if (!outcome.meanwhile().isEmpty()) {
                List<AnswerSheets.Row> meanwhile = rows(outcome.meanwhile());
                return matrix(
                        dossier, version, query, new Shown(form, MEANWHILE, meanwhile, Map.of()));
            }
            return said(Redirect.to(query.changed(Map.of())), outcome);
        } catch (Fault e) {
            Form refused = DispositionForm.refused(form, sessions, e);
            return matrix(dossier, version, query, refused(refused, ticked));
        }
    }

    private static Shown refused(Form form, Map<UUID, Integer> ticked) {
        return new Shown(form, REFUSED, List.of(), ticked);
    }

    private List<AnswerSheets.Row> rows(List<Given> given) {
        return shown.rows(
                given.stream()
                        .map(each -> answers.register().get(each.observation(), Sight.current()))
                        .toList());
    }

    static Redirect said(Redirect redirect, AnswerOutcome outcome) {
        Redirect said = redirect;
        if (!outcome.given().isEmpty()) {
            said = said.saying(Notice.done("answer.done.answered", outcome.given().size()));
        }
        if (!outcome.meanwhile().isEmpty()) {
            said = said.saying(Notice.warning("answer.done.meanwhile", outcome.meanwhile().size()));
        }
        if (!outcome.own().isEmpty()) {
            String numbers = outcome.own().toString().replaceAll("[\\[\\]]", "");
            said = said.saying(Notice.warning("answer.done.own", numbers));
        }
        return said;
    }

    /** All that the filters find. */
    private Map<UUID, Integer> found(TextVersion version, Query query) {
        MatrixView view = view(version);
        MatrixSearch search = view.search(view.table().asked(query).filters());
        List<Entry> entries =
                answers.register().list(search, Sight.current(), "", 0, Answering.MOST + 1);
        if (entries.size() > Answering.MOST) {
            throw new Fault(AnswerFault.TOO_MANY, Answering.MOST);
        }
        Map<UUID, Integer> seen = new LinkedHashMap<>();
        entries.forEach(each -> seen.put(each.observation(), each.place()));
        return seen;
    }

    /** Those that were ticked, each with the place of the answer that was looked at. */
    static Map<UUID, Integer> chosen(Submission sent) {
        Map<UUID, Integer> seen = new LinkedHashMap<>();
        for (String each : sent.values("chosen")) {
            int colon = each.indexOf(':');
            if (colon > 0 && each.substring(colon + 1).matches("[0-9]{1,6}")) {
                int place = Integer.parseInt(each.substring(colon + 1));
                Ids.read(each.substring(0, colon)).ifPresent(id -> seen.put(id, place));
            }
        }
        return seen;
    }
}
