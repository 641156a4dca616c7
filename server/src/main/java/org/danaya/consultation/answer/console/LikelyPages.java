package org.danaya.consultation.answer.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.AnswerFault;
import org.danaya.consultation.answer.AnswerOutcome;
import org.danaya.consultation.answer.AnswerPaths;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.Disposition;
import org.danaya.consultation.answer.Entry;
import org.danaya.consultation.answer.Likeness;
import org.danaya.consultation.answer.MatrixSearch;
import org.danaya.consultation.console.TextDesk;
import org.danaya.consultation.observation.Sight;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.table.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Observations that say nearly the same: proposed, and confirmed by a person. */
@Controller
class LikelyPages {

    private static final String LIKELY = AnswerPages.MATRIX + "/duplicates";

    /** Groups on a page. */
    private static final int SHOWN = 20;

    private final Answers answers;
    private final TextDesk desk;
    private final AnswerDesk shown;

    LikelyPages(Answers answers, TextDesk desk, AnswerDesk shown) {
        this.answers = answers;
        this.desk = desk;
        this.shown = shown;
    }

    @Needs(Right.DECIDE_OBSERVATIONS)
    @GetMapping(LIKELY)
    Answer look(@PathVariable String id) {
        TextVersion version = desk.version(id, Right.DECIDE_OBSERVATIONS);
        List<Entry> entries =
                answers
                        .register()
                        .list(
                                MatrixSearch.all(version.id()),
                                Sight.current(),
                                "",
                                0,
                                Table.MOST_EXPORTED)
                        .stream()
                        .filter(each -> !each.disposition().equals("duplicate"))
                        .toList();
        List<List<Entry>> groups = Likeness.groups(entries);
        return Page.of(
                "answer/likely",
                new AnswerSheets.Likely(
                        desk.dossier(version),
                        version,
                        AnswerPaths.matrix(version.id()),
                        groups.stream().limit(SHOWN).map(this::group).toList(),
                        Math.max(0, groups.size() - SHOWN)));
    }

    private AnswerSheets.Group group(List<Entry> entries) {
        List<AnswerSheets.Row> rows = shown.rows(entries);
        return new AnswerSheets.Group(rows.getFirst(), rows.subList(1, rows.size()));
    }

    @Needs(Right.DECIDE_OBSERVATIONS)
    @PostMapping(LIKELY)
    Answer confirm(@PathVariable String id, Submission sent) {
        TextVersion version = desk.version(id, Right.DECIDE_OBSERVATIONS);
        UUID of =
                sent.values("of").stream()
                        .findFirst()
                        .flatMap(Ids::read)
                        .orElseThrow(() -> new Fault(AnswerFault.UNKNOWN));
        Map<UUID, Integer> seen = AnswerPages.chosen(sent);
        AnswerOutcome outcome =
                answers.answering()
                        .answer(
                                Actor.self(),
                                version,
                                seen,
                                new Disposition.Duplicate(of, ""),
                                Optional.empty());
        return AnswerPages.said(
                Redirect.to(AnswerPaths.matrix(version.id()) + "/duplicates"), outcome);
    }
}
