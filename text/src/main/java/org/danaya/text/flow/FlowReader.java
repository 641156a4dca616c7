package org.danaya.text.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Node;
import org.danaya.text.akn.Words;

/**
 * Reads a tree of Akoma Ntoso as the lines that its reader sees. Every word of it is in a line,
 * once; what is about the text ({@code meta}) isn't, save the notes that the text calls.
 */
public final class FlowReader {

    /** Parts whose number stands on a line of its own, with their heading or without. */
    private static final Set<String> HEADED =
            Set.of(
                    "book",
                    "tome",
                    "title",
                    "subtitle",
                    "part",
                    "subpart",
                    "division",
                    "subdivision",
                    "chapter",
                    "subchapter",
                    "section",
                    "article");

    /** Parts that are set in below the one that they are in. */
    private static final Set<String> SET_IN =
            Set.of("point", "indent", "subparagraph", "subclause", "subrule", "sublist");

    /** What is a place of its own without being a numbered part. */
    private static final Set<String> PLACES =
            Set.of(
                    "coverPage",
                    "preface",
                    "preamble",
                    "conclusions",
                    "citation",
                    "recital",
                    "speech");

    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Element> notes;
    private final InlineReader inlines =
            new InlineReader(this::note, this::noteAt, this::structure);

    private Place place = Place.NOWHERE;
    private String opens = "";
    private String number = "";
    private Role role = Role.FRONT;
    private int heading = 1;
    private int level;

    private FlowReader(Map<String, Element> notes) {
        this.notes = notes;
    }

    /** Whether parts of this tag have a line of their own for their number, whatever they hold. */
    public static boolean isHeaded(String tag) {
        return HEADED.contains(tag);
    }

    /**
     * Reads a document.
     *
     * @param root {@code akomaNtoso}
     */
    public static Flow read(Element root) {
        Map<String, Element> notes = new HashMap<>();
        root.all()
                .filter(element -> element.tag().equals("note"))
                .forEach(note -> notes.putIfAbsent(note.eId(), note));
        FlowReader reader = new FlowReader(notes);
        reader.children(root);
        return new Flow(About.language(root), About.title(root), reader.blocks);
    }

    private void children(Element element) {
        for (Node child : element.children()) {
            switch (child) {
                case Element below -> element(below);
                case Words words -> loose(words);
            }
        }
    }

    /** Words where the standard has none are a line all the same. */
    private void loose(Words words) {
        if (!words.words().isBlank()) {
            inlines.read(new Element("p", Map.of(), List.of(words)));
            end(role);
        }
    }

    private void element(Element element) {
        switch (element.kind()) {
            case META -> {}
            case DOCUMENT -> document(element);
            case HIERARCHY -> within(element, () -> part(element));
            case TABLE -> table(element);
            case BLOCK -> block(element);
            case CONTAINER -> container(element);
            case INLINE, MARKER, FOREIGN -> line(Element.of("p", element), role);
            case SUBFLOW -> deeper(() -> children(element));
        }
    }

    private void document(Element document) {
        int outer = heading;
        if (!document.tag().equals("akomaNtoso") && place.tag().equals("attachment")) {
            heading++;
        }
        role = Role.FRONT;
        children(document);
        role = Role.FRONT;
        heading = outer;
    }

    private void container(Element container) {
        switch (container.tag()) {
            case "body",
                    "mainBody",
                    "debateBody",
                    "judgmentBody",
                    "portionBody",
                    "amendmentBody" -> {
                role = Role.BODY;
                children(container);
                role = Role.FRONT;
            }
            case "item" -> deeper(() -> within(container, () -> numbered(container)));
            case "li" -> deeper(() -> within(container, () -> listItem(container)));
            case "ol", "ul" -> list(container);
            case "attachment", "debateSection", "speechGroup" ->
                    within(container, () -> part(container));
            default -> {
                if (PLACES.contains(container.tag())) {
                    within(container, () -> numbered(container));
                } else {
                    numbered(container);
                }
            }
        }
    }

    /** A part with its number, its headings and what is in it. */
    private void part(Element part) {
        boolean headed =
                part.first("heading").isPresent()
                        || isHeaded(part.tag())
                        || part.kind() != Kind.HIERARCHY;
        int outerHeading = heading;
        int outerLevel = level;
        if (headed && headings(part)) {
            heading++;
            level = 0;
            rest(part);
        } else {
            part.first("num").map(FlowReader::flat).ifPresent(flat -> number = flat);
            part.first("num").ifPresent(this::notesOf);
            level += SET_IN.contains(part.tag()) ? 1 : 0;
            rest(part);
        }
        flushNumber();
        heading = outerHeading;
        level = outerLevel;
    }

    private boolean headings(Element part) {
        Optional<Element> num = part.first("num");
        num.map(FlowReader::flat).ifPresent(flat -> number = flat);
        num.ifPresent(this::notesOf);
        part.first("heading").ifPresent(inlines::read);
        Line line = line(Role.HEADING, heading);
        boolean any =
                part.first("heading").isPresent()
                        || !(num.isEmpty() || (number.isEmpty() && line.inlines().isEmpty()));
        if (any) {
            blocks.add(line);
            opens = "";
            number = "";
        }
        part.first("subheading").ifPresent(sub -> line(sub, Role.CROSS_HEADING));
        return any;
    }

    private void notesOf(Element num) {
        num.all()
                .filter(element -> element.tag().equals("authorialNote"))
                .forEach(note -> inlines.read(Element.of("p", note)));
    }

    private void numbered(Element container) {
        container.first("num").map(FlowReader::flat).ifPresent(flat -> number = flat);
        container.first("heading").ifPresent(head -> line(head, Role.CROSS_HEADING));
        container.first("subheading").ifPresent(head -> line(head, Role.CROSS_HEADING));
        rest(container);
        flushNumber();
    }

    private void rest(Element part) {
        for (Node child : part.children()) {
            switch (child) {
                case Words words -> loose(words);
                case Element element -> {
                    switch (element.tag()) {
                        case "num", "heading", "subheading" -> {}
                        default -> element(element);
                    }
                }
            }
        }
    }

    /** A number that no words followed is a line of its own. */
    private void flushNumber() {
        if (!number.isEmpty()) {
            end(role);
        }
    }

    private void list(Element list) {
        flushNumber();
        int count = 0;
        for (Element item : list.elements().toList()) {
            count++;
            number = list.tag().equals("ul") ? "–" : count + ".";
            element(item);
            number = "";
        }
    }

    private void listItem(Element item) {
        String value = item.attribute("value");
        if (!value.isEmpty()) {
            number = value;
        }
        inlines.read(item);
        end(role);
        number = "";
    }

    private void block(Element block) {
        switch (block.tag()) {
            case "crossHeading", "heading", "subheading" -> line(block, Role.CROSS_HEADING);
            case "caption" -> line(block, Role.CAPTION);
            case "tocItem" -> line(block, Role.CONTENTS);
            case "p" -> line(block, looks(block));
            default -> line(block, role);
        }
    }

    /** A paragraph's role: what it holds, or looks like, says so. */
    private Role looks(Element paragraph) {
        if (role == Role.FRONT && paragraph.all().anyMatch(e -> e.tag().equals("docTitle"))) {
            return Role.TITLE;
        }
        return switch (paragraph.attribute("class")) {
            case "heading" -> Role.CROSS_HEADING;
            case "caption" -> Role.CAPTION;
            default -> role;
        };
    }

    private void table(Element table) {
        table.first("caption").ifPresent(caption -> line(caption, Role.CAPTION));
        List<Grid.Row> rows = new ArrayList<>();
        for (Element tr : table.elements("tr").toList()) {
            List<Element> cells = tr.elements().filter(e -> e.kind() == Kind.TABLE).toList();
            if (!cells.isEmpty()) {
                boolean head = cells.stream().allMatch(cell -> cell.tag().equals("th"));
                rows.add(new Grid.Row(head, cells.stream().map(this::cell).toList()));
            }
        }
        if (!rows.isEmpty()) {
            flushNumber();
            blocks.add(new Grid(place, level, rows));
        }
    }

    private Grid.Cell cell(Element cell) {
        List<Line> lines = lines(cell, Role.BODY);
        return new Grid.Cell(
                span(cell.attribute("colspan")),
                span(cell.attribute("rowspan")),
                lines.isEmpty() ? List.of(Line.of(Role.BODY, 0, "", List.of())) : lines);
    }

    private static int span(String written) {
        return written.matches("[1-9]\\d{0,2}") ? Integer.parseInt(written) : 1;
    }

    private List<Line> note(Element note) {
        return lines(note, Role.BODY);
    }

    private List<Line> noteAt(String address) {
        Element note = notes.get(address);
        return note == null ? List.of() : note(note);
    }

    /** What is in an element, as lines alone. */
    private List<Line> lines(Element element, Role as) {
        FlowReader inner = new FlowReader(Map.of());
        inner.role = as;
        inner.place = place;
        inner.children(element);
        return inner.blocks.stream().flatMap(Block::lines).toList();
    }

    private void structure(Element structure) {
        end(role);
        if (structure.kind() == Kind.SUBFLOW || structure.kind() == Kind.INLINE) {
            element(structure);
        } else {
            deeper(() -> element(structure));
        }
    }

    private void line(Element words, Role as) {
        inlines.read(words);
        end(as);
    }

    private void end(Role as) {
        Line line = line(as, as == Role.HEADING ? heading : level);
        if (!line.inlines().isEmpty() || !line.number().isEmpty()) {
            blocks.add(line);
            number = "";
            opens = "";
        }
    }

    private Line line(Role as, int deep) {
        return new Line(place, opens, as, deep, number, inlines.taken());
    }

    private void within(Element element, Runnable read) {
        if (element.first("num").isPresent() || element.first("heading").isPresent()) {
            flushNumber();
        }
        Place outer = place;
        place = new Place(element.tag(), element.eId(), element.wId());
        if (number.isEmpty() || opens.isEmpty()) {
            opens = PLACES.contains(element.tag()) ? "" : element.tag();
        }
        read.run();
        place = outer;
        opens = "";
    }

    private void deeper(Runnable read) {
        level++;
        read.run();
        level--;
    }

    /** Words of a number, without the notes that it calls. */
    private static String flat(Element num) {
        return num.mapped(e -> e.tag().equals("authorialNote") ? e.with(List.of()) : e)
                .words()
                .strip()
                .replaceAll("[ \\t\\r\\n]+", " ");
    }
}
