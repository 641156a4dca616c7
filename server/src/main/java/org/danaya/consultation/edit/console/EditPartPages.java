package org.danaya.consultation.edit.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.edit.DraftEditing;
import org.danaya.consultation.edit.EditFault;
import org.danaya.consultation.edit.SayOutcome;
import org.danaya.consultation.edit.Typed;
import org.danaya.consultation.edit.Typing;
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
import org.danaya.text.edit.ThreeWay;
import org.danaya.text.edit.Typography;
import org.danaya.text.edit.Unit;
import org.danaya.text.edit.Units;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.redline.Comparison;
import org.danaya.text.redline.Redline;
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

    EditPartPages(DraftEditing editing, EditDesk desk) {
        this.editing = editing;
        this.desk = desk;
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(EditDesk.PATH + "/part")
    Answer one(@PathVariable String id, Query query) {
        TextVersion version = desk.version(id);
        String address = query.text("part");
        Optional<Typed> typed = editing.typed().find(EditDesk.self(), version.id(), address);
        if (!(version instanceof TextVersion.Draft)) {
            return Redirect.to(EditDesk.path(version));
        }
        Element root = editing.root(version);
        Optional<Unit> unit = Units.find(root, address);
        if (unit.isEmpty()) {
            return typed.map(each -> gone(version, each))
                    .orElseThrow(() -> new Fault(EditFault.GONE));
        }
        editing.typed().opened(EditDesk.self(), version.id(), address);
        String now = PartMarkup.of(root, address).orElse("");
        String hash = DraftEditing.hash(now);
        boolean begun = typed.isPresent() && !typed.get().lines().equals(now);
        return writing(
                version,
                unit.get(),
                new Shown(
                        begun ? typed.get().base() : hash,
                        begun ? typed.get().lines() : now,
                        typed.map(Typed::lines).map(DraftEditing::hash).orElse(""),
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
            String follows,
            Optional<Typed> begun,
            boolean changed,
            Optional<EditSheets.Problem> problem,
            Optional<EditSheets.Set> set) {

        /** What was just sent, and kept; of which more was said than words. */
        static Shown of(
                Typing typing, Optional<EditSheets.Problem> problem, Optional<EditSheets.Set> set) {
            return new Shown(
                    typing.base(),
                    typing.lines(),
                    set.isPresent() ? typing.follows() : typing.hash(),
                    Optional.empty(),
                    false,
                    problem,
                    set);
        }
    }

    private Answer writing(TextVersion version, Unit unit, Shown shown, int status) {
        Element root = editing.root(version);
        List<Unit> units = Units.of(root);
        int at = 0;
        while (at < units.size() - 1 && !units.get(at).address().equals(unit.address())) {
            at++;
        }
        boolean sayable = PartMarkup.of(root, unit.address()).isPresent();
        Map<String, Set<UUID>> others = editing.typed().others(EditDesk.self(), version.id());
        EditSheets.Writing model =
                new EditSheets.Writing(
                        desk.sheet(version),
                        unit.address(),
                        EditDesk.encoded(unit.address()),
                        EditDesk.name(unit),
                        shown.base(),
                        shown.lines(),
                        shown.follows(),
                        shown.begun().map(Typed::at),
                        shown.changed(),
                        editing.last(version.id(), unit.address()).map(this::saved),
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

    private EditSheets.Saved saved(SayOutcome.By by) {
        return new EditSheets.Saved(desk.who(by.account()), by.at());
    }

    private static Flow read(Element root, String address) {
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
        Typing typing = EditDesk.typing(sent, "text");
        return switch (EditDesk.sent(sent, "do")) {
            case "set" -> set(version, address, typing);
            case "unset" -> again(version, address, EditDesk.typing(sent, "untouched"));
            case "aside" -> {
                if (!typing.hash().equals(typing.base())) {
                    editing.typed().keep(EditDesk.self(), version, address, typing);
                }
                editing.typed().putAside(EditDesk.self(), version.id(), address);
                yield Redirect.to(EditDesk.path(version, "part", address))
                        .saying(Notice.done("edit.done.aside"));
            }
            default -> saved(version, address, typing);
        };
    }

    private Answer saved(TextVersion version, String address, Typing typing) {
        return switch (editing.say(EditDesk.self(), version.id(), address, typing)) {
            case SayOutcome.Said(var told) -> {
                Redirect redirect =
                        Redirect.to(EditDesk.path(version, "part", address))
                                .saying(Notice.done("edit.done.say"));
                yield Tellings.saying(redirect, editing.root(version), told);
            }
            case SayOutcome.Conflict conflict -> both(version, address, typing, conflict);
            case SayOutcome.Gone _ -> one(version, address);
            case SayOutcome.Closed _ -> Redirect.to(EditDesk.path(version));
            case SayOutcome.Refused(TextFault fault) -> wrong(version, address, typing, fault);
        };
    }

    private Answer wrong(TextVersion version, String address, Typing typing, TextFault fault) {
        EditSheets.Problem problem = new EditSheets.Problem("fault." + fault.code(), fault.facts());
        return writing(
                version,
                EditDesk.unit(editing.root(version), address),
                Shown.of(typing, Optional.of(problem), Optional.empty()),
                REFUSED);
    }

    private Answer one(TextVersion version, String address) {
        return editing.typed()
                .find(EditDesk.self(), version.id(), address)
                .map(typed -> gone(version, typed))
                .orElseThrow(() -> new Fault(EditFault.GONE));
    }

    private Answer set(TextVersion version, String address, Typing typing) {
        if (typing.lines().length() > PartMarkup.LARGEST) {
            return saved(version, address, typing);
        }
        editing.typed().keep(EditDesk.self(), version, address, typing);
        Typography.Typeset set = Typography.set(typing.lines(), desk.sheet(version).language());
        return writing(
                version,
                EditDesk.unit(editing.root(version), address),
                Shown.of(
                        new Typing(typing.base(), set.words(), typing.hash()),
                        Optional.empty(),
                        Optional.of(new EditSheets.Set(typing.lines(), set.corrections()))),
                200);
    }

    private Answer again(TextVersion version, String address, Typing typing) {
        return writing(
                version,
                EditDesk.unit(editing.root(version), address),
                Shown.of(typing, Optional.empty(), Optional.empty()),
                200);
    }

    private Answer both(
            TextVersion version, String address, Typing mine, SayOutcome.Conflict conflict) {
        Element root = editing.root(version);
        Optional<String> begun = editing.once(version, address, mine.base());
        Optional<String> together =
                begun.flatMap(from -> ThreeWay.merged(from, mine.lines(), conflict.lines()));
        return Page.of(
                        "edit/both",
                        new EditSheets.Both(
                                desk.sheet(version),
                                address,
                                EditDesk.encoded(address),
                                EditDesk.name(EditDesk.unit(root, address)),
                                conflict.hash(),
                                mine.lines(),
                                conflict.lines(),
                                begun,
                                together,
                                // What was put together never replaces what was typed.
                                together.isPresent() ? "" : mine.hash(),
                                conflict.by().map(by -> desk.who(by.account())).orElse(""),
                                conflict.by().map(SayOutcome.By::at),
                                difference(root, address, mine.lines())))
                .status(CONFLICT);
    }

    private static Optional<Redline> difference(Element root, String address, String mine) {
        try {
            Element said = Editing.say(root, address, mine).root();
            return Optional.of(Comparison.compare(read(root, address), read(said, address)));
        } catch (TextFault _) {
            return Optional.empty();
        }
    }

    /**
     * Keeps what is typed, without saving it. Answers a word for the page's script ({@code kept},
     * {@code changed}, {@code gone}, {@code closed}), the hash of what is kept, then the names of
     * who else has the unit open, a line each.
     */
    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(EditDesk.PATH + "/typing")
    Answer typing(@PathVariable String id, Submission sent) {
        TextVersion version = desk.version(id);
        String address = EditDesk.sent(sent, "part");
        Typing typing = EditDesk.typing(sent, "text");
        editing.typed().keep(EditDesk.self(), version, address, typing);
        String state = "closed";
        if (version instanceof TextVersion.Draft) {
            Element root = editing.root(version);
            state =
                    Units.find(root, address)
                            .map(
                                    _ ->
                                            PartMarkup.of(root, address)
                                                            .map(DraftEditing::hash)
                                                            .filter(typing.base()::equals)
                                                            .isPresent()
                                                    ? "kept"
                                                    : "changed")
                            .orElse("gone");
        }
        Set<UUID> others =
                editing.typed()
                        .others(EditDesk.self(), version.id())
                        .getOrDefault(address, Set.of());
        return Download.text(
                "typing.txt",
                "text/plain;charset=UTF-8",
                state + "\n" + typing.hash() + "\n" + String.join("\n", desk.who(others)));
    }
}
