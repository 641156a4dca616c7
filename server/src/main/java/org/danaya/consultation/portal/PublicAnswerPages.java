package org.danaya.consultation.portal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.Entry;
import org.danaya.consultation.answer.MatrixSearch;
import org.danaya.consultation.observation.Sight;
import org.danaya.form.Query;
import org.danaya.page.Answer;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.table.Pager;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What was asked about a version of a published text and what became of it, for everybody. What is
 * confidential is counted, and nothing else is told of it; no person is named.
 */
@Controller
class PublicAnswerPages {

    /** Nobody's confidential words. */
    static final Sight NOTHING =
            new Sight(new Reach.Structures(Set.of()), new Reach.Structures(Set.of()));

    private static final int ROWS = 50;

    private final PublicDossiers dossiers;
    private final Answers answers;

    PublicAnswerPages(PublicDossiers dossiers, Answers answers) {
        this.dossiers = dossiers;
        this.answers = answers;
    }

    @Open
    @GetMapping(PublicDossiers.ONE + "/answers/{number:[0-9]{1,4}}")
    Answer answers(@PathVariable String slug, @PathVariable int number, Query query) {
        Dossier dossier = dossiers.dossier(slug);
        TextVersion version = dossiers.frozen(dossier, number);
        int all = answers.register().count(MatrixSearch.all(version.id()), NOTHING);
        if (all == 0) {
            throw new Fault(ConsultationFault.UNKNOWN);
        }
        MatrixSearch search = open(version);
        int told = answers.register().count(search, NOTHING);
        int page = query.number("page", 1, 100_000, 1);
        List<Entry> entries =
                answers.register()
                        .list(search, NOTHING, MatrixSearch.BY_NUMBER, (page - 1L) * ROWS, ROWS);
        return Page.of(
                "consultation/public-answers",
                new PublicTexts.Answered(
                        dossier,
                        number,
                        PublicDossiers.path(dossier),
                        told,
                        all - told,
                        changes(dossier, number),
                        entries,
                        answers.register().open(version.id()),
                        new Pager(query, page, ROWS, told)));
    }

    /** Where it is told what changed in the version that followed. */
    private Optional<String> changes(Dossier dossier, int number) {
        return dossiers.frozen(dossier).stream()
                .map(version -> version.head().number())
                .filter(each -> each > number)
                .findFirst()
                .map(each -> PublicDossiers.path(dossier) + "/changes/" + each + "#why");
    }

    /** All that isn't confidential. */
    private static MatrixSearch open(TextVersion version) {
        return new MatrixSearch(
                version.id(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(false),
                Optional.empty(),
                "");
    }
}
