package org.danaya.consultation.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.danaya.access.Accounts;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Freezing;
import org.danaya.consultation.Orphan;
import org.danaya.consultation.ParsedText;
import org.danaya.consultation.Publishing;
import org.danaya.consultation.Stage;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.consultation.UnsavedWords;
import org.danaya.consultation.VersionEvent;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Deed;
import org.danaya.page.Download;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.View;
import org.danaya.people.Persons;
import org.danaya.text.file.TextFiles;
import org.danaya.text.file.TextForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A version: its text, its way, its files. */
@Controller
class TextVersionPages {

    private static final String ONE = TextDesk.PATH + "/versions" + TextDesk.ID;
    private static final int REFUSED = 422;
    private static final Field<String> REVISION = Field.text("revision", 9).hidden();
    private static final Field<String> REASON = Field.area("reason", 1000);

    private final Texts texts;
    private final TextDesk desk;
    private final Accounts accounts;
    private final Persons persons;
    private final UnsavedWords unsaved;

    TextVersionPages(
            Texts texts, TextDesk desk, Accounts accounts, Persons persons, UnsavedWords unsaved) {
        this.texts = texts;
        this.desk = desk;
        this.accounts = accounts;
        this.persons = persons;
        this.unsaved = unsaved;
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(ONE)
    Answer one(@PathVariable String id) {
        TextVersion version = desk.version(id, Right.READ_TEXTS);
        Dossier dossier = desk.dossier(version);
        return Page.of(
                "consultation/version",
                new Sheets.Reading(
                        dossier,
                        version,
                        TextDesk.tag(version),
                        deeds(dossier, version),
                        texts.adopting().noted(version.id()),
                        texts.register().history(version.id()).stream()
                                .map(this::happened)
                                .toList(),
                        Arrays.stream(TextForm.values()).map(TextForm::code).toList(),
                        texts.register()
                                .before(version)
                                .map(_ -> TextDesk.path(version) + "/changes"),
                        texts.register().text(version).flow()));
    }

    private Sheets.Happened happened(VersionEvent event) {
        return new Sheets.Happened(
                "consultation.happened." + event.kind(),
                event.at(),
                persons.get(accounts.get(event.account()).owner().person()).name(),
                event.under().map(VersionEvent.Under::function),
                event.reason());
    }

    private static List<Deed> deeds(Dossier dossier, TextVersion version) {
        List<Deed> deeds = new ArrayList<>();
        String path = TextDesk.path(version);
        if (version instanceof TextVersion.Draft
                && Rights.current().hold(Right.DRAFT_TEXTS, dossier.lead().structure())) {
            deeds.add(new Deed("consultation.deed.edit", path + "/edit", true, false, ""));
        }
        if (!Rights.current().hold(Right.MOVE_TEXTS, dossier.lead().structure())) {
            return deeds;
        }
        if (version instanceof TextVersion.Draft) {
            deeds.add(
                    new Deed(
                            "consultation.deed.freeze",
                            path + "/freeze",
                            deeds.isEmpty(),
                            false,
                            ""));
        }
        if (version instanceof TextVersion.Fixed fixed) {
            for (Stage stage : Stage.values()) {
                if (fixed.stage().next().contains(stage)) {
                    deeds.add(
                            new Deed(
                                    "consultation.deed." + stage.code(),
                                    path + "/move/" + stage.code(),
                                    deeds.isEmpty(),
                                    stage == Stage.RETURNED,
                                    ""));
                }
            }
            if (TextAdoptionPages.can(version)) {
                deeds.add(new Deed("consultation.deed.adopt", path + "/adopt", false, false, ""));
            }
            deeds.add(new Deed("consultation.deed.withdraw", path + "/withdraw", false, true, ""));
        }
        if (Publishing.can(version)) {
            deeds.add(new Deed("consultation.deed.publish", path + "/publish", true, false, ""));
            deeds.add(new Deed("consultation.deed.correct", path + "/correct", false, false, ""));
        }
        return deeds;
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(ONE + "/text.{form:[a-z]{2,4}}")
    Answer file(@PathVariable String id, @PathVariable String form) {
        TextVersion version = desk.version(id, Right.READ_TEXTS);
        TextForm wanted = TextForm.of(form).orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
        Dossier dossier = desk.dossier(version);
        return new Download(
                TextDesk.filename(dossier, version, wanted.ending()),
                wanted.type(),
                (view, out) -> out.write(written(dossier, version, wanted, view)));
    }

    private byte[] written(Dossier dossier, TextVersion version, TextForm form, View view) {
        if (form == TextForm.AKN) {
            // The exact bytes whose hash is shown.
            return texts.register().akn(version);
        }
        ParsedText text = texts.register().text(version);
        return TextFiles.write(
                text.root(), text.flow(), form, TextShow.imprinted(dossier, version, view));
    }

    @Needs(Right.MOVE_TEXTS)
    @GetMapping(ONE + "/freeze")
    Answer look(@PathVariable String id) {
        TextVersion version = desk.version(id, Right.MOVE_TEXTS);
        if (!(version instanceof TextVersion.Draft draft)) {
            throw new Fault(ConsultationFault.WRONG_STATE, version.code());
        }
        List<Orphan> orphans = texts.way().orphans(version.id());
        return orphans.isEmpty() ? freezing(draft) : standing(version, orphans);
    }

    private Answer freezing(TextVersion.Draft draft) {
        Form form =
                Form.of("consultation.freeze", REVISION)
                        .with(REVISION, Integer.toString(draft.revision()));
        return Page.of(
                "consultation/freeze",
                new Sheets.Freeze(
                        sheet(draft, "freeze", "/freeze", form, false), unsaved.of(draft.id())));
    }

    private Answer standing(TextVersion version, List<Orphan> orphans) {
        return Page.of(
                "consultation/standing",
                new Sheets.Standing(
                        desk.dossier(version),
                        version,
                        orphans,
                        TextDesk.path(version) + "/freeze"));
    }

    @Needs(value = Right.MOVE_TEXTS, freshly = true)
    @PostMapping(ONE + "/freeze")
    Answer freeze(@PathVariable String id, Submission sent) {
        TextVersion version = desk.version(id, Right.MOVE_TEXTS);
        String typed =
                Form.of("consultation.freeze", REVISION).read(sent).find(REVISION).orElse("");
        int revision = typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
        return switch (texts.way().freeze(Actor.self(), version.id(), revision)) {
            case Freezing.Frozen _ ->
                    Redirect.to(TextDesk.path(version))
                            .saying(Notice.done("consultation.done.frozen"));
            case Freezing.Orphans(List<Orphan> orphans) -> standing(version, orphans);
        };
    }

    @Needs(Right.MOVE_TEXTS)
    @GetMapping(ONE + "/move/{stage:[a-z-]{2,30}}")
    Answer askToMove(@PathVariable String id, @PathVariable String stage) {
        TextVersion version = desk.version(id, Right.MOVE_TEXTS);
        return moving(version, stage(version, stage), reason(stage), 200);
    }

    @Needs(value = Right.MOVE_TEXTS, freshly = true)
    @PostMapping(ONE + "/move/{stage:[a-z-]{2,30}}")
    Answer move(@PathVariable String id, @PathVariable String stage, Submission sent) {
        TextVersion version = desk.version(id, Right.MOVE_TEXTS);
        Stage to = stage(version, stage);
        Form form = reason(stage).read(sent);
        if (form.wrong()) {
            return moving(version, to, form, REFUSED);
        }
        texts.way().move(Actor.self(), version.id(), to, form.find(REASON));
        return Redirect.to(TextDesk.path(version))
                .saying(Notice.done("consultation.done." + to.code()));
    }

    private static Stage stage(TextVersion version, String code) {
        return Stage.of(code)
                .filter(
                        stage ->
                                version instanceof TextVersion.Fixed fixed
                                        && fixed.stage().next().contains(stage))
                .orElseThrow(() -> new Fault(ConsultationFault.WRONG_STATE, version.code()));
    }

    /** Why is asked for where a text is sent back; it may be said elsewhere. */
    private static Form reason(String stage) {
        return Form.of(
                "consultation.move",
                stage.equals(Stage.RETURNED.code()) ? REASON : REASON.optional());
    }

    private Answer moving(TextVersion version, Stage to, Form form, int status) {
        return asking(version, to.code(), "/move/" + to.code(), form, to == Stage.RETURNED, status);
    }

    @Needs(Right.MOVE_TEXTS)
    @GetMapping(ONE + "/withdraw")
    Answer askToWithdraw(@PathVariable String id) {
        return withdrawing(desk.version(id, Right.MOVE_TEXTS), withdrawal(), 200);
    }

    @Needs(value = Right.MOVE_TEXTS, freshly = true)
    @PostMapping(ONE + "/withdraw")
    Answer withdraw(@PathVariable String id, Submission sent) {
        TextVersion version = desk.version(id, Right.MOVE_TEXTS);
        Form form = withdrawal().read(sent);
        if (form.wrong()) {
            return withdrawing(version, form, REFUSED);
        }
        texts.way().withdraw(Actor.self(), version.id(), form.get(REASON));
        return Redirect.to(TextDesk.path(version))
                .saying(Notice.done("consultation.done.withdrawn"));
    }

    private static Form withdrawal() {
        return Form.of("consultation.move", REASON);
    }

    private Answer withdrawing(TextVersion version, Form form, int status) {
        return asking(version, "withdraw", "/withdraw", form, true, status);
    }

    private Answer asking(
            TextVersion version, String what, String path, Form form, boolean danger, int status) {
        return sheet(version, what, path, form, danger).page(status);
    }

    private Asked sheet(TextVersion version, String what, String path, Form form, boolean danger) {
        Dossier dossier = desk.dossier(version);
        return new Asked(
                "consultation.ask." + what,
                Integer.toString(version.head().number()),
                "consultation.ask." + what + ".intro",
                TextDesk.up(dossier),
                form,
                TextDesk.path(version) + path,
                "consultation.ask." + what + ".submit",
                TextDesk.path(version),
                danger);
    }
}
