package org.danaya.consultation.observation.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The cells of a workbook that span rows (ECMA-376 part 1 §18.3.1.55), sheet by sheet. */
final class MergedCells {

    private static final String BOOK = "xl/workbook.xml";
    private static final String LINKS = "xl/_rels/workbook.xml.rels";
    private static final int MOST = 20_000;
    private static final int BASE = 26;
    private static final Pattern RANGE =
            Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

    private final ZipFile zip;

    private MergedCells(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * The spans of each sheet, in the workbook's order; none where the workbook isn't laid out as
     * usual.
     */
    static List<List<FormGrid.Span>> of(ZipFile zip) throws IOException, XMLStreamException {
        return new MergedCells(zip).sheets();
    }

    private List<List<FormGrid.Span>> sheets() throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        elements(
                LINKS,
                "Relationship",
                link -> {
                    String id = link.getAttributeValue(null, "Id");
                    String target = link.getAttributeValue(null, "Target");
                    if (id != null && target != null) {
                        targets.put(id, target);
                    }
                });
        List<String> parts = new ArrayList<>();
        elements(
                BOOK,
                "sheet",
                sheet -> parts.add(part(targets.getOrDefault(attribute(sheet, "id"), ""))));
        List<List<FormGrid.Span>> all = new ArrayList<>();
        for (String part : parts) {
            List<FormGrid.Span> spans = new ArrayList<>();
            elements(part, "mergeCell", cell -> add(spans, cell.getAttributeValue(null, "ref")));
            all.add(spans);
        }
        return all;
    }

    /** That of a relationship, whatever its namespace: there are two in use. */
    private static String attribute(XMLStreamReader element, String name) {
        for (int at = 0; at < element.getAttributeCount(); at++) {
            boolean prefixed = !element.getAttributePrefix(at).isEmpty();
            if (prefixed && element.getAttributeLocalName(at).equals(name)) {
                return element.getAttributeValue(at);
            }
        }
        return "";
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private static void add(List<FormGrid.Span> spans, @Nullable String range) {
        Matcher cells = RANGE.matcher(range == null ? "" : range);
        if (!cells.matches() || spans.size() >= MOST) {
            return;
        }
        int first = Integer.parseInt(cells.group(2));
        int last = Integer.parseInt(cells.group(4));
        if (last > first) {
            spans.add(new FormGrid.Span(column(cells.group(1)), first, last));
        }
    }

    /** {@code A} is 0. */
    private static int column(String letters) {
        int column = 0;
        for (int at = 0; at < letters.length(); at++) {
            column = column * BASE + letters.charAt(at) - 'A' + 1;
        }
        return column - 1;
    }

    private void elements(String part, String name, Consumer<XMLStreamReader> each)
            throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals(name)) {
                    each.accept(xml);
                }
            }
        }
    }
}
