package org.danaya.text.file;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.danaya.text.TextFault;
import org.danaya.text.akn.AknWriter;
import org.danaya.text.akn.Element;
import org.danaya.text.docx.DocxWriter;
import org.danaya.text.flow.Flow;
import org.danaya.text.form.Legend;
import org.danaya.text.html.Html;
import org.danaya.text.html.RedlineHtml;
import org.danaya.text.markdown.MarkdownWriter;
import org.danaya.text.pdf.Imprint;
import org.danaya.text.pdf.Pdf;
import org.danaya.text.plain.PlainText;
import org.danaya.text.redline.Redline;

/** Writes texts, and what changed between two, in any form. */
public final class TextFiles {

    private TextFiles() {}

    /**
     * What a file says of itself beside its text.
     *
     * @param author whose text it is; may be empty
     * @param date of the file
     * @param foot at the foot of every page; may be empty
     * @param legend for what isn't the text's own
     */
    public record Imprinted(String author, Instant date, String foot, Legend legend) {

        private Imprint imprint() {
            return new Imprint(author, date, foot, true, Imprint.Sheet.UPRIGHT, legend);
        }
    }

    /** A text in a form; the same bytes for the same text. */
    public static byte[] write(Element root, Flow flow, TextForm form, Imprinted imprinted) {
        return switch (form) {
            case AKN -> AknWriter.write(root);
            case DOCX -> DocxWriter.write(flow);
            case PDF -> Pdf.of(flow, imprinted.imprint());
            case HTML -> utf8(Html.document(flow, imprinted.legend()));
            case MARKDOWN -> utf8(MarkdownWriter.of(flow));
            case TEXT -> utf8(PlainText.of(flow));
        };
    }

    /**
     * What changed between two texts.
     *
     * @param form {@link TextForm#DOCX} (tracked changes), {@link TextForm#HTML} or {@link
     *     TextForm#PDF}
     * @throws TextFault {@code text.redline-form} for another form
     */
    public static byte[] write(Redline redline, TextForm form, Imprinted imprinted) {
        return switch (form) {
            case DOCX -> DocxWriter.write(redline, imprinted.author(), imprinted.date());
            case HTML -> utf8(RedlineHtml.document(redline, imprinted.legend(), true));
            case PDF -> Pdf.of(redline, imprinted.imprint());
            case AKN, MARKDOWN, TEXT -> throw new TextFault("text.redline-form", form.code());
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
