package org.danaya.text.docx;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.danaya.text.docx.part.Markup;
import org.danaya.text.flow.Role;

/**
 * Writes the styles of a file: those that Word has for such lines, and those that it needs more.
 */
final class StylesWriter {

    private static final int STEP = GridWriter.STEP;

    private final Markup out = Markup.part("w:styles");

    /**
     * @param language of the text, or empty
     * @param used names of paragraphs' styles
     */
    static byte[] write(String language, Set<String> used) {
        StylesWriter writer = new StylesWriter();
        writer.defaults(language);
        Set<String> names = new TreeSet<>(used);
        for (int level = 1; level <= 9; level++) {
            names.add("heading " + level);
            names.add("toc " + level);
        }
        names.add("Title");
        names.add("caption");
        names.add("Body Text");
        names.add("footnote text");
        names.add(Look.END);
        names.forEach(writer::paragraph);
        writer.words();
        return writer.out.bytes();
    }

    private void defaults(String language) {
        out.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
        String font = "Times New Roman";
        out.empty("w:rFonts", "w:ascii", font, "w:hAnsi", font, "w:eastAsia", font, "w:cs", font);
        out.value("w:sz", "22").value("w:szCs", "22");
        if (!language.isEmpty()) {
            out.value("w:lang", language);
        }
        out.close().close().open("w:pPrDefault").open("w:pPr");
        out.empty("w:spacing", "w:after", "120", "w:line", "259", "w:lineRule", "auto");
        out.close().close().close();
        out.open("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "Normal");
        out.value("w:name", "Normal").empty("w:qFormat").close();
    }

    private void paragraph(String name) {
        Optional<Look> own = Look.own(name);
        Optional<Look> known = Look.known(name);
        out.open(
                "w:style",
                "w:type",
                "paragraph",
                "w:customStyle",
                own.isPresent() || name.equals(Look.END) ? "1" : "",
                "w:styleId",
                Look.id(name));
        out.value("w:name", name);
        out.value("w:basedOn", own.map(StylesWriter::base).orElse("Normal"));
        if (known.filter(look -> look.role() == Role.HEADING).isPresent()) {
            out.value("w:next", "BodyText");
        }
        out.empty("w:qFormat");
        if (name.equals(Look.END)) {
            out.open("w:pPr").empty("w:spacing", "w:after", "0").close();
        } else if (name.equals("footnote text")) {
            out.open("w:pPr").empty("w:spacing", "w:after", "0").close();
            out.open("w:rPr").value("w:sz", "18").value("w:szCs", "18").close();
        } else {
            own.or(() -> known).ifPresent(look -> look(look, own.isPresent()));
        }
        out.close();
    }

    private static String base(Look look) {
        return switch (look.role()) {
            case TITLE -> "Title";
            case HEADING -> "Heading" + Math.max(1, look.level());
            case CAPTION -> "Caption";
            case CONTENTS -> "Toc" + Math.max(1, look.level());
            case BODY -> "BodyText";
            case FRONT, CROSS_HEADING -> "Normal";
        };
    }

    private void look(Look look, boolean own) {
        switch (look.role()) {
            case TITLE -> {
                if (!own) {
                    properties("center", 0, 0, -1);
                    letters(36, true);
                }
            }
            case HEADING -> {
                properties("", 0, 0, Math.max(1, look.level()) - 1);
                if (!own) {
                    letters(Math.max(22, 32 - 2 * look.level()), true);
                }
            }
            case CROSS_HEADING -> {
                properties("center", 0, 0, -1);
                out.open("w:rPr").empty("w:i").close();
            }
            case CAPTION -> {
                if (!own) {
                    properties("", 0, 0, -1);
                    letters(20, true);
                }
            }
            case CONTENTS -> properties("", Math.max(0, look.level() - 1) * STEP, 0, -1);
            case BODY, FRONT -> {
                boolean hangs = !look.opens().isEmpty() && look.level() > 0;
                properties("", look.level() * STEP, hangs ? STEP : 0, -1);
            }
        }
    }

    private void properties(String justified, int left, int hanging, int outline) {
        out.open("w:pPr");
        if (outline >= 0) {
            out.empty("w:keepNext").empty("w:spacing", "w:before", "240", "w:after", "120");
        }
        if (left > 0) {
            String by = Integer.toString(hanging);
            out.empty("w:ind", "w:left", Integer.toString(left), "w:hanging", by);
        }
        if (!justified.isEmpty()) {
            out.value("w:jc", justified);
        }
        if (outline >= 0) {
            out.value("w:outlineLvl", Integer.toString(outline));
        }
        out.close();
    }

    private void letters(int halfPoints, boolean bold) {
        out.open("w:rPr");
        if (bold) {
            out.empty("w:b");
        }
        String size = Integer.toString(halfPoints);
        out.value("w:sz", size).value("w:szCs", size).close();
    }

    private void words() {
        style("Default Paragraph Font", "DefaultParagraphFont", "1").close();
        style("footnote reference", "FootnoteReference", "").open("w:rPr");
        out.value("w:vertAlign", "superscript").close().close();
        style("Hyperlink", "Hyperlink", "").open("w:rPr");
        out.value("w:color", "0563C1").value("w:u", "single").close().close();
        style(Look.NUMBER, Look.id(Look.NUMBER), "").close();
        style(Look.DEFINED, Look.id(Look.DEFINED), "").open("w:rPr");
        out.value("w:color", "1F3864").close().close();
        style(Look.PICTURE, Look.id(Look.PICTURE), "").open("w:rPr");
        out.value("w:color", "595959").close().close();
        style(Look.MARKER, Look.id(Look.MARKER), "").open("w:rPr");
        out.value("w:vertAlign", "superscript").close().close();
        style(Look.UNSEEN, Look.id(Look.UNSEEN), "").open("w:rPr");
        out.empty("w:vanish").close().close();
    }

    private Markup style(String name, String id, String standard) {
        String own = name.startsWith("Akn") ? "1" : "";
        out.open(
                "w:style",
                "w:type",
                "character",
                "w:default",
                standard,
                "w:customStyle",
                own,
                "w:styleId",
                id);
        return out.value("w:name", name);
    }
}
