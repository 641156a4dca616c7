package org.danaya.text.akn;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.danaya.text.TextFault;

/**
 * XML from outside: no document type, no entity but the five, nothing fetched.
 *
 * <p>Faults: {@code text.xml.large} (more than {@link #LARGEST} bytes), {@code text.xml.syntax}
 * (line, column).
 */
public final class Xml {

    /** Bytes that one document may have. */
    public static final int LARGEST = 32 * 1024 * 1024;

    /** How deep elements may lie; below what the JDK allows (100). */
    public static final int DEEPEST = 96;

    private static final XMLInputFactory READERS = readers();

    private Xml() {}

    private static XMLInputFactory readers() {
        XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        readers.setProperty(XMLInputFactory.IS_COALESCING, true);
        readers.setXMLResolver(
                (_, _, _, _) -> {
                    throw new XMLStreamException("nothing is fetched");
                });
        return readers;
    }

    /**
     * A reader of a document, at its beginning.
     *
     * @throws TextFault where the document is too large
     * @throws XMLStreamException where it begins with what isn't XML
     */
    public static XMLStreamReader open(byte[] document) throws XMLStreamException {
        if (document.length > LARGEST) {
            throw new TextFault("text.xml.large", document.length, LARGEST);
        }
        synchronized (READERS) {
            return READERS.createXMLStreamReader(new ByteArrayInputStream(document));
        }
    }

    /** What isn't well formed, as a fault with its line and column. */
    public static TextFault broken(XMLStreamException cause) {
        int line = cause.getLocation() == null ? 1 : cause.getLocation().getLineNumber();
        int column = cause.getLocation() == null ? 1 : cause.getLocation().getColumnNumber();
        TextFault fault = new TextFault("text.xml.syntax", line, column);
        fault.initCause(cause);
        return fault;
    }
}
