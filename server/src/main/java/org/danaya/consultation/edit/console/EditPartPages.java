package org.danaya.consultation.edit.console;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.console.TextShow;
import org.danaya.consultation.edit.DraftEditing;
import org.danaya.consultation.edit.EditFault;
import org.danaya.consultation.edit.SayOutcome;
import org.danaya.consultation.edit.Typed;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Element;
import org.danaya.text.edit.Editing;
import org.danaya.text.edit.PartMarkup;
import org.danaya.text.edit.Typography;
import org.danaya.text.edit.Unit;
import org.danaya.text.edit.Units;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.form.Legend;
import org.danaya.text.html.Frame;
import org.danaya.text.html.RedlineHtml;
import org.danaya.text.redline.Comparison;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One unit of a draft: written, saved, set; what others wrote meanwhile. */
@Controller
class EditPartPages {

    private static final int CONFLICT = 409;
    private static final int REFUSED = 422;

    private final DraftEditing editing;
    private final EditDesk desk;
    private final TextShow show;

    EditPartPages(DraftEditing editing, EditDesk desk, TextShow show) {
        this.editing = editing;
        this.desk = desk;
        this.show = show;
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(EditDesk.PATH + "/part")
    Answer one(@PathVariable String id, Query query) {
        TextVersion version = desk.version(id);
        String address = query.text("part");
        Optional<Typed> typed = editing.typed(EditDesk.self(), version.id(), address);
        if (!(version instanceof TextVersion.Draft)) {
            return Redirect.to(EditDesk.path(version));
        }
        Element root = editing.root(version);
        Optional<Unit> unit = Units.find(root, address);
        if (unit.isEmpty()) {
            return typed.map(each -> gone(version, each))
                    .orElseThrow(() -> new Fault(EditFault.GONE));
        }
        editing.opened(EditDesk.self(), version.id(), address);
        String now = PartMarkup.of(root, address).orElse("");
        String hash = DraftEditing.hash(now);
        boolean begun = typed.isPresent() && !typed.get().lines().equals(now);
        return writing(
                version,
                unit.get(),
                new Shown(
                        begun ? typed.get().base() : hash,
                        begun ? typed.get().lines() : now,
                        begun ? typed : Optional.empty(),
                        begun && !typed.get().base().equals(hash),
                        Optional.empty(),
                        Optional.empty()),
                200);
    }

    /** What a page to write shows of what was typed. */
    private record Shown(
            String base,
            String lines,
            Optional<Typed> begun,
            boolean changed,
            Optional<EditSheets.Problem> problem,
            Optional<EditSheets.Set> set) {}

    private Answer writing(TextVersion version, Unit unit, Shown shown, int status) {
        Element root = editing.root(version);
        List<Unit> units = Units.of(root);
        int at = 0;
        while (at < units.size() - 1 && !units.get(at).address().equals(unit.address())) {
            at++;
        }
        boolean sayable = PartMarkup.of(root, unit.address()).isPresent();
        Map<String, Set<UUID>> others = editing.others(EditDesk.self(), version.id());
        EditSheets.Writing model =
                new EditSheets.Writing(
                        desk.sheet(version),
                        unit.address(),
                        EditDesk.encoded(unit.address()),
                        EditDesk.name(unit),
                        shown.base(),
                        shown.lines(),
                        shown.begun().map(Typed::at),
                        shown.changed(),
                        desk.who(others.getOrDefault(unit.address(), Set.of())),
                        shown.problem(),
                        shown.set(),
                        at == 0
                                ? Optional.empty()
                                : Optional.of(
                                        EditDesk.path(
                                                version, "part", units.get(at - 1).address())),
                        at + 1 >= units.size()
                                ? Optional.empty()
                                : Optional.of(
                                        EditDesk.path(
                                                version, "part", units.get(at + 1).address())),
                        unit.holds() ? Optional.empty() : Optional.of(read(root, unit.address())));
        return Page.of(sayable ? "edit/part" : "edit/fixed", model).status(status);
    }

    private Content read(Element root, String address) {
        return show.text(flow(root, address), "");
    }

    private static Flow flow(Element root, String address) {
        return FlowReader.read(Editing.alone(root, address));
    }

    private Answer gone(TextVersion version, Typed typed) {
        return kept(version, typed.part(), typed.lines(), "edit.kept.gone", typed);
    }

    private Answer kept(TextVersion version, String part, String lines, String why, Typed typed) {
        return Page.of(
                        "edit/kept",
                        new EditSheets.Kept(
                                desk.sheet(version),
                                why,
                                List.of(
                                        new EditSheets.Waiting(
                                                version.id().toString(),
                                                version.head().number(),
                                                part,
                                                EditDesk.encoded(part),
                                                "",
                                                typed.at())),
                                Map.of(part, lines),
                                Optional.empty()))
                .status(CONFLICT);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(EditDesk.PATH + "/part")
    Answer said(@PathVariable String id, Submission sent) {
        TextVersion version = desk.version(id);
        String address = EditDesk.sent(sent, "part");
        String lines = EditDesk.sent(sent, "text");
        String base = EditDesk.hash(sent, "base");
        return switch (EditDesk.sent(sent, "do")) {
            case "set" -> set(version, address, base, lines);
            case "unset" -> again(version, address, base, EditDesk.sent(sent, "untouched"));
            case "aside" -> {
                if (!DraftEditing.hash(lines.replace("\r\n", "\n").stripTrailing()).equals(base)) {
                    editing.keep(EditDesk.self(), version, address, base, lines);
                }
                editing.putAside(EditDesk.self(), version.id(), address);
                yield Redirect.to(EditDesk.path(version, "part", address))
                        .saying(Notice.done("edit.done.aside"));
            }
            default -> saved(version, address, base, lines);
        };
    }

    private Answer saved(TextVersion version, String address, String base, String lines) {
        return switch (editing.say(EditDesk.self(), version.id(), address, base, lines)) {
            case SayOutcome.Said(var told) -> {
                Redirect redirect =
                        Redirect.to(EditDesk.path(version, "part", address))
                                .saying(Notice.done("edit.done.say"));
                yield Tellings.saying(redirect, editing.root(version), told);
            }
            case SayOutcome.Conflict conflict -> both(version, address, lines, conflict);
            case SayOutcome.Gone _ -> one(version, address);
            case SayOutcome.Closed _ -> Redirect.to(EditDesk.path(version));
            case SayOutcome.Refused(TextFault fault) ->
                    writing(
                            version,
                            EditDesk.unit(editing.root(version), address),
                            new Shown(
                                    base,
                                    lines,
                                    Optional.empty(),
                                    false,
                                    Optional.of(
                                            new EditSheets.Problem(
                                                    "fault." + fault.code(), fault.facts())),
                                    Optional.empty()),
                            REFUSED);
        };
    }

    private Answer one(TextVersion version, String address) {
        return editing.typed(EditDesk.self(), version.id(), address)
                .map(typed -> gone(version, typed))
                .orElseThrow(() -> new Fault(EditFault.GONE));
    }

    private Answer set(TextVersion version, String address, String base, String lines) {
        editing.keep(EditDesk.self(), version, address, base, lines);
        Typography.Typeset set = Typography.set(lines, desk.sheet(version).language());
        return writing(
                version,
                EditDesk.unit(editing.root(version), address),
                new Shown(
                        base,
                        set.words(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.of(new EditSheets.Set(lines, set.corrections()))),
                200);
    }

    private Answer again(TextVersion version, String address, String base, String lines) {
        return writing(
                version,
                EditDesk.unit(editing.root(version), address),
                new Shown(base, lines, Optional.empty(), false, Optional.empty(), Optional.empty()),
                200);
    }

    private Answer both(
            TextVersion version, String address, String mine, SayOutcome.Conflict conflict) {
        Element root = editing.root(version);
        return Page.of(
                        "edit/both",
                        new EditSheets.Both(
                                desk.sheet(version),
                                address,
                                EditDesk.encoded(address),
                                EditDesk.name(EditDesk.unit(root, address)),
                                conflict.hash(),
                                mine,
                                conflict.lines(),
                                conflict.by().map(by -> desk.who(by.account())).orElse(""),
                                conflict.by().map(SayOutcome.By::at),
                                difference(root, address, mine)))
                .status(CONFLICT);
    }

    private static Optional<Content> difference(Element root, String address, String mine) {
        try {
            Element said = Editing.say(root, address, mine).root();
            String html =
                    RedlineHtml.fragment(
                            Comparison.compare(flow(root, address), flow(said, address)),
                            new Frame(3, "d-", Legend.FRENCH),
                            true);
            return Optional.of(output -> output.writeContent(html));
        } catch (TextFault _) {
            return Optional.empty();
        }
    }

    /**
     * Keeps what is typed, without saving it. Answers a word for the page's script ({@code kept},
     * {@code changed}, {@code gone}, {@code closed}), then the names of who else has the unit open,
     * a line each.
     */
    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(EditDesk.PATH + "/typing")
    Answer typing(@PathVariable String id, Submission sent) {
        TextVersion version = desk.version(id);
        String address = EditDesk.sent(sent, "part");
        String base = EditDesk.hash(sent, "base");
        editing.keep(EditDesk.self(), version, address, base, EditDesk.sent(sent, "text"));
        String state = "closed";
        if (version instanceof TextVersion.Draft) {
            Element root = editing.root(version);
            state =
                    Units.find(root, address)
                            .map(
                                    _ ->
                                            PartMarkup.of(root, address)
                                                            .map(DraftEditing::hash)
                                                            .filter(base::equals)
                                                            .isPresent()
                                                    ? "kept"
                                                    : "changed")
                            .orElse("gone");
        }
        Set<UUID> others =
                editing.others(EditDesk.self(), version.id()).getOrDefault(address, Set.of());
        return Download.text(
                "typing.txt",
                "text/plain;charset=UTF-8",
                state + "\n" + String.join("\n", desk.who(others)));
    }
}
