package org.danaya.text.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.danaya.text.docx.part.Markup;
import org.danaya.text.docx.part.Tag;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Redline;
import org.danaya.text.redline.RowChange;

/**
 * Writes texts as Word files (DOCX, ISO/IEC 29500 transitional). The same text gives the same
 * bytes.
 *
 * <p>Numbers are words: what is official doesn't move when a line is put in above it. Two versions
 * of a text are written as tracked changes: whoever accepts all of them has the later version,
 * whoever rejects all of them the former.
 */
public final class DocxWriter {

    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    private DocxWriter() {}

    /** Writes a text. */
    public static byte[] write(Flow flow) {
        List<Change> changes = flow.blocks().stream().map(DocxWriter::same).toList();
        Redline redline = new Redline(flow.language(), flow.title(), flow.title(), changes);
        return write(redline, "", Instant.EPOCH);
    }

    /**
     * Writes two versions of a text as tracked changes.
     *
     * @param author of the changes, as Word shows it
     * @param date of the changes
     */
    public static byte[] write(Redline redline, String author, Instant date) {
        Target target =
                new Target(
                        redline.language(),
                        new Revisions(author, date),
                        new Twins(redline.changes()));
        Links links = new Links("h");
        Markup document = Markup.part("w:document").open("w:body");
        new BlockWriter(target, links, document, Surrounding.NONE, false).write(redline.changes());
        section(document);
        Map<String, byte[]> parts = new TreeMap<>();
        parts.put("[Content_Types].xml", types());
        parts.put("_rels/.rels", packageRelations());
        parts.put("customXml/_rels/item1.xml.rels", nameRelations());
        parts.put("customXml/item1.xml", target.names());
        parts.put("customXml/itemProps1.xml", nameProperties());
        parts.put("docProps/core.xml", core(redline));
        parts.put("word/_rels/document.xml.rels", relations(links));
        parts.put("word/_rels/footnotes.xml.rels", noteRelations(target.notes.links()));
        parts.put("word/document.xml", document.bytes());
        parts.put("word/footer1.xml", footer());
        parts.put("word/footnotes.xml", target.notes.bytes());
        parts.put("word/settings.xml", settings());
        parts.put("word/styles.xml", StylesWriter.write(redline.language(), target.styles));
        return zip(parts);
    }

    private static Change same(Block block) {
        return switch (block) {
            case Line line -> Change.Kept.same(line);
            case Grid grid -> {
                List<RowChange> rows = new ArrayList<>();
                for (Grid.Row row : grid.rows()) {
                    List<List<Change>> cells = new ArrayList<>();
                    for (Grid.Cell cell : row.cells()) {
                        cells.add(cell.lines().stream().map(DocxWriter::same).toList());
                    }
                    rows.add(new RowChange.Kept(row, row, cells));
                }
                yield new Change.Table(grid, grid, rows);
            }
        };
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void section(Markup out) {
        out.open("w:sectPr").empty("w:footerReference", "w:type", "default", "r:id", "rId4");
        out.empty("w:pgSz", "w:w", "11906", "w:h", "16838");
        out.empty(
                "w:pgMar",
                "w:top",
                "1417",
                "w:right",
                "1417",
                "w:bottom",
                "1417",
                "w:left",
                "1417",
                "w:header",
                "709",
                "w:footer",
                "709",
                "w:gutter",
                "0");
        out.close();
    }

    private static byte[] footer() {
        Markup out = Markup.part("w:ftr").open("w:p").open("w:pPr");
        out.value("w:jc", "center").close();
        for (String code : List.of("PAGE", "", "NUMPAGES")) {
            if (code.isEmpty()) {
                out.open("w:r").words("w:t", " / ").close();
            } else {
                out.open("w:fldSimple", "w:instr", " " + code + " ");
                out.open("w:r").words("w:t", "1").close().close();
            }
        }
        return out.bytes();
    }

    private static byte[] settings() {
        Markup out = Markup.part("w:settings").open("w:footnotePr");
        out.empty("w:footnote", "w:id", "-1").empty("w:footnote", "w:id", "0").close();
        out.open("w:compat");
        out.empty(
                "w:compatSetting",
                "w:name",
                "compatibilityMode",
                "w:uri",
                "http://schemas.microsoft.com/office/word",
                "w:val",
                "15");
        return out.bytes();
    }

    private static byte[] core(Redline redline) {
        return Markup.whole()
                .open(
                        "cp:coreProperties",
                        "xmlns:cp",
                        PACKAGE + "metadata/core-properties",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/")
                .words("dc:title", redline.title())
                .words("dc:language", redline.language())
                .bytes();
    }

    private static byte[] types() {
        String word = TYPE + "wordprocessingml.";
        Markup out = Markup.whole().open("Types", "xmlns", PACKAGE + "content-types");
        String relations = "application/vnd.openxmlformats-package.relationships+xml";
        out.empty("Default", "Extension", "rels", "ContentType", relations);
        out.empty("Default", "Extension", "xml", "ContentType", "application/xml");
        override(out, "/word/document.xml", word + "document.main+xml");
        override(out, "/word/styles.xml", word + "styles+xml");
        override(out, "/word/settings.xml", word + "settings+xml");
        override(out, "/word/footnotes.xml", word + "footnotes+xml");
        override(out, "/word/footer1.xml", word + "footer+xml");
        override(out, "/customXml/itemProps1.xml", TYPE + "customXmlProperties+xml");
        String core = "application/vnd.openxmlformats-package.core-properties+xml";
        override(out, "/docProps/core.xml", core);
        return out.bytes();
    }

    private static void override(Markup out, String part, String type) {
        out.empty("Override", "PartName", part, "ContentType", type);
    }

    private static Markup relations() {
        return Markup.whole().open("Relationships", "xmlns", PACKAGE + "relationships");
    }

    private static void relation(Markup out, int id, String type, String target) {
        out.empty("Relationship", "Id", "rId" + id, "Type", type, "Target", target);
    }

    private static byte[] packageRelations() {
        Markup out = relations();
        relation(out, 1, Markup.R + "/officeDocument", "word/document.xml");
        String core = PACKAGE + "relationships/metadata/core-properties";
        relation(out, 2, core, "docProps/core.xml");
        return out.bytes();
    }

    private static byte[] relations(Links links) {
        Markup out = relations();
        relation(out, 1, Markup.R + "/styles", "styles.xml");
        relation(out, 2, Markup.R + "/settings", "settings.xml");
        relation(out, 3, Markup.R + "/footnotes", "footnotes.xml");
        relation(out, 4, Markup.R + "/footer", "footer1.xml");
        relation(out, 5, Markup.R + "/customXml", "../customXml/item1.xml");
        links.write(out);
        return out.bytes();
    }

    private static byte[] noteRelations(Links links) {
        Markup out = relations();
        links.write(out);
        return out.bytes();
    }

    private static byte[] nameRelations() {
        Markup out = relations();
        relation(out, 1, Markup.R + "/customXmlProps", "itemProps1.xml");
        return out.bytes();
    }

    private static byte[] nameProperties() {
        String space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
        Markup out = Markup.whole();
        out.open(
                "ds:datastoreItem",
                "ds:itemID",
                "{6E1F3C52-8C0B-4B0E-9D9C-0A6E5B1C7D41}",
                "xmlns:ds",
                space);
        out.open("ds:schemaRefs").empty("ds:schemaRef", "ds:uri", Tag.OWN);
        return out.bytes();
    }
}
