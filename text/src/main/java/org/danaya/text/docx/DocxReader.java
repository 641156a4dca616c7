package org.danaya.text.docx;

import java.util.Map;
import java.util.Optional;
import org.danaya.text.TextFault;
import org.danaya.text.docx.part.Archive;
import org.danaya.text.docx.part.Limits;
import org.danaya.text.docx.part.Part;
import org.danaya.text.docx.part.Tag;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Place;

/**
 * Reads Word files (DOCX, DOCM, DOTX, DOTM; transitional and strict) as the lines that their reader
 * sees. Headings, numbers, tables, notes and links are read by what the file says of them; which
 * line is an article is for others to recognise, save in files of {@link DocxWriter}.
 *
 * <p>Faults: {@code text.docx.not-word}, {@code text.docx.old-word}, {@code text.docx.encrypted},
 * {@code text.docx.zip}, {@code text.docx.part} (name), {@code text.docx.xml} (part, line), {@code
 * text.docx.deep} (part, line, limit), {@code text.docx.large} (part or nothing, limit), {@code
 * text.docx.entries}, {@code text.docx.elements}, {@code text.docx.paragraphs} (limit).
 */
public final class DocxReader {

    private DocxReader() {}

    /** Reads a file as if all changes that it tracks were accepted. */
    public static Docx read(byte[] file) {
        return read(file, Reading.ACCEPTED);
    }

    /** Reads a file as one of the two versions that its tracked changes tell of. */
    public static Docx read(byte[] file, Reading reading) {
        return read(file, reading, Limits.STANDARD);
    }

    static Docx read(byte[] file, Reading reading, Limits limits) {
        Archive archive = Archive.open(file, limits);
        String main = main(archive);
        Map<String, Archive.Relation> relations = archive.relations(main);
        Names names = names(archive, relations);
        Optional<Tag> core = core(archive);
        String language =
                names.known()
                        ? names.language()
                        : core.map(tag -> tag.part("dc:language").text().strip()).orElse("");
        Source source = new Source(archive, relations, names, language, reading, limits);
        BlockReader reader =
                new BlockReader(source, relations, new Bookmarks(names, reading), Place.NOWHERE);
        Part.body(main, archive.bytes(main), archive.budget(), reader::block);
        Surroundings.tell(archive, relations, source.remarks);
        String title = core.map(tag -> tag.part("dc:title").text().strip()).orElse("");
        Flow flow = new Flow(names.known() ? language : source.language, title, reader.ended());
        return new Docx(flow, source.remarks.all());
    }

    /** The name of the part that holds the text. */
    private static String main(Archive archive) {
        String main =
                archive.relations("").values().stream()
                        .filter(relation -> relation.is("officeDocument"))
                        .map(Archive.Relation::target)
                        .sorted()
                        .findFirst()
                        .orElse("word/document.xml");
        if (!archive.hasMarkup(main)) {
            boolean other = archive.has("mimetype") || !archive.has("[Content_Types].xml");
            throw other
                    ? new TextFault("text.docx.not-word")
                    : new TextFault("text.docx.part", main);
        }
        return main;
    }

    private static Names names(Archive archive, Map<String, Archive.Relation> relations) {
        return relations.values().stream()
                .filter(relation -> relation.is("customXml"))
                .map(Archive.Relation::target)
                .sorted()
                .flatMap(target -> archive.part(target).stream())
                .filter(tag -> tag.is("akn:text"))
                .findFirst()
                .map(Names::read)
                .orElse(Names.NONE);
    }

    private static Optional<Tag> core(Archive archive) {
        return archive.relations("").values().stream()
                .filter(relation -> relation.is("core-properties"))
                .map(Archive.Relation::target)
                .sorted()
                .findFirst()
                .flatMap(archive::part);
    }
}
