package org.danaya.trust.validation;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML once, without a document type, without entities, within limits. */
final class XmlScreen {

    /** Below that of the JDK, which would name another cause. */
    private static final int MOST_DEPTH = 90;

    private static final int MOST_ELEMENTS = 500_000;
    private static final int MOST_ATTRIBUTES = 200;

    private XmlScreen() {}

    static Screening look(byte[] bytes) {
        try {
            XMLStreamReader reader =
                    factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            int depth = 0;
            int elements = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        return Screening.Stopped.because(Refusal.XML_DOCTYPE);
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        elements++;
                        if (depth > MOST_DEPTH
                                || elements > MOST_ELEMENTS
                                || reader.getAttributeCount() > MOST_ATTRIBUTES) {
                            return Screening.Stopped.because(Refusal.XML_HUGE);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
            return Screening.Passed.of(FileKind.XML);
        } catch (XMLStreamException e) {
            return declaresType(bytes)
                    ? Screening.Stopped.because(Refusal.XML_DOCTYPE)
                    : Screening.Stopped.because(Refusal.XML_BROKEN, line(e));
        }
    }

    /**
     * Whether the file is one signature around what it signs (XML Signature §4.5), with nothing
     * beside it: its root is a Signature whose every Object has one of these identifiers, but the
     * one that holds the properties of the signature.
     */
    static boolean isAround(byte[] bytes, Set<String> signed) {
        try {
            XMLStreamReader reader =
                    factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            int depth = 0;
            boolean accounted = true;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = reader.getLocalName();
                    if (depth == 0 && !"Signature".equals(name)) {
                        return false;
                    }
                    if (depth == 1) {
                        String id = reader.getAttributeValue(null, "Id");
                        accounted = !"Object".equals(name) || (id != null && signed.contains(id));
                    }
                    accounted |= depth == 2 && "QualifyingProperties".equals(name);
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    if (depth == 1 && !accounted) {
                        return false;
                    }
                }
            }
            return true;
        } catch (XMLStreamException _) {
            return false;
        }
    }

    /** Some parsers fail at the declaration itself; it is named all the same. */
    private static boolean declaresType(byte[] bytes) {
        String head =
                new String(
                        bytes,
                        0,
                        Math.min(bytes.length, 4_096),
                        java.nio.charset.StandardCharsets.ISO_8859_1);
        return head.replace("\u0000", "").contains("<!DOCTYPE");
    }

    private static int line(XMLStreamException problem) {
        return problem.getLocation() == null ? 0 : problem.getLocation().getLineNumber();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver(
                (_, _, _, _) -> {
                    throw new XMLStreamException("no entity is resolved");
                });
        return factory;
    }
}
