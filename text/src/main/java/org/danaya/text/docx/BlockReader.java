package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.text.docx.part.Archive;
import org.danaya.text.docx.part.Tag;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.jspecify.annotations.Nullable;

/** Reads paragraphs and tables, one after another, as lines and grids. */
final class BlockReader {

    /** Twips that set a paragraph in by one level. */
    private static final int STEP = 709;

    private final Source source;
    private final Map<String, Archive.Relation> relations;
    private final Bookmarks bookmarks;
    private final WordsReader words;
    private final List<Block> blocks = new ArrayList<>();

    /** Where lines are of whose place nothing is said. */
    private final Place outer;

    private boolean contents;
    private @Nullable Place place;
    private Tag properties = new Tag("w:pPr", Map.of());

    BlockReader(
            Source source,
            Map<String, Archive.Relation> relations,
            Bookmarks bookmarks,
            Place outer) {
        this.source = source;
        this.relations = relations;
        this.bookmarks = bookmarks;
        this.outer = outer;
        this.words = new WordsReader(source, relations, bookmarks, this::begins);
    }

    /** The lines of a note. */
    static List<Line> note(Source source, Source.Called called, String marker, Place place) {
        source.depth++;
        Bookmarks bookmarks = new Bookmarks(source.names, source.reading);
        BlockReader reader = new BlockReader(source, called.relations(), bookmarks, place);
        reader.words.inNote = true;
        called.text().children().forEach(reader::block);
        List<Line> lines = new ArrayList<>(reader.ended().stream().flatMap(Block::lines).toList());
        source.depth--;
        if (!lines.isEmpty() && !reader.words.said) {
            lines.set(0, withoutMarker(lines.getFirst(), marker));
        }
        return lines.stream().filter(line -> !line.words().isEmpty()).toList();
    }

    /** A note of others begins with its own marker, as words. */
    private static Line withoutMarker(Line line, String marker) {
        if (marker.isEmpty()
                || line.inlines().isEmpty()
                || !(line.inlines().getFirst() instanceof Run(String text, var style))
                || !text.startsWith(marker)) {
            return line;
        }
        List<Inline> inlines = new ArrayList<>(line.inlines());
        String rest = text.substring(marker.length()).stripLeading();
        if (rest.isEmpty()) {
            inlines.removeFirst();
        } else {
            inlines.set(0, new Run(rest, style));
        }
        return line.with(inlines);
    }

    /** What is in a text box. */
    static List<Block> box(Source source, Tag box, Map<String, Archive.Relation> relations) {
        source.depth++;
        Bookmarks bookmarks = new Bookmarks(source.names, source.reading);
        BlockReader reader = new BlockReader(source, relations, bookmarks, Place.NOWHERE);
        box.children().forEach(reader::block);
        source.depth--;
        return reader.ended();
    }

    /** All that was read. */
    List<Block> ended() {
        if (!words.line.isEmpty()) {
            line();
        }
        words.line.take();
        words.line.takeNumber();
        return blocks;
    }

    /** Reads what follows. */
    void block(Tag tag) {
        switch (tag.name()) {
            case "w:p" -> paragraph(tag);
            case "w:tbl" -> table(tag);
            case "w:sdt" -> control(tag);
            case "w:customXml", "w:smartTag", "w:sdtContent", "mc:Choice" ->
                    tag.children().forEach(this::block);
            case "mc:AlternateContent" -> {
                Tag choice = tag.first("mc:Choice");
                Tag taken = choice == null ? tag.part("mc:Fallback") : choice;
                taken.children().forEach(this::block);
            }
            case "w:ins", "w:moveTo" -> {
                if (source.reading == Reading.ACCEPTED) {
                    tag.children().forEach(this::block);
                }
            }
            case "w:del", "w:moveFrom" -> {
                if (source.reading == Reading.REJECTED) {
                    tag.children().forEach(this::block);
                }
            }
            case "w:bookmarkStart" -> bookmarks.begin(tag);
            case "w:bookmarkEnd" -> bookmarks.end(tag);
            case "w:altChunk", "w:subDoc" -> source.remarks.tell("embedded-documents");
            default -> {}
        }
    }

    private void control(Tag control) {
        Tag properties = control.part("w:sdtPr");
        if (properties.on("w:showingPlcHdr", false)) {
            source.remarks.tell("placeholders");
            return;
        }
        boolean outside = contents;
        String gallery = properties.part("w:docPartObj").value("w:docPartGallery");
        contents = contents || gallery.equals("Table of Contents");
        control.part("w:sdtContent").children().forEach(this::block);
        contents = outside;
    }

    /** Something is added to the line, of which this is the place. */
    private Place begins() {
        Place here = place;
        if (here == null) {
            here = bookmarks.here(false, opens()).orElse(outer);
            place = here;
        }
        return here;
    }

    private String opens() {
        return source.styles.look(source.styles.of(properties)).map(Look::opens).orElse("");
    }

    private void paragraph(Tag paragraph) {
        source.paragraph();
        Tag written = paragraph.part("w:pPr");
        Tag change = written.first("w:pPrChange");
        boolean gone = markGone(written);
        if (change != null) {
            source.remarks.tell("tracked-changes");
        }
        properties =
                change != null && source.reading == Reading.REJECTED
                        ? change.part("w:pPr")
                        : written;
        bookmarks.paragraph();
        boolean inContents = contents || words.fields.contents();
        words.read(paragraph);
        inContents = inContents || words.fields.contents();
        if (!gone) {
            if (place == null) {
                place = bookmarks.here(true, opens()).orElse(outer);
            }
            line(inContents);
        }
        blocks.addAll(words.boxes);
        words.boxes.clear();
    }

    /** Whether the paragraph goes on in the next, because its mark isn't there. */
    private boolean markGone(Tag properties) {
        Tag mark = properties.part("w:rPr");
        boolean deleted = mark.has("w:del") || mark.has("w:moveFrom");
        boolean inserted = mark.has("w:ins") || mark.has("w:moveTo");
        if (deleted || inserted) {
            source.remarks.tell("tracked-changes");
        }
        return switch (source.reading) {
            case ACCEPTED -> deleted;
            case REJECTED -> inserted;
        };
    }

    private void line() {
        if (place == null) {
            place = outer;
        }
        line(false);
    }

    private void line(boolean inContents) {
        String style = source.styles.of(properties);
        Optional<Look> known = source.styles.look(style);
        boolean own = source.styles.own(style);
        List<Inline> inlines = words.line.take();
        String number = words.line.takeNumber();
        Place here = place == null ? outer : place;
        place = null;
        boolean blank = inlines.stream().allMatch(Break.class::isInstance);
        if (blank && number.isEmpty() && !own) {
            if (!source.styles.called(style, Look.END)) {
                source.remarks.tell("empty-lines");
            }
            return;
        }
        Optional<Numbering.Label> counted =
                own ? Optional.empty() : source.numbering.next(properties, style);
        if (blank && number.isEmpty() && counted.filter(one -> one.bullet()).isPresent()) {
            return;
        }
        Look look = inContents ? contentsLook(known) : known.orElseGet(() -> guessed(counted));
        String shown = number.isEmpty() ? counted.map(one -> one.text()).orElse("") : number;
        blocks.add(new Line(here, look.opens(), look.role(), look.level(), shown, inlines));
    }

    private static Look contentsLook(Optional<Look> known) {
        int level = known.filter(it -> it.role() == Role.CONTENTS).map(Look::level).orElse(0);
        return new Look(Role.CONTENTS, level, "");
    }

    /**
     * A paragraph of a style that says nothing: a heading by its outline, or text by its indent.
     */
    private Look guessed(Optional<Numbering.Label> number) {
        String style = source.styles.of(properties);
        int outline = Tag.number(paragraphs("w:outlineLvl", style, "w:val"), Line.DEEPEST);
        if (outline >= 0 && outline < Line.DEEPEST) {
            return new Look(Role.HEADING, outline + 1, "");
        }
        if (number.isPresent()) {
            return new Look(Role.BODY, Math.min(number.get().level() + 1, Line.DEEPEST), "");
        }
        String left = paragraphs("w:ind", style, "w:left");
        String indent = left.isEmpty() ? paragraphs("w:ind", style, "w:start") : left;
        int level = Math.clamp(twips(indent) / STEP, 0, Line.DEEPEST);
        return new Look(Role.BODY, level, "");
    }

    private String paragraphs(String child, String style, String attribute) {
        Tag direct = properties.first(child);
        if (direct != null && !direct.get(attribute).isEmpty()) {
            return direct.get(attribute);
        }
        return source.styles.ofParagraph(style, child).map(tag -> tag.get(attribute)).orElse("");
    }

    /** A measure in twips; strict files may say {@code 12pt} (ISO/IEC 29500-1 §22.9.2.14). */
    private static int twips(String measure) {
        if (measure.endsWith("pt") && measure.length() < 9) {
            String points = measure.substring(0, measure.length() - 2);
            int dot = points.indexOf('.');
            return Tag.number(dot < 0 ? points : points.substring(0, dot), 0) * 20;
        }
        return Tag.number(measure, 0);
    }

    private void table(Tag table) {
        if (!words.line.isEmpty()) {
            line();
        }
        new GridReader(source, relations, bookmarks).read(table, outer).ifPresent(blocks::add);
    }
}
