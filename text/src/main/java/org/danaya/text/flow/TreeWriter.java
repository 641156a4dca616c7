package org.danaya.text.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identifiers;
import org.danaya.text.akn.Identity;
import org.danaya.text.akn.Node;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines as a tree of Akoma Ntoso: what a line opens begins a part, in the part that its
 * level says; what a line goes on with stays in the part before it. {@link FlowReader} reads the
 * same lines back.
 *
 * <p>What opens what must have been recognised before ({@link Recognition}). Lines before the first
 * part are the {@code preface}, where their role says so; an annex is an {@code attachment}; lines
 * of a table of contents are left out, which whoever writes a text makes anew.
 */
public final class TreeWriter {

    private final Identity identity;
    private final Deque<Part> open = new ArrayDeque<>();
    private final List<Line> front = new ArrayList<>();
    private final List<Line> back = new ArrayList<>();
    private final Part body = new Part("", Place.NOWHERE, "", List.of(), 0);

    private TreeWriter(Identity identity) {
        this.identity = identity;
        open.push(body);
    }

    /**
     * Writes a text.
     *
     * @param identity what its {@code meta} says
     * @return {@code akomaNtoso}, with an eId on each part; the parts' {@code wId} as their places
     *     say
     */
    public static Element write(Flow flow, Identity identity) {
        List<List<Block>> documents = documents(flow.blocks());
        Element main =
                new TreeWriter(identity)
                        .document(documents.getFirst(), Identity.MAIN, identity.kind());
        List<Element> attachments = new ArrayList<>();
        for (List<Block> annex : documents.subList(1, documents.size())) {
            attachments.add(attachment(annex, identity, attachments.size() + 1));
        }
        List<Node> children = new ArrayList<>(main.children());
        if (!attachments.isEmpty()) {
            children.add(Element.of("attachments", attachments));
        }
        return Identifiers.identified(Element.of("akomaNtoso", main.with(children)));
    }

    private static List<List<Block>> documents(List<Block> blocks) {
        List<List<Block>> documents = new ArrayList<>();
        documents.add(new ArrayList<>());
        for (Block block : blocks) {
            if (block instanceof Line line && line.opens().equals("attachment")) {
                documents.add(new ArrayList<>());
            }
            documents.getLast().add(block);
        }
        return documents;
    }

    private static Element attachment(List<Block> annex, Identity identity, int position) {
        Line head = (Line) annex.getFirst();
        List<Node> children = new ArrayList<>(TreeInlines.head(head.number(), head.inlines()));
        children.add(
                new TreeWriter(identity)
                        .document(annex.subList(1, annex.size()), "annexe-" + position, "annexe"));
        return kept(Element.of("attachment", children), head.place());
    }

    private Element document(List<Block> blocks, String component, String name) {
        for (Block block : blocks) {
            switch (block) {
                case Grid grid -> here(grid.level()).say(grid);
                case Line line -> line(line);
            }
        }
        List<Node> children = new ArrayList<>();
        children.add(identity.meta(component));
        if (!front.isEmpty()) {
            children.add(
                    Element.of("preface", front.stream().map(TreeInlines::paragraph).toList()));
        }
        children.add(Element.of("mainBody", mainBody()));
        if (!back.isEmpty()) {
            children.add(
                    Element.of("conclusions", back.stream().map(TreeInlines::paragraph).toList()));
        }
        return Element.of("doc", children).with("name", name);
    }

    private List<Node> mainBody() {
        List<Node> children = new ArrayList<>(blocks(body.before));
        body.parts.forEach(part -> children.add(element(part)));
        children.addAll(blocks(body.after));
        // The standard asks for something.
        return children.isEmpty() ? List.of(Element.of("p")) : children;
    }

    private void line(Line line) {
        switch (line.role()) {
            case TITLE, FRONT ->
                    (open.size() == 1 && body.parts.isEmpty() && body.before.isEmpty()
                                    ? front
                                    : back)
                            .add(line);
            case CONTENTS -> {}
            case HEADING -> heading(line);
            case CROSS_HEADING -> crossHeading(line);
            case CAPTION -> here(line.level()).say(line);
            case BODY -> body(line);
        }
    }

    private void heading(Line line) {
        while (open.size() > 1
                && (!open.element().headed() || open.element().level >= line.level())) {
            open.pop();
        }
        String tag = line.opens().isEmpty() ? "level" : line.opens();
        begin(new Part(tag, line.place(), line.number(), line.inlines(), line.level()));
    }

    private void crossHeading(Line line) {
        Part part = open.element();
        if (part != body && part.headed() && part.before.isEmpty() && part.parts.isEmpty()) {
            part.subheadings.add(line);
        } else {
            part.say(line);
        }
    }

    private void body(Line line) {
        if (line.opens().isEmpty()) {
            here(line.level()).say(line);
            return;
        }
        while (!open.element().headed() && open.element().level >= line.level()) {
            open.pop();
        }
        Part part = new Part(line.opens(), line.place(), line.number(), null, line.level());
        part.say(new Line(line.place(), "", line.role(), line.level(), "", line.inlines()));
        begin(part);
    }

    /** The part in which something that opens none is said, at a level. */
    private Part here(int level) {
        while (!open.element().headed() && open.element().level > level) {
            open.pop();
        }
        return open.element();
    }

    /** What was said after parts, and before this one, is a part of its own. */
    private void begin(Part part) {
        Part around = open.element();
        if (!around.after.isEmpty()) {
            Part between = new Part("alinea", Place.NOWHERE, "", null, part.level);
            between.before.addAll(around.after);
            around.after.clear();
            around.parts.add(between);
        }
        around.parts.add(part);
        open.push(part);
    }

    private static Element element(Part part) {
        List<Node> children = new ArrayList<>();
        List<Inline> heading = part.heading;
        children.addAll(TreeInlines.head(part.number, heading == null ? List.of() : heading));
        part.subheadings.forEach(
                line -> children.add(TreeInlines.words("subheading", line.inlines())));
        if (part.parts.isEmpty()) {
            if (!part.before.isEmpty()) {
                children.add(Element.of("content", blocks(part.before)));
            }
        } else {
            if (!part.before.isEmpty()) {
                children.add(Element.of("intro", blocks(part.before)));
            }
            part.parts.forEach(below -> children.add(element(below)));
            if (!part.after.isEmpty()) {
                children.add(Element.of("wrapUp", blocks(part.after)));
            }
        }
        return kept(Element.of(part.tag, children), part.place);
    }

    private static Element kept(Element element, Place place) {
        return place.wId().isEmpty() ? element : element.with(Element.WID, place.wId());
    }

    private static List<Element> blocks(List<Block> said) {
        List<Element> blocks = new ArrayList<>();
        @Nullable Line caption = null;
        for (Block block : said) {
            switch (block) {
                case Grid grid -> {
                    blocks.add(
                            TreeInlines.table(
                                    grid, caption == null ? List.of() : caption.inlines()));
                    caption = null;
                }
                case Line line -> {
                    if (caption != null) {
                        blocks.add(TreeInlines.paragraph(caption));
                    }
                    caption = line.role() == Role.CAPTION ? line : null;
                    if (caption == null) {
                        blocks.add(TreeInlines.paragraph(line));
                    }
                }
            }
        }
        if (caption != null) {
            blocks.add(TreeInlines.paragraph(caption));
        }
        return blocks;
    }
}
