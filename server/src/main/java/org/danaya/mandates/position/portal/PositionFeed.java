package org.danaya.mandates.position.portal;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.PositionNames;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.mandates.position.PositionSearch;

/**
 * The last positions that everybody may know of, as Atom (RFC 4287), in French. One that was
 * replaced or withdrawn comes again, and says so in its title.
 */
final class PositionFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int MOST = 30;

    private final PublishedPositions published;

    PositionFeed(PublishedPositions published) {
        this.published = published;
    }

    String write() {
        List<Known> last =
                published.register().list(PositionSearch.ofEverybody(), "", 0, MOST).stream()
                        .map(found -> published.register().publishedOf(found.head().id()))
                        .flatMap(Optional::stream)
                        .toList();
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            write(out, last);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write(XMLStreamWriter out, List<Known> last) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("feed");
        out.writeDefaultNamespace(ATOM);
        out.writeAttribute("xml:lang", "fr");
        element(out, "id", published.page(PublicPositionPages.PATH));
        element(out, "title", "Positions officielles");
        link(out, "self", published.page(PublicPositionPages.PATH + "/feed"));
        link(out, "alternate", published.page(PublicPositionPages.PATH));
        element(
                out,
                "updated",
                seconds(
                        last.stream()
                                .map(PositionFeed::changed)
                                .max(Instant::compareTo)
                                .orElse(Instant.EPOCH)));
        for (Known known : last) {
            entry(out, known);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void entry(XMLStreamWriter out, Known known) throws XMLStreamException {
        OfficialPosition.Head head = known.head();
        out.writeStartElement("entry");
        element(out, "id", "urn:uuid:" + head.id());
        element(
                out,
                "title",
                PositionNames.of(known.position())
                        + " "
                        + published.state(known)
                        + head.terms().french().subject());
        out.writeStartElement("author");
        element(out, "name", head.names().structure());
        out.writeEndElement();
        link(out, "alternate", published.address(known));
        element(out, "published", seconds(PublishedPositions.publication(known).since()));
        element(out, "updated", seconds(changed(known)));
        out.writeStartElement("content");
        out.writeAttribute("type", "text");
        out.writeCharacters(head.terms().french().text());
        out.writeEndElement();
        out.writeEndElement();
    }

    private static Instant changed(Known known) {
        return known.history().events().getLast().at();
    }

    private static void element(XMLStreamWriter out, String name, String text)
            throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String rel, String address)
            throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", rel);
        out.writeAttribute("href", address);
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
