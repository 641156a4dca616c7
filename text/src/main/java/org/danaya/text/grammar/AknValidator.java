package org.danaya.text.grammar;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Akn;
import org.danaya.text.akn.AknReader;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a document of Akoma Ntoso 3.0: against the standard's schema, and beyond
 * it. Reads once, from beginning to end, and goes on after a finding; time and memory grow with the
 * document's size alone.
 *
 * <p>Faults, where it isn't XML or passes a limit: {@code text.xml.large}, {@code text.xml.syntax}
 * (line, column), {@code text.xml.deep} (line, limit), {@code text.xml.elements} (limit), {@code
 * text.xml.references} (limit).
 */
public final class AknValidator {

    /** Findings of each severity that are kept; more are counted. */
    public static final int FINDINGS = 200;

    /** References to what hasn't come yet (or never comes) that one document may have. */
    public static final int REFERENCES = 1_000_000;

    private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Pattern DRAFT =
            Pattern.compile(Pattern.quote(Akn.NAMESPACE) + "/(?<name>(WD|CSD|CSPRD|CS|COS)[0-9]+)");

    /** What stands for words where a part of a text has none. */
    private static final Set<String> SUBSTANCE =
            Set.of(
                    "img",
                    "componentRef",
                    "documentRef",
                    "foreign",
                    "omissis",
                    "placeholder",
                    "fillIn");

    private static final Set<String> HEAD = Set.of("num", "heading", "subheading");

    private final Grammar grammar = Grammar.standard();
    private final Findings findings = new Findings();
    private final Identifiers identifiers = new Identifiers(findings);
    private final References references = new References(findings);
    private final Identification identification = new Identification(findings);
    private final XMLStreamReader in;
    private final Drafts drafts;

    private @Nullable Frame open;
    private int elements;

    /** Whether the root named a draft: then all names of drafts are those of the standard. */
    private boolean draft;

    /** Where the last thing that was read ended, and whether the next thing's {@code <} with it. */
    private int line = 1;

    private int column = 1;
    private boolean begun;

    private AknValidator(XMLStreamReader in, Drafts drafts) {
        this.in = in;
        this.drafts = drafts;
    }

    /** Checks a document. */
    public static Report validate(byte[] document, Drafts drafts) {
        try {
            return new AknValidator(Xml.open(document), drafts).validate();
        } catch (XMLStreamException e) {
            throw Xml.broken(e);
        }
    }

    private Report validate() throws XMLStreamException {
        boolean doctype = false;
        while (in.hasNext()) {
            int event = in.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Frame frame = begin();
                    if (doctype) {
                        findings.add(Rule.DOCTYPE, frame, frame.name, "", List.of());
                        doctype = false;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        words();
                case XMLStreamConstants.DTD -> doctype = true;
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("an entity", in.getLocation());
                default -> {}
            }
            begun =
                    event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE;
            line = in.getLocation().getLineNumber();
            column = in.getLocation().getColumnNumber();
        }
        references.end();
        return findings.report();
    }

    private Frame begin() {
        Frame parent = open;
        if (parent != null && parent.depth >= Xml.DEEPEST) {
            throw new TextFault("text.xml.deep", in.getLocation().getLineNumber(), Xml.DEEPEST);
        }
        if (++elements > AknReader.ELEMENTS) {
            throw new TextFault("text.xml.elements", AknReader.ELEMENTS);
        }
        String namespace = namespace(in.getNamespaceURI());
        if (parent == null) {
            draft = DRAFT.matcher(namespace).matches();
        }
        boolean standard = isStandard(namespace);
        String local = in.getLocalName();
        Declaration declaration = standard ? grammar.find(local) : null;
        String eId = declaration == null ? "" : value("eId");
        Frame frame =
                parent == null
                        ? new Frame(
                                null,
                                local,
                                declaration,
                                eId,
                                in.getLocation().getLineNumber(),
                                in.getLocation().getColumnNumber())
                        : new Frame(
                                parent, local, declaration, eId, line, begun ? column - 1 : column);
        open = frame;
        place(frame, namespace, standard);
        if (declaration == null) {
            foreignAttributes(frame);
        } else {
            identifiers.begin(frame, declaration, value("wId"), value("GUID"));
            if (!eId.isEmpty()) {
                references.begin(frame);
            }
            if (frame.meta) {
                identification.begin(frame, value("value"), value("date"), value("language"));
            }
            attributes(frame, declaration);
            frame.words = SUBSTANCE.contains(local) || !value("status").isEmpty();
        }
        return frame;
    }

    /** Whether the element may stand where it stands. */
    private void place(Frame frame, String namespace, boolean standard) {
        Frame parent = frame.parent;
        if (parent == null) {
            root(frame, namespace, standard);
            return;
        }
        Declaration around = parent.declaration;
        if (around == null) {
            return;
        }
        Model model = around.model();
        int number = -1;
        if (frame.declaration != null) {
            number = frame.declaration.number();
        } else if (standard) {
            findings.add(Rule.ELEMENT_UNKNOWN, frame, frame.name, frame.name, expected(parent));
            return;
        } else if (!namespace.isEmpty()) {
            number = grammar.other();
        }
        int next = number < 0 ? -1 : model.next(parent.state, number);
        if (next < 0) {
            findings.add(Rule.ELEMENT_MISPLACED, frame, frame.name, frame.name, expected(parent));
            next = number < 0 ? parent.state : model.recover(parent.state, number);
        }
        parent.state = next;
    }

    private void root(Frame frame, String namespace, boolean standard) {
        var name = DRAFT.matcher(namespace);
        if (name.matches()) {
            Severity severity = drafts == Drafts.REFUSED ? Severity.ERROR : Severity.WARNING;
            findings.add(
                    Rule.DRAFT,
                    severity,
                    frame,
                    frame.line,
                    frame.column,
                    frame.name,
                    name.group("name"),
                    List.of(Akn.NAMESPACE));
        }
        if (!standard) {
            findings.add(Rule.NAMESPACE, frame, frame.name, namespace, List.of(Akn.NAMESPACE));
        } else if (frame.declaration == null) {
            findings.add(
                    Rule.ELEMENT_UNKNOWN, frame, frame.name, frame.name, List.of("akomaNtoso"));
        } else if (!frame.name.equals("akomaNtoso")) {
            findings.add(Rule.ROOT, frame, frame.name, frame.name, List.of("akomaNtoso"));
        }
    }

    private List<String> expected(Frame frame) {
        return frame.declaration == null
                ? List.of()
                : grammar.names(frame.declaration.model().expected(frame.state));
    }

    private void attributes(Frame frame, Declaration declaration) {
        for (int at = 0; at < in.getAttributeCount(); at++) {
            String namespace = namespace(in.getAttributeNamespace(at));
            String local = in.getAttributeLocalName(at);
            String value = in.getAttributeValue(at);
            if (namespace.equals(INSTANCE) && instance(frame, local, value)) {
                continue;
            }
            boolean xml = namespace.equals(XML_NAMESPACE);
            String name = xml ? "xml:" + local : local;
            Attribute attribute =
                    xml || namespace.isEmpty() ? declaration.attributes().get(name) : null;
            boolean admitted =
                    attribute != null
                            || (declaration.others()
                                    && !namespace.isEmpty()
                                    && !isStandard(namespace));
            if (attribute == null && admitted && xml) {
                attribute = grammar.findXml(name);
            }
            if (!admitted) {
                findings.add(Rule.ATTRIBUTE_UNKNOWN, frame, name, value, names(declaration));
            } else if (attribute != null) {
                attribute(frame, attribute, value);
            }
        }
        for (Attribute required : declaration.required()) {
            if (in.getAttributeValue(null, required.name()) == null) {
                findings.add(
                        Rule.ATTRIBUTE_MISSING,
                        frame,
                        required.name(),
                        "",
                        required.type().expected());
            }
        }
    }

    private static List<String> names(Declaration declaration) {
        return declaration.attributes().keySet().stream().sorted().toList();
    }

    private void attribute(Frame frame, Attribute attribute, String value) {
        Type type = attribute.type();
        if (!type.admits().test(value)) {
            Rule rule = type.dated() ? Rule.DATE : Rule.ATTRIBUTE_VALUE;
            findings.add(rule, frame, attribute.name(), value, type.expected());
        } else if (attribute.name().equals("xml:id")) {
            identifiers.id(frame, value);
        } else if (type.refers()) {
            references.attribute(frame, attribute, value);
            identification.address(frame, attribute.name(), value);
        }
    }

    /** Those of an element that the standard doesn't know: only XML's own can be wrong. */
    private void foreignAttributes(Frame frame) {
        for (int at = 0; at < in.getAttributeCount(); at++) {
            String namespace = namespace(in.getAttributeNamespace(at));
            if (namespace.equals(XML_NAMESPACE)) {
                Attribute attribute = grammar.findXml("xml:" + in.getAttributeLocalName(at));
                if (attribute != null) {
                    attribute(frame, attribute, in.getAttributeValue(at));
                }
            } else if (namespace.equals(INSTANCE)
                    && in.getAttributeLocalName(at).endsWith("chemaLocation")) {
                instance(frame, in.getAttributeLocalName(at), in.getAttributeValue(at));
            }
        }
    }

    /** Attributes by which a document speaks to who checks it; false where it is none of them. */
    private boolean instance(Frame frame, String local, String value) {
        switch (local) {
            case "type", "nil" ->
                    findings.add(Rule.INSTANCE_TYPE, frame, "xsi:" + local, value, List.of());
            case "schemaLocation", "noNamespaceSchemaLocation" -> {
                if (!Values.each(value, Uris::isUri)) {
                    findings.add(
                            Rule.ATTRIBUTE_VALUE, frame, "xsi:" + local, value, List.of("uri"));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void words() {
        Frame frame = open;
        if (frame == null || frame.declaration == null || in.getTextLength() == 0) {
            return;
        }
        Model model = frame.declaration.model();
        String text = in.getText();
        boolean space = Values.isXmlSpace(text);
        if (model.mixed()) {
            frame.words |= !space && !text.isBlank();
        } else if (!space || model.empty()) {
            findings.add(
                    space ? Rule.SPACE_MISPLACED : Rule.WORDS_MISPLACED,
                    Severity.ERROR,
                    frame,
                    in.getLocation().getLineNumber(),
                    in.getLocation().getColumnNumber(),
                    frame.name,
                    text.strip(),
                    expected(frame));
        }
    }

    private void end() {
        Frame frame = open;
        if (frame == null) {
            return;
        }
        Declaration declaration = frame.declaration;
        if (declaration != null) {
            if (!declaration.model().mayEnd(frame.state)) {
                findings.add(Rule.ELEMENT_MISSING, frame, frame.name, "", expected(frame));
            }
            if (!frame.words && Kind.of(frame.name) == Kind.HIERARCHY) {
                findings.add(Rule.PART_EMPTY, frame, frame.name, "", List.of());
                frame.words = true;
            }
            identifiers.end(frame);
            identification.end(frame);
        }
        if (frame.parent != null && frame.words && !HEAD.contains(frame.name)) {
            frame.parent.words = true;
        }
        open = frame.parent;
    }

    private boolean isStandard(String namespace) {
        return namespace.equals(Akn.NAMESPACE) || (draft && DRAFT.matcher(namespace).matches());
    }

    private String value(String attribute) {
        String value = in.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    private static String namespace(@Nullable String namespace) {
        return namespace == null ? "" : namespace;
    }
}
