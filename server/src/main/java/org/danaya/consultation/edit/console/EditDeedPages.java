package org.danaya.consultation.edit.console;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.edit.DraftEditing;
import org.danaya.consultation.edit.EditFault;
import org.danaya.consultation.edit.Operation;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Element;
import org.danaya.text.edit.Editing;
import org.danaya.text.edit.Scope;
import org.danaya.text.edit.Unit;
import org.danaya.text.edit.Units;
import org.danaya.text.edit.Where;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What can be done with a part of a draft beside writing it, and what would happen. */
@Controller
class EditDeedPages {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** In the order in which they lie in one another. */
    private static final List<String> TAGS =
            List.of(
                    "article",
                    "paragraph",
                    "point",
                    "alinea",
                    "section",
                    "chapter",
                    "title",
                    "level");

    private static final int LONGEST_HEADING = 500;

    private final DraftEditing editing;
    private final EditDesk desk;

    EditDeedPages(DraftEditing editing, EditDesk desk) {
        this.editing = editing;
        this.desk = desk;
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(EditDesk.PATH + "/deeds")
    Answer deeds(@PathVariable String id, Query query) {
        TextVersion version = desk.version(id);
        if (!(version instanceof TextVersion.Draft)) {
            return Redirect.to(EditDesk.path(version));
        }
        Element root = editing.root(version);
        Unit unit = EditDesk.unit(root, query.text("part"));
        return Page.of("edit/deeds", sheet(version, root, unit));
    }

    private EditSheets.Deeds sheet(TextVersion version, Element root, Unit unit) {
        String address = unit.address();
        boolean part = unit.isPart();
        boolean annex = unit.tag().equals("attachment");
        Optional<String> next =
                part && !annex ? Editing.neighbour(root, address, true) : Optional.empty();
        List<EditSheets.Target> targets = new ArrayList<>();
        for (Unit each : Units.of(root)) {
            boolean apart = part && !within(root, address, each.address());
            if (apart && each.isPart() && each.tag().equals("attachment") == annex) {
                targets.add(
                        new EditSheets.Target(
                                each.address(), EditDesk.name(each), Math.min(each.depth(), 6)));
            }
        }
        Optional<Element> element = Editing.part(root, address);
        return new EditSheets.Deeds(
                desk.sheet(version),
                address,
                EditDesk.encoded(address),
                EditDesk.name(unit),
                part,
                part ? DraftEditing.seen(root, address) : "",
                annex ? List.of() : TAGS,
                part
                        ? List.of("after", "before", "last", "first")
                        : unit.tag().endsWith("ody") ? List.of("last", "first") : List.of(),
                targets,
                part && !annex ? Editing.items(root, address) : List.of(),
                next.filter(after -> Editing.mergeable(root, address))
                        .flatMap(after -> Units.find(root, after))
                        .map(EditDesk::name),
                part ? numbers(root, Scope.SIBLINGS, address) : List.of(),
                part ? numbers(root, Scope.ALL, address) : List.of(),
                Tellings.foretold(root, text -> Editing.merge(text, address)),
                Tellings.foretold(root, text -> Editing.renumber(text, Scope.ALL, address)),
                Tellings.foretold(root, text -> Editing.delete(text, address)),
                element.map(
                                each ->
                                        (int)
                                                each.all()
                                                        .filter(below -> !below.wId().isEmpty())
                                                        .count())
                        .orElse(0),
                element.map(each -> (int) WORD.matcher(each.words()).results().count()).orElse(0));
    }

    private static boolean within(Element root, String address, String other) {
        return Editing.part(root, address).stream()
                .flatMap(Element::all)
                .anyMatch(part -> part.wId().equals(other));
    }

    private static List<EditSheets.Numbered> numbers(Element root, Scope scope, String address) {
        Map<String, String> numbers = Editing.numbers(root, scope, address);
        return root.all()
                .filter(part -> !part.wId().isEmpty() && numbers.containsKey(part.wId()))
                .map(
                        part ->
                                new EditSheets.Numbered(
                                        part.first("num").map(Element::words).orElse("").strip(),
                                        numbers.getOrDefault(part.wId(), "")))
                .toList();
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(EditDesk.PATH + "/do")
    Answer does(@PathVariable String id, Submission sent) {
        TextVersion version = desk.version(id);
        if (!(version instanceof TextVersion.Draft)) {
            return Redirect.to(EditDesk.path(version));
        }
        UUID self = EditDesk.self();
        Operation operation = operation(editing.root(version), sent);
        try {
            DraftEditing.Done done = editing.does(self, version.id(), operation);
            String to =
                    done.made()
                            .filter(made -> Units.find(now(version), made).isPresent())
                            .map(made -> EditDesk.path(version, "part", made))
                            .orElse(EditDesk.path(version));
            return Tellings.saying(
                    Redirect.to(to).saying(Notice.done("edit.done." + operation.code())),
                    now(version),
                    done.told());
        } catch (TextFault e) {
            return Redirect.to(EditDesk.path(version))
                    .saying(
                            Notice.danger(
                                    "fault." + e.code(),
                                    e.facts().stream()
                                            .map(Object::toString)
                                            .toArray(Serializable[]::new)));
        }
    }

    private Element now(TextVersion version) {
        return editing.root(desk.version(version.id().toString()));
    }

    private static Operation operation(Element root, Submission sent) {
        String up = EditDesk.sent(sent, "up");
        String down = EditDesk.sent(sent, "down");
        if (!up.isEmpty() || !down.isEmpty()) {
            String part = up.isEmpty() ? down : up;
            boolean after = up.isEmpty();
            return Editing.part(root, part)
                    .flatMap(_ -> Editing.neighbour(root, part, after))
                    .<Operation>map(
                            other ->
                                    new Operation.Move(
                                            part, after ? Where.AFTER : Where.BEFORE, other))
                    .orElseGet(() -> new Operation.Move(part, Where.AFTER, part));
        }
        String part = EditDesk.sent(sent, "part");
        String seen = EditDesk.hash(sent, "seen");
        return switch (EditDesk.sent(sent, "do")) {
            case "insert" -> {
                String heading = EditDesk.sent(sent, "heading").strip();
                yield new Operation.Insert(
                        part,
                        where(sent),
                        EditDesk.sent(sent, "tag"),
                        heading.substring(0, Math.min(heading.length(), LONGEST_HEADING)));
            }
            case "move" -> new Operation.Move(part, where(sent), EditDesk.sent(sent, "target"));
            case "split" -> new Operation.Split(part, item(sent), seen);
            case "merge" -> new Operation.Merge(part, seen);
            case "renumber" ->
                    new Operation.Renumber(
                            part,
                            EditDesk.sent(sent, "scope").equals("all")
                                    ? Scope.ALL
                                    : Scope.SIBLINGS);
            case "delete" -> new Operation.Delete(part, seen);
            default -> throw new Fault(EditFault.GONE);
        };
    }

    private static int item(Submission sent) {
        String item = EditDesk.sent(sent, "item");
        return item.matches("[0-9]{1,6}") ? Integer.parseInt(item) : -1;
    }

    private static Where where(Submission sent) {
        return switch (EditDesk.sent(sent, "where").toLowerCase(Locale.ROOT)) {
            case "before" -> Where.BEFORE;
            case "first" -> Where.FIRST;
            case "last" -> Where.LAST;
            default -> Where.AFTER;
        };
    }
}
