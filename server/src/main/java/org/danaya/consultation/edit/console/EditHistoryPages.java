package org.danaya.consultation.edit.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.edit.DraftEditing;
import org.danaya.consultation.edit.Edit;
import org.danaya.consultation.edit.EditFault;
import org.danaya.consultation.edit.Typing;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.text.akn.Element;
import org.danaya.text.edit.PartMarkup;
import org.danaya.text.edit.Unit;
import org.danaya.text.edit.Units;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What was done to a unit of a draft, and the way back to what it said. */
@Controller
class EditHistoryPages {

    private static final int MOST = 100;

    private final DraftEditing editing;
    private final EditDesk desk;

    EditHistoryPages(DraftEditing editing, EditDesk desk) {
        this.editing = editing;
        this.desk = desk;
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(EditDesk.PATH + "/history")
    Answer history(@PathVariable String id, Query query) {
        TextVersion version = desk.version(id);
        String address = query.text("part");
        Optional<Unit> unit = Units.find(editing.root(version), address);
        UUID self = EditDesk.self();
        List<EditSheets.Done> edits =
                editing.history(version.id(), address, MOST).stream()
                        .filter(
                                edit ->
                                        !edit.operation().equals(Edit.ASIDE)
                                                || edit.account().equals(self))
                        .map(edit -> new EditSheets.Done(edit, desk.who(edit.account())))
                        .toList();
        return Page.of(
                "edit/history",
                new EditSheets.History(
                        desk.sheet(version),
                        address,
                        EditDesk.encoded(address),
                        unit.map(EditDesk::name).orElse(new EditSheets.Name("", "edit.unit.gone")),
                        version instanceof TextVersion.Draft && unit.isPresent(),
                        edits));
    }

    /** Puts what a unit said before its form, as something begun: nothing is saved yet. */
    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(EditDesk.PATH + "/restore")
    Answer restore(@PathVariable String id, Submission sent) {
        TextVersion version = desk.version(id);
        String place = EditDesk.sent(sent, "place");
        Edit edit =
                Optional.of(place)
                        .filter(each -> each.matches("[0-9]{1,9}"))
                        .flatMap(each -> editing.edit(version.id(), Integer.parseInt(each)))
                        .filter(
                                each ->
                                        !each.operation().equals(Edit.ASIDE)
                                                || each.account().equals(EditDesk.self()))
                        .orElseThrow(() -> new Fault(EditFault.GONE));
        Element root = editing.root(version);
        String now =
                Units.find(root, edit.part())
                        .flatMap(unit -> PartMarkup.of(root, unit.address()))
                        .orElseThrow(() -> new Fault(EditFault.GONE));
        String lines =
                (EditDesk.sent(sent, "which").equals("former") ? edit.former() : edit.said())
                        .orElseThrow(() -> new Fault(EditFault.GONE));
        editing.typed()
                .keep(
                        EditDesk.self(),
                        version,
                        edit.part(),
                        Typing.first(DraftEditing.hash(now), lines));
        return Redirect.to(EditDesk.path(version, "part", edit.part()));
    }
}
