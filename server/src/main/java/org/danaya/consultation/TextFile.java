package org.danaya.consultation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.danaya.text.TextFault;
import org.danaya.text.akn.AknReader;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identifiers;
import org.danaya.text.akn.Identity;
import org.danaya.text.docx.Docx;
import org.danaya.text.docx.DocxReader;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Recognition;
import org.danaya.text.flow.TreeWriter;

/**
 * Reads a file by what is in it, whatever it is called.
 *
 * @param form {@code akn}, {@code docx}, {@code markdown}
 * @param root the tree that it was understood as
 * @param remarks what was left out or guessed
 */
record TextFile(String form, Element root, List<Understood.Remark> remarks) {

    /**
     * Reads a file.
     *
     * @param language ISO 639-2, where the file says nothing
     * @throws TextFault where it can't be read
     */
    static TextFile read(byte[] file, String language, LocalDate day) {
        if (begins(file, "PK")) {
            Docx docx = DocxReader.read(file);
            Flow flow = Recognition.recognise(docx.flow());
            String written = flow.language().isEmpty() ? language : flow.language();
            return new TextFile(
                    "docx",
                    TreeWriter.write(flow, Identity.unknown(written, day)),
                    docx.remarks().stream()
                            .map(remark -> new Understood.Remark(remark.code(), remark.count()))
                            .toList());
        }
        if (begins(file, "<")) {
            return new TextFile("akn", Identifiers.identified(AknReader.read(file)), List.of());
        }
        throw new TextFault("text.form");
    }

    private static boolean begins(byte[] file, String with) {
        String begin = new String(file, 0, Math.min(file.length, 200), StandardCharsets.UTF_8);
        return begin.replace("\ufeff", "").stripLeading().startsWith(with);
    }
}
