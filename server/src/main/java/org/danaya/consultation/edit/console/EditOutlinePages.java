package org.danaya.consultation.edit.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.consultation.console.TextDesk;
import org.danaya.consultation.edit.DraftEditing;
import org.danaya.consultation.edit.Typed;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.text.edit.Unit;
import org.danaya.text.edit.Units;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The outline of a draft, and what was typed for versions that are no drafts any more. */
@Controller
class EditOutlinePages {

    private final Texts texts;
    private final DraftEditing editing;
    private final EditDesk desk;

    EditOutlinePages(Texts texts, DraftEditing editing, EditDesk desk) {
        this.texts = texts;
        this.editing = editing;
        this.desk = desk;
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(EditDesk.PATH)
    Answer outline(@PathVariable String id) {
        TextVersion version = desk.version(id);
        if (!(version instanceof TextVersion.Draft draft)) {
            return closed(version);
        }
        UUID self = EditDesk.self();
        List<Typed> typed = editing.typed().all(self, version.head().dossier());
        Set<String> begun =
                typed.stream()
                        .filter(each -> each.version().equals(version.id()))
                        .map(Typed::part)
                        .collect(Collectors.toSet());
        Map<String, Set<UUID>> others = editing.typed().others(self, version.id());
        List<EditSheets.Row> rows = new ArrayList<>();
        for (Unit unit : Units.of(editing.root(draft))) {
            rows.add(
                    new EditSheets.Row(
                            unit.address(),
                            EditDesk.encoded(unit.address()),
                            EditDesk.name(unit),
                            Math.min(unit.depth(), 6),
                            unit.isPart(),
                            begun.remove(unit.address()),
                            desk.who(others.getOrDefault(unit.address(), Set.of()))));
        }
        List<Typed> elsewhere =
                typed.stream()
                        .filter(
                                each ->
                                        !each.version().equals(version.id())
                                                || begun.contains(each.part()))
                        .toList();
        return Page.of(
                "edit/outline",
                new EditSheets.Outline(
                        desk.sheet(version),
                        rows,
                        editing.undoable(self, draft),
                        waiting(elsewhere)));
    }

    private List<EditSheets.Waiting> waiting(List<Typed> typed) {
        return typed.stream()
                .map(
                        each ->
                                new EditSheets.Waiting(
                                        each.version().toString(),
                                        texts.register().version(each.version()).head().number(),
                                        each.part(),
                                        EditDesk.encoded(each.part()),
                                        beginning(each.lines()),
                                        each.at()))
                .toList();
    }

    private static String beginning(String lines) {
        String first = lines.strip().replaceAll("\\s+", " ").replaceFirst("^# ", "");
        return first.length() <= 80 ? first : first.substring(0, 79) + "…";
    }

    /** A version that is no draft: what was typed for it can be copied, and carried on. */
    private Answer closed(TextVersion version) {
        List<Typed> typed =
                editing.typed().all(EditDesk.self(), version.head().dossier()).stream()
                        .filter(each -> each.version().equals(version.id()))
                        .toList();
        return Page.of(
                "edit/kept",
                new EditSheets.Kept(
                        desk.sheet(version),
                        "edit.kept.closed",
                        waiting(typed),
                        typed.stream().collect(Collectors.toMap(Typed::part, Typed::lines)),
                        next(version).map(EditDesk::path)));
    }

    private Optional<TextVersion.Draft> next(TextVersion version) {
        return texts.register().versions(version.head().dossier()).stream()
                .filter(TextVersion.Draft.class::isInstance)
                .map(TextVersion.Draft.class::cast)
                .findFirst();
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(EditDesk.PATH + "/carry")
    Answer carry(@PathVariable String id, Submission sent) {
        TextVersion version = desk.version(id);
        String part = EditDesk.sent(sent, "part");
        UUID from =
                Ids.read(EditDesk.sent(sent, "from"))
                        .orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
        TextVersion.Draft draft =
                next(version).orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
        if (!from.equals(draft.id())) {
            editing.typed().carry(EditDesk.self(), from, draft, part);
        }
        return Redirect.to(EditDesk.path(draft, "part", part));
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(EditDesk.PATH + "/undo")
    Answer undo(@PathVariable String id) {
        TextVersion version = desk.version(id);
        editing.undo(EditDesk.self(), version.id());
        return Redirect.to(TextDesk.path(version) + "/edit").saying(Notice.done("edit.done.undo"));
    }
}
