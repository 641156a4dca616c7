package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.danaya.text.docx.part.Archive;
import org.danaya.text.docx.part.Tag;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Style;
import org.danaya.text.form.Address;

/** Reads what is in paragraphs, one after another, into a line. */
final class WordsReader {

    /** How deep notes and text boxes may lie in one another. */
    private static final int DEEPEST_STORY = 4;

    private static final Pattern ADJACENT = Pattern.compile("]\\[");

    private final Source source;
    private final Map<String, Archive.Relation> relations;
    private final Bookmarks bookmarks;
    private final Beginning begins;
    final Fields fields = new Fields();
    final LineBuilder line = new LineBuilder();

    /** What text boxes in the paragraph hold. */
    final List<Block> boxes = new ArrayList<>();

    /** The alternative text of a picture, as far as it was read. */
    private final StringBuilder picture = new StringBuilder();

    /**
     * Whether what is read is a note, and whether it said its marker, which is none of its words.
     */
    boolean inNote;

    boolean said;

    /** The footnote whose marker may go on. */
    private Optional<Note> marked = Optional.empty();

    /** Told before anything is added to a line. */
    @FunctionalInterface
    interface Beginning {
        /** The place of the line. */
        Place line();
    }

    /**
     * A reader.
     *
     * @param begins told before anything is added to the line, of which it gives the place
     */
    WordsReader(
            Source source,
            Map<String, Archive.Relation> relations,
            Bookmarks bookmarks,
            Beginning begins) {
        this.source = source;
        this.relations = relations;
        this.bookmarks = bookmarks;
        this.begins = begins;
    }

    /** Reads a paragraph's content. */
    void read(Tag paragraph) {
        content(paragraph, "");
        ended();
        fields.paragraph();
    }

    private void content(Tag parent, String href) {
        for (Tag child : parent.children()) {
            switch (child.name()) {
                case "w:r" -> run(child, href);
                case "w:hyperlink" -> content(child, link(child));
                case "w:ins", "w:moveTo" -> {
                    source.remarks.tell("tracked-changes");
                    if (source.reading == Reading.ACCEPTED) {
                        content(child, href);
                    }
                }
                case "w:del", "w:moveFrom" -> {
                    source.remarks.tell("tracked-changes");
                    if (source.reading == Reading.REJECTED) {
                        content(child, href);
                    }
                }
                case "w:fldSimple" -> {
                    Fields.Code code = Fields.Code.of(child.get("w:instr"));
                    content(child, link(code).orElse(href));
                }
                case "w:sdt" -> control(child, href);
                case "w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:rubyBase", "mc:Choice" ->
                        content(child, href);
                case "mc:AlternateContent" -> alternatives(child, href);
                case "m:oMath", "m:oMathPara" -> {
                    source.remarks.tell("equations");
                    child.below()
                            .filter(tag -> tag.is("m:t"))
                            .forEach(tag -> words(tag.text(), Style.PLAIN.to(href)));
                }
                case "w:bookmarkStart" -> bookmarks.begin(child);
                case "w:bookmarkEnd" -> bookmarks.end(child);
                default -> {}
            }
        }
    }

    private void control(Tag control, String href) {
        if (control.part("w:sdtPr").on("w:showingPlcHdr", false)) {
            source.remarks.tell("placeholders");
        } else {
            content(control.part("w:sdtContent"), href);
        }
    }

    private void alternatives(Tag alternatives, String href) {
        Tag choice = alternatives.first("mc:Choice");
        Tag taken = choice == null ? alternatives.part("mc:Fallback") : choice;
        content(taken, href);
        inRun(taken, Style.PLAIN.to(href));
    }

    private String link(Tag hyperlink) {
        Archive.Relation relation = relations.get(hyperlink.get("r:id"));
        String anchor = hyperlink.get("w:anchor");
        if (relation == null) {
            return bookmarks.address(anchor);
        }
        return outside(relation.target(), anchor);
    }

    private String outside(String target, String anchor) {
        String address = anchor.isEmpty() || target.contains("#") ? target : target + "#" + anchor;
        Optional<String> known = Address.outside(address);
        if (known.isEmpty()) {
            source.remarks.tell("links");
        }
        return known.orElse("");
    }

    private Optional<String> link(Fields.Code code) {
        return switch (code.name()) {
            case "HYPERLINK" ->
                    Optional.of(
                            code.argument().isEmpty()
                                    ? bookmarks.address(code.place())
                                    : outside(code.argument(), code.place()));
            case "REF" -> Optional.of(bookmarks.address(code.argument()));
            default -> Optional.empty();
        };
    }

    private void run(Tag run, String href) {
        Tag properties = run.part("w:rPr");
        Tag change = properties.first("w:rPrChange");
        if (change != null) {
            source.remarks.tell("tracked-changes");
            if (source.reading == Reading.REJECTED) {
                properties = change.part("w:rPr");
            }
        }
        String name = properties.value("w:rStyle");
        if (source.styles.called(name, Look.UNSEEN)) {
            return;
        }
        if (source.styles.called(name, Look.NUMBER) && line.isEmpty()) {
            number(run);
            return;
        }
        if (source.styles.called(name, Look.MARKER)) {
            said = true;
            marker(run);
            return;
        }
        if (inNote && line.isEmpty() && source.styles.calls(name)) {
            said = true;
            return;
        }
        if (toggled(properties, name, "w:vanish")) {
            source.remarks.tell("hidden");
            return;
        }
        if (toggled(properties, name, "w:strike") || toggled(properties, name, "w:dstrike")) {
            source.remarks.tell("struck");
        }
        if (source.styles.called(name, Look.PICTURE)) {
            begins.line();
            run.all("w:t").forEach(tag -> picture.append(tag.text()));
            run.all("w:delText").forEach(tag -> picture.append(tag.text()));
            return;
        }
        Optional<String> field = fields.link().flatMap(this::link);
        inRun(run, style(properties, name).to(field.orElse(href)));
    }

    private boolean toggled(Tag properties, String style, String child) {
        boolean inherited =
                source.styles
                        .ofWords(style, child)
                        .filter(tag -> !tag.get("w:val").matches("0|false|off|none"))
                        .isPresent();
        return properties.on(child, inherited);
    }

    private Style style(Tag properties, String name) {
        Style style = Style.PLAIN;
        if (source.styles.called(name, Look.DEFINED)) {
            style = style.with(Mark.DEFINED);
        }
        boolean link =
                source.styles.called(name, "Hyperlink")
                        || source.styles.called(name, "Internet link");
        if (toggled(properties, name, "w:b")) {
            style = style.with(Mark.BOLD);
        }
        if (toggled(properties, name, "w:i")) {
            style = style.with(Mark.ITALIC);
        }
        if (link ? properties.on("w:u", false) : toggled(properties, name, "w:u")) {
            style = style.with(Mark.UNDERLINE);
        }
        Tag own = properties.first("w:vertAlign");
        String raised =
                own != null
                        ? own.get("w:val")
                        : source.styles
                                .ofWords(name, "w:vertAlign")
                                .map(tag -> tag.get("w:val"))
                                .orElse("");
        return switch (raised) {
            case "superscript" -> style.with(Mark.SUPERSCRIPT);
            case "subscript" -> style.with(Mark.SUBSCRIPT);
            default -> style;
        };
    }

    private void number(Tag run) {
        for (Tag child : run.children()) {
            switch (child.name()) {
                case "w:t", "w:delText" -> {
                    begins.line();
                    line.number(child.text());
                }
                case "w:noBreakHyphen" -> line.number("\u2011");
                case "w:tab" -> line.number(" ");
                default -> {}
            }
        }
    }

    /** What is left of a footnote's marker; in the note itself it is said again. */
    private void marker(Tag run) {
        if (marked.isPresent()) {
            String more = String.join("", run.children().stream().map(Tag::text).toList());
            marked = marked.map(note -> new Note(note.marker() + more, note.lines()));
        }
    }

    private void inRun(Tag run, Style style) {
        for (Tag child : run.children()) {
            switch (child.name()) {
                case "w:t", "w:delText" -> words(child.text(), style);
                case "w:tab", "w:ptab" -> words(" ", style);
                case "w:br" -> breaks(child, style);
                case "w:cr" -> add(new Break());
                case "w:noBreakHyphen" -> words("\u2011", style);
                case "w:sym" -> symbol(child, style);
                case "w:fldChar" -> fields.mark(child.get("w:fldCharType"));
                case "w:instrText" -> fields.code(child.text());
                case "w:footnoteReference" -> note(source.footnote(child), child, run);
                case "w:endnoteReference" -> note(source.endnote(child), child, run);
                case "w:drawing", "w:pict" -> drawing(child);
                case "w:object" -> source.remarks.tell("objects");
                case "mc:AlternateContent" -> alternatives(child, style.href());
                case "w:ruby" -> content(child.part("w:rubyBase"), style.href());
                default -> {}
            }
            if (child.is("w:footnoteReference") && Source.own(child)) {
                return;
            }
        }
    }

    private void words(String words, Style style) {
        if (words.isEmpty() || !fields.shown() || (fields.page() && fields.contents())) {
            return;
        }
        ended();
        if (!words.isBlank()) {
            begins.line();
        }
        line.words(words, style);
    }

    private void add(Inline inline) {
        if (fields.shown()) {
            ended();
            begins.line();
            line.add(inline);
        }
    }

    private void breaks(Tag tag, Style style) {
        switch (tag.get("w:type")) {
            case "page", "column" -> words(" ", style);
            default -> add(new Break());
        }
    }

    private void symbol(Tag tag, Style style) {
        String shown = Numerals.symbol(tag.get("w:char"));
        if (shown.isEmpty()) {
            source.remarks.tell("symbols");
        }
        words(shown, style);
    }

    private void note(Source.Called called, Tag reference, Tag run) {
        if (source.depth >= DEEPEST_STORY) {
            source.remarks.tell("notes-broken");
            return;
        }
        Place place = begins.line();
        String marker = called.marker();
        if (Source.own(reference)) {
            List<Tag> after = run.children();
            after = after.subList(after.indexOf(reference) + 1, after.size());
            marker = String.join("", after.stream().map(Tag::text).toList()).strip();
        }
        List<Line> lines = BlockReader.note(source, called, marker, place);
        ended();
        marked = Optional.of(new Note(marker, lines));
        if (!Source.own(reference)) {
            ended();
        }
    }

    /** What was gathered over several runs is whole. */
    private void ended() {
        if (marked.isPresent()) {
            line.add(marked.get());
            marked = Optional.empty();
        }
        if (!picture.isEmpty()) {
            String written = picture.toString().strip();
            picture.setLength(0);
            boolean framed = written.startsWith("[") && written.endsWith("]");
            String inner = framed ? written.substring(1, written.length() - 1) : written;
            for (String alternative : ADJACENT.splitAsStream(inner).toList()) {
                String shown = alternative.equals(WordsWriter.UNSAID) ? "" : alternative;
                String address = source.names.pictures().getOrDefault(shown, "");
                line.add(new Picture(address, shown));
            }
        }
    }

    private void drawing(Tag drawing) {
        boolean boxed = false;
        for (Tag tag : drawing.below().filter(one -> one.is("w:txbxContent")).toList()) {
            boxed = true;
            if (source.depth < DEEPEST_STORY) {
                source.remarks.tell("text-boxes");
                boxes.addAll(BlockReader.box(source, tag, relations));
            }
        }
        boolean shown = drawing.below().anyMatch(one -> one.name().endsWith(":blip"));
        if (!boxed || shown) {
            source.remarks.tell("pictures");
            String described =
                    drawing.below()
                            .filter(one -> one.is("wp:docPr"))
                            .map(one -> one.get("descr").strip())
                            .findFirst()
                            .orElse("");
            add(new Picture("", described));
        }
    }
}
