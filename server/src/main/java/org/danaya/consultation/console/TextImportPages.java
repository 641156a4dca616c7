package org.danaya.consultation.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.consultation.Understood;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.text.TextFault;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Role;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Comparison;
import org.danaya.text.redline.Piece;
import org.danaya.text.redline.Redline;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A file becomes the next version, once somebody has seen what was understood of it. */
@Controller
class TextImportPages {

    private static final String PATH = TextDesk.PATH + TextDesk.ID + "/import";
    private static final String ONE = PATH + "/{file:[0-9a-f-]{36}}";
    private static final int REFUSED = 422;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Field<Upload> FILE = Field.file("file", 10 << 20);

    private final Texts texts;
    private final TextDesk desk;

    TextImportPages(Texts texts, TextDesk desk) {
        this.texts = texts;
        this.desk = desk;
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(PATH)
    Answer blank(@PathVariable String id) {
        return asking(desk.dossier(id, Right.DRAFT_TEXTS), form(), 200);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(PATH)
    Answer upload(@PathVariable String id, Submission sent) {
        Dossier dossier = desk.dossier(id, Right.DRAFT_TEXTS);
        Form form = form().read(sent);
        if (form.wrong()) {
            return asking(dossier, form, REFUSED);
        }
        try {
            Understood understood =
                    texts.drafting().understand(Actor.self(), dossier, form.get(FILE));
            return Redirect.to(TextDesk.path(dossier) + "/import/" + understood.id());
        } catch (TextFault e) {
            Form refused = form.refuse(FILE, "fault." + e.code(), e.facts().toArray());
            return asking(dossier, refused, REFUSED);
        }
    }

    private static Form form() {
        return Form.of("consultation.import", FILE);
    }

    private static Answer asking(Dossier dossier, Form form, int status) {
        return new Asked(
                        "consultation.import",
                        dossier.title(),
                        "consultation.import.intro",
                        TextDesk.up(dossier),
                        form,
                        TextDesk.path(dossier) + "/import",
                        "consultation.import.submit",
                        TextDesk.path(dossier),
                        false)
                .page(status);
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(ONE)
    Answer preview(@PathVariable String id, @PathVariable String file) {
        Dossier dossier = desk.dossier(id, Right.DRAFT_TEXTS);
        Optional<TextVersion> became = texts.drafting().became(read(file), dossier);
        if (became.isPresent()) {
            return taken(became.get());
        }
        texts.drafting().needWaiting(Actor.self(), read(file), dossier);
        Understood understood = texts.drafting().understood(Actor.self(), read(file));
        List<TextVersion> versions = texts.register().versions(dossier.id());
        Flow flow = understood.flow();
        Flow text = flow;
        return Page.of(
                "consultation/preview",
                new Sheets.Preview(
                        dossier,
                        understood,
                        (int) flow.lines().count(),
                        (int) flow.lines().filter(line -> !line.opens().isEmpty()).count(),
                        (int) WORD.matcher(flow.words()).results().count(),
                        flow.lines()
                                .filter(line -> line.role() == Role.HEADING)
                                .map(
                                        line ->
                                                new Sheets.Heading(
                                                        line.level(),
                                                        (line.number() + " " + line.text())
                                                                .strip()))
                                .toList(),
                        versions.isEmpty()
                                ? Optional.empty()
                                : Optional.of(compared(versions.getLast(), flow)),
                        versions.stream()
                                .filter(TextVersion.Draft.class::isInstance)
                                .map(draft -> draft.head().number())
                                .findFirst(),
                        TextDesk.path(dossier) + "/import/" + understood.id(),
                        text));
    }

    private Sheets.Compared compared(TextVersion before, Flow after) {
        Redline redline = Comparison.compare(texts.register().text(before).flow(), after);
        long same = 0;
        long changed = 0;
        long moved = 0;
        long inserted = 0;
        long deleted = 0;
        for (Change change : redline.changes()) {
            switch (change) {
                case Change.Kept kept -> {
                    boolean unchanged =
                            kept.pieces().stream().allMatch(Piece.Same.class::isInstance);
                    same += unchanged ? 1 : 0;
                    changed += unchanged ? 0 : 1;
                }
                case Change.Table table -> {
                    boolean unchanged = table.before().equals(table.after());
                    same += unchanged ? 1 : 0;
                    changed += unchanged ? 0 : 1;
                }
                case Change.MovedTo _ -> moved++;
                case Change.Inserted _ -> inserted++;
                case Change.Deleted _ -> deleted++;
                case Change.MovedFrom _ -> {}
            }
        }
        return new Sheets.Compared(before.head().number(), same, changed, moved, inserted, deleted);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(ONE)
    Answer take(@PathVariable String id, @PathVariable String file) {
        Dossier dossier = desk.dossier(id, Right.DRAFT_TEXTS);
        Optional<TextVersion> became = texts.drafting().became(read(file), dossier);
        if (became.isPresent()) {
            return taken(became.get());
        }
        texts.drafting().needWaiting(Actor.self(), read(file), dossier);
        TextVersion version = texts.drafting().take(Actor.self(), read(file));
        return Redirect.to(TextDesk.path(version))
                .saying(
                        Notice.done(
                                "consultation.done.imported",
                                Integer.toString(version.head().number())));
    }

    /** Who goes back to a file that has become a version is led to that version. */
    private static Answer taken(TextVersion version) {
        return Redirect.to(TextDesk.path(version))
                .saying(
                        Notice.info(
                                "consultation.import.became",
                                Integer.toString(version.head().number())));
    }

    private static UUID read(String file) {
        return Ids.read(file).orElseThrow(() -> new Fault(ConsultationFault.IMPORT_GONE));
    }
}
