package org.danaya.text.docx.part;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Xml;

/**
 * Reads one part of a file as elements.
 *
 * <p>Faults: {@code text.docx.xml} (part, line), {@code text.docx.deep} (part, line, limit), {@code
 * text.docx.elements} (limit), {@code text.docx.large} (part, limit).
 */
public final class Part {

    private final String name;
    private final Budget budget;
    private final XMLStreamReader in;

    /** Elements that may still be read. */
    public static final class Budget {
        private final int limit;
        private int left;

        Budget(int limit) {
            this.limit = limit;
            this.left = limit;
        }

        void take() {
            if (--left < 0) {
                throw new TextFault("text.docx.elements", limit);
            }
        }
    }

    private Part(String name, Budget budget, XMLStreamReader in) {
        this.name = name;
        this.budget = budget;
        this.in = in;
    }

    /** A part as a whole. */
    public static Tag read(String name, byte[] content, Budget budget) {
        Deque<Tag> roots = new ArrayDeque<>();
        new Part(name, budget, open(name, content)).read("", "", roots::add);
        return roots.getFirst();
    }

    /**
     * The text's children of {@code w:body}, each read and forgotten before the next.
     *
     * @throws TextFault with {@code text.docx.not-word} where it is no text of Word's
     */
    public static void body(String name, byte[] content, Budget budget, Consumer<Tag> reader) {
        new Part(name, budget, open(name, content)).read("w:document", "w:body", reader);
    }

    private static XMLStreamReader open(String name, byte[] content) {
        if (content.length > Xml.LARGEST) {
            throw new TextFault("text.docx.large", name, Xml.LARGEST);
        }
        try {
            return Xml.open(content);
        } catch (XMLStreamException e) {
            throw broken(name, 1, e);
        }
    }

    private static TextFault broken(String name, int line, Exception cause) {
        TextFault fault = new TextFault("text.docx.xml", name, line);
        fault.initCause(cause);
        return fault;
    }

    private int line() {
        return Math.max(1, in.getLocation().getLineNumber());
    }

    /**
     * @param root that the part must have, or the empty name for any
     * @param parent whose children are given, or the empty name for the root itself
     */
    private void read(String root, String parent, Consumer<Tag> reader) {
        Deque<Tag> open = new ArrayDeque<>();
        boolean ended = false;
        while (!ended) {
            int event = next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    budget.take();
                    if (open.size() >= Xml.DEEPEST) {
                        throw new TextFault("text.docx.deep", name, line(), Xml.DEEPEST);
                    }
                    Tag tag = begun();
                    if (open.isEmpty() && !root.isEmpty() && !tag.is(root)) {
                        throw new TextFault("text.docx.not-word");
                    }
                    open.push(tag);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Tag tag = open.pop();
                    Tag above = open.peek();
                    if (above == null ? parent.isEmpty() : above.is(parent)) {
                        reader.accept(tag);
                    } else if (above != null) {
                        above.add(tag);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    Tag tag = open.peek();
                    if (tag != null) {
                        tag.add(in.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new TextFault("text.docx.xml", name, line());
                case XMLStreamConstants.END_DOCUMENT -> ended = true;
                default -> {}
            }
        }
    }

    private int next() {
        try {
            return in.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(name, line(), e);
        }
    }

    private Tag begun() {
        Map<String, String> attributes = Map.of();
        if (in.getAttributeCount() > 0) {
            attributes = new HashMap<>();
            for (int i = 0; i < in.getAttributeCount(); i++) {
                String called = Tag.name(in.getAttributeNamespace(i), in.getAttributeLocalName(i));
                attributes.put(called, in.getAttributeValue(i));
            }
        }
        return new Tag(Tag.name(in.getNamespaceURI(), in.getLocalName()), attributes);
    }
}
