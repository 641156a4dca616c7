package org.danaya.consultation.answer.console;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.AnswerFault;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.Explanation.Explained;
import org.danaya.consultation.console.TextDesk;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Needs;
import org.danaya.page.View;
import org.danaya.text.form.Legend;
import org.danaya.text.pdf.Imprint;
import org.danaya.text.pdf.Pdf;
import org.danaya.text.redline.Redline;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What changed in a version, with why after each line, on paper. */
@Controller
class WhyPaperPages {

    private final TextRegister texts;
    private final Answers answers;
    private final TextDesk desk;
    private final CauseWords words;

    WhyPaperPages(TextRegister texts, Answers answers, TextDesk desk, CauseWords words) {
        this.texts = texts;
        this.answers = answers;
        this.desk = desk;
        this.words = words;
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(TextDesk.PATH + "/versions" + TextDesk.ID + "/why.pdf")
    Answer paper(@PathVariable String id) {
        TextVersion version = desk.version(id, Right.READ_TEXTS);
        TextVersion former =
                answers.causes().former(version).orElseThrow(() -> new Fault(AnswerFault.FIRST));
        Dossier dossier = desk.dossier(version);
        List<Explained> changes = answers.causes().explanation(version).changes();
        CauseWords.Known known = words.known(version);
        Map<String, List<WhySheets.Told>> told = new HashMap<>();
        changes.forEach(
                each ->
                        told.put(
                                each.hunk().id(),
                                each.causes().stream().map(known::told).toList()));
        Redline redline = texts.redline(former, version);
        String name = dossier.slug() + "-v" + version.head().number() + "-pourquoi.pdf";
        return new Download(
                name.toLowerCase(Locale.ROOT),
                MediaType.APPLICATION_PDF_VALUE,
                (view, out) -> {
                    Map<String, List<String>> why = new HashMap<>();
                    told.forEach((change, causes) -> why.put(change, sentences(view, causes)));
                    out.write(Pdf.of(redline, why, imprint(view, dossier, version)));
                });
    }

    private static List<String> sentences(View view, List<WhySheets.Told> causes) {
        return causes.isEmpty()
                ? List.of(view.word("answer.why.gap"))
                : causes.stream()
                        .map(each -> view.word(each.key(), each.fact(), each.other()))
                        .toList();
    }

    private static Imprint imprint(View view, Dossier dossier, TextVersion version) {
        return new Imprint(
                dossier.lead().name(),
                version.frozen().orElse(version.head().createdAt()),
                view.word("answer.why.paper.foot", dossier.slug(), version.head().number()),
                false,
                Imprint.Sheet.UPRIGHT,
                Legend.of(view.language().code()));
    }
}
