package org.danaya.text.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.danaya.text.TextFault;
import org.danaya.text.akn.AknReader;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identifiers;
import org.danaya.text.akn.Identity;
import org.danaya.text.docx.Docx;
import org.danaya.text.docx.DocxReader;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.flow.Recognition;
import org.danaya.text.flow.TreeWriter;
import org.danaya.text.markdown.MarkdownReader;

/**
 * A text that was read from a file.
 *
 * @param form {@link TextForm#AKN}, {@link TextForm#DOCX} or {@link TextForm#MARKDOWN}
 * @param root {@code akomaNtoso}: as it came, or as its structure was recognised
 * @param flow its lines
 * @param remarks what was left out, or read in another way than it is shown
 */
public record TextFile(TextForm form, Element root, Flow flow, List<Remark> remarks) {

    /** Keeps a copy. */
    public TextFile {
        remarks = List.copyOf(remarks);
    }

    /**
     * Something that whoever hands in a file should know.
     *
     * @param code stable, such as {@code text.docx.comments}
     * @param count how often
     */
    public record Remark(String code, int count) {}

    /**
     * Reads a file by what is in it: a package is Word's, what begins with {@code <} is Akoma
     * Ntoso, other text in UTF-8 is Markdown.
     *
     * @param language BCP 47, of a text that doesn't say its own; may be empty
     * @param day of a text that doesn't say its own
     * @throws TextFault {@code text.form} where it is none of these; what the readers say otherwise
     */
    public static TextFile read(byte[] file, String language, LocalDate day) {
        TextForm form = formOf(file);
        if (form == TextForm.DOCX) {
            Docx docx = DocxReader.read(file);
            return typed(
                    TextForm.DOCX,
                    docx.flow(),
                    language,
                    day,
                    docx.remarks().stream()
                            .map(remark -> new Remark(remark.code(), remark.count()))
                            .toList());
        }
        if (form == TextForm.AKN) {
            Element root = AknReader.read(file);
            return new TextFile(TextForm.AKN, root, FlowReader.read(root), List.of());
        }
        MarkdownReader.Read read = MarkdownReader.read(utf8(file), language);
        Map<String, Integer> counts = new TreeMap<>();
        read.remarks().forEach(remark -> counts.merge(code(remark.kind()), 1, Integer::sum));
        return typed(
                TextForm.MARKDOWN,
                read.flow(),
                language,
                day,
                counts.entrySet().stream()
                        .map(count -> new Remark(count.getKey(), count.getValue()))
                        .toList());
    }

    /**
     * What {@link #read} takes a file for.
     *
     * @throws TextFault {@code text.form}
     */
    public static TextForm formOf(byte[] file) {
        if (begins(file, 0x50, 0x4b) || begins(file, 0xd0, 0xcf)) {
            return TextForm.DOCX;
        }
        return utf8(file).stripLeading().startsWith("<") ? TextForm.AKN : TextForm.MARKDOWN;
    }

    private static String code(Enum<?> kind) {
        return "text.markdown." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static TextFile typed(
            TextForm form, Flow typed, String language, LocalDate day, List<Remark> remarks) {
        Flow flow = Recognition.recognise(typed);
        String written = flow.language().isEmpty() ? language : flow.language();
        Element root = TreeWriter.write(flow, Identity.unknown(written, day));
        return new TextFile(form, root, FlowReader.read(root), remarks);
    }

    /** Whether there is no letter and no figure in it. */
    public boolean isWordless() {
        return flow.words().codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** The same text with an eId on each part. */
    public TextFile identified() {
        Element identified = Identifiers.identified(root);
        return new TextFile(form, identified, FlowReader.read(identified), remarks);
    }

    private static boolean begins(byte[] file, int first, int second) {
        return file.length > 3 && (file[0] & 0xff) == first && (file[1] & 0xff) == second;
    }

    /** The text of a file in UTF-8; XML may say that it is in something else. */
    private static String utf8(byte[] file) {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(file))
                            .toString();
            if (text.indexOf('\0') >= 0) {
                return otherwise(file);
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            return otherwise(file);
        }
    }

    private static String otherwise(byte[] file) {
        String begin = new String(file, 0, Math.min(file.length, 8), StandardCharsets.ISO_8859_1);
        if (begin.contains("<")) {
            return "<";
        }
        throw new TextFault("text.form");
    }
}
