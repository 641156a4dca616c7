package org.danaya.text.docx;

import java.util.HashMap;
import java.util.Map;
import org.danaya.text.TextFault;
import org.danaya.text.docx.part.Archive;
import org.danaya.text.docx.part.Limits;
import org.danaya.text.docx.part.Tag;
import org.jspecify.annotations.Nullable;

/** A file that is being read: what its parts say of one another, and where the reading is. */
final class Source {

    final Archive archive;
    final Reading reading;
    final Remarks remarks;
    final Styles styles;
    final Numbering numbering;
    final Names names;
    final String language;
    private final Limits limits;
    private final Map<String, Tag> footnotes = new HashMap<>();
    private final Map<String, Tag> endnotes = new HashMap<>();
    private final Map<String, Archive.Relation> footnoteRelations;
    private final Map<String, Archive.Relation> endnoteRelations;
    private final Tag settings;
    private int paragraphs;
    private int footnote;
    private int endnote;

    /** How deep what is read lies in notes and text boxes. */
    int depth;

    Source(
            Archive archive,
            Map<String, Archive.Relation> relations,
            Names names,
            String language,
            Reading reading,
            Limits limits) {
        this.archive = archive;
        this.reading = reading;
        this.limits = limits;
        this.names = names;
        this.remarks = new Remarks();
        this.styles = new Styles(related(relations, "styles"), remarks);
        this.language = language.isEmpty() ? styles.language() : language;
        this.numbering =
                new Numbering(related(relations, "numbering"), styles, remarks, this.language);
        this.settings = related(relations, "settings");
        footnoteRelations = notes(relations, "footnotes", "w:footnote", footnotes);
        endnoteRelations = notes(relations, "endnotes", "w:endnote", endnotes);
    }

    private Tag related(Map<String, Archive.Relation> relations, String type) {
        return relations.values().stream()
                .filter(relation -> relation.is(type))
                .map(Archive.Relation::target)
                .sorted()
                .findFirst()
                .flatMap(archive::part)
                .orElseGet(() -> new Tag("", Map.of()));
    }

    private Map<String, Archive.Relation> notes(
            Map<String, Archive.Relation> relations,
            String type,
            String name,
            Map<String, Tag> notes) {
        related(relations, type)
                .all(name)
                .filter(note -> !note.get("w:type").endsWith("eparator"))
                .forEach(note -> notes.putIfAbsent(note.get("w:id"), note));
        return relations.values().stream()
                .filter(relation -> relation.is(type))
                .map(relation -> archive.relations(relation.target()))
                .findFirst()
                .orElse(Map.of());
    }

    /** One paragraph more. */
    void paragraph() {
        if (++paragraphs > limits.paragraphs()) {
            throw new TextFault("text.docx.paragraphs", limits.paragraphs());
        }
    }

    /**
     * A note that is called.
     *
     * @param text of it
     * @param relations of the part that it is in
     * @param marker that its number makes, where it hasn't one of its own
     */
    record Called(Tag text, Map<String, Archive.Relation> relations, String marker) {}

    /** The footnote that a reference calls. */
    Called footnote(Tag reference) {
        String marker = own(reference) ? "" : number(++footnote, "w:footnotePr", "decimal");
        return called(footnotes.get(reference.get("w:id")), footnoteRelations, marker);
    }

    /** The endnote that a reference calls. */
    Called endnote(Tag reference) {
        remarks.tell("endnotes");
        String marker = own(reference) ? "" : number(++endnote, "w:endnotePr", "lowerRoman");
        return called(endnotes.get(reference.get("w:id")), endnoteRelations, marker);
    }

    private Called called(
            @Nullable Tag note, Map<String, Archive.Relation> relations, String marker) {
        if (note == null) {
            remarks.tell("notes-broken");
        }
        Tag text = note == null ? new Tag("", Map.of()) : note;
        return new Called(text, relations, marker);
    }

    static boolean own(Tag reference) {
        return reference.get("w:customMarkFollows").matches("1|true|on");
    }

    private String number(int number, String properties, String usual) {
        String format = settings.part(properties).value("w:numFmt");
        return Numerals.of(number, format.isEmpty() ? usual : format, language);
    }
}
