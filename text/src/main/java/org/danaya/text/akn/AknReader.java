package org.danaya.text.akn;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.danaya.text.TextFault;

/**
 * Reads Akoma Ntoso. Drafts of the standard (namespaces {@code …/akn/3.0/WD17}, {@code CSD13} and
 * the like) are read as the standard. Words are brought into Unicode's form C; space between
 * elements that hold no words is dropped, all other space is kept.
 *
 * <p>Faults: {@code text.xml.large}, {@code text.xml.syntax} (line, column), {@code text.xml.deep}
 * (line), {@code text.xml.elements} (limit), {@code text.akn.root} (the name found).
 */
public final class AknReader {

    /** Elements that one document may have. */
    public static final int ELEMENTS = 1_000_000;

    /** What the namespaces of the standard and of its drafts begin with. */
    private static final String STANDARD = Akn.NAMESPACE;

    private static final Pattern DRAFT = Pattern.compile("/(WD|CSD|CSPRD|CS|COS)\\d+");

    private final XMLStreamReader in;
    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;

    private AknReader(XMLStreamReader in) {
        this.in = in;
    }

    /** An element that hasn't ended. */
    private record Open(String tag, Map<String, String> attributes, List<Node> children) {}

    /**
     * Reads a document.
     *
     * @return its root, {@code akomaNtoso}
     */
    public static Element read(byte[] document) {
        try {
            Element root = new AknReader(Xml.open(document)).read();
            if (!root.tag().equals("akomaNtoso")) {
                throw new TextFault("text.akn.root", root.tag());
            }
            return root;
        } catch (XMLStreamException e) {
            throw Xml.broken(e);
        }
    }

    private Element read() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> {
                    Element ended = end();
                    if (open.isEmpty()) {
                        return ended;
                    }
                    open.element().children().add(ended);
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        words(in.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("an entity", in.getLocation());
                default -> {}
            }
        }
        throw new XMLStreamException("no end", in.getLocation());
    }

    private void begin() {
        if (open.size() >= Xml.DEEPEST) {
            throw new TextFault("text.xml.deep", in.getLocation().getLineNumber(), Xml.DEEPEST);
        }
        if (++elements > ELEMENTS) {
            throw new TextFault("text.xml.elements", ELEMENTS);
        }
        Map<String, String> attributes = new TreeMap<>();
        for (int at = 0; at < in.getAttributeCount(); at++) {
            String name = name(in.getAttributeNamespace(at), in.getAttributeLocalName(at));
            attributes.put(name, composed(in.getAttributeValue(at)));
        }
        attributes.remove(Akn.SCHEMA_LOCATION);
        String tag = name(in.getNamespaceURI(), in.getLocalName());
        open.push(new Open(tag, attributes, new ArrayList<>()));
    }

    private Element end() {
        Open ended = open.pop();
        return new Element(ended.tag(), ended.attributes(), merged(ended.children()));
    }

    private void words(String text) {
        if (open.isEmpty() || text.isEmpty()) {
            return;
        }
        if (Kind.holdsWords(open.element().tag()) || !text.isBlank()) {
            open.element().children().add(new Words(text));
        }
    }

    /** A comment between them parted what are words of one piece. */
    private static List<Node> merged(List<Node> children) {
        List<Node> merged = new ArrayList<>(children.size());
        for (Node child : children) {
            if (child instanceof Words more
                    && !merged.isEmpty()
                    && merged.getLast() instanceof Words before) {
                merged.set(merged.size() - 1, new Words(before.words() + more.words()));
            } else {
                merged.add(child);
            }
        }
        merged.replaceAll(
                child -> child instanceof Words words ? new Words(composed(words.words())) : child);
        return merged;
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String name(String namespace, String local) {
        if (namespace == null || namespace.isEmpty() || ofTheStandard(namespace)) {
            return local;
        }
        return "{" + namespace + "}" + local;
    }

    private static boolean ofTheStandard(String namespace) {
        return namespace.startsWith(STANDARD)
                && (namespace.length() == STANDARD.length()
                        || DRAFT.matcher(namespace.substring(STANDARD.length())).matches());
    }
}
