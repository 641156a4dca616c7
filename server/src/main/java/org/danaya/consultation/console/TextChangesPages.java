package org.danaya.consultation.console;

import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.form.Query;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.text.file.TextFiles;
import org.danaya.text.file.TextForm;
import org.danaya.text.redline.Redline;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What changed between two versions of a text, on screen and in files. */
@Controller
class TextChangesPages {

    private static final String ONE = TextDesk.PATH + "/versions" + TextDesk.ID + "/changes";
    private static final List<TextForm> FORMS = List.of(TextForm.DOCX, TextForm.PDF, TextForm.HTML);

    private final Texts texts;
    private final TextDesk desk;

    TextChangesPages(Texts texts, TextDesk desk) {
        this.texts = texts;
        this.desk = desk;
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(ONE)
    Answer changes(@PathVariable String id, Query query) {
        TextVersion after = desk.version(id, Right.READ_TEXTS);
        Dossier dossier = desk.dossier(after);
        TextVersion before = since(after, query);
        Redline redline = texts.register().redline(before, after);
        return Page.of(
                "consultation/changes",
                new Sheets.Changes(
                        dossier,
                        before,
                        after,
                        texts.register().versions(dossier.id()).stream()
                                .filter(each -> !each.id().equals(after.id()))
                                .map(
                                        each ->
                                                new Sheets.Other(
                                                        each.head().number(),
                                                        TextDesk.path(after)
                                                                + "/changes?since="
                                                                + each.head().number(),
                                                        each.id().equals(before.id())))
                                .toList(),
                        FORMS.stream().map(TextForm::code).toList(),
                        TextDesk.path(after) + "/changes",
                        redline));
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(ONE + ".{form:[a-z]{3,4}}")
    Answer file(@PathVariable String id, @PathVariable String form, Query query) {
        TextVersion after = desk.version(id, Right.READ_TEXTS);
        Dossier dossier = desk.dossier(after);
        TextVersion before = since(after, query);
        TextForm wanted =
                TextForm.of(form)
                        .filter(FORMS::contains)
                        .orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
        Redline redline = texts.register().redline(before, after);
        return new Download(
                dossier.slug()
                        + "-v"
                        + before.head().number()
                        + "-v"
                        + after.head().number()
                        + "."
                        + wanted.ending(),
                wanted.type(),
                (view, out) ->
                        out.write(
                                TextFiles.write(
                                        redline,
                                        wanted,
                                        TextShow.imprinted(dossier, after, view))));
    }

    /** The version that it is compared with: the one that was asked for, or the one before. */
    private TextVersion since(TextVersion after, Query query) {
        String number = query.text("since");
        Optional<TextVersion> asked =
                texts.register().versions(after.head().dossier()).stream()
                        .filter(each -> Integer.toString(each.head().number()).equals(number))
                        .filter(each -> !each.id().equals(after.id()))
                        .findFirst();
        if (asked.isEmpty() && !number.isEmpty()) {
            throw new Fault(ConsultationFault.UNKNOWN);
        }
        return asked.or(() -> texts.register().before(after))
                .orElseThrow(() -> new Fault(ConsultationFault.NOTHING_BEFORE));
    }
}
