package org.danaya.text.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.danaya.text.flow.Block;
import org.junit.jupiter.api.Test;

/** Files that Word's users write: their lists, fields, boxes and changes. */
class ForeignFilesTest {

    private static final byte[] FILE =
            ForeignFiles.of(ForeignFiles.DOCUMENT + ForeignFiles.BODY + ForeignFiles.END);

    @Test
    void whatSomebodySeesInTheFileIsRead() {
        assertEquals(
                List.of(
                        "HEADING 1: I. Objet",
                        "BODY 2: I.1 La loi fixe\nLoi n° 2019-056.",
                        "BODY 2: I.2 les nouvelles règles",
                        "BODY 0: sans numéro",
                        "BODY 0: dit",
                        "BODY 0: lien",
                        "BODY 0: encadré",
                        "BODY 0: tête",
                        "BODY 0: un",
                        "BODY 0: dedans",
                        "BODY 0: ",
                        "CONTENTS 0: Objet 1"),
                said(DocxReader.read(FILE)));
        List<String> rejected = said(DocxReader.read(FILE, Reading.REJECTED));
        assertEquals("BODY 2: I.2 les anciennes règles", rejected.get(2));
    }

    @Test
    void whatIsLeftOutOrDoubtfulIsTold() {
        assertEquals(
                List.of(
                        new Remark("text.docx.comments", 1),
                        new Remark("text.docx.empty-lines", 4),
                        new Remark("text.docx.hidden", 1),
                        new Remark("text.docx.nested-tables", 1),
                        new Remark("text.docx.numbering-broken", 1),
                        new Remark("text.docx.style-cycle", 1),
                        new Remark("text.docx.text-boxes", 1),
                        new Remark("text.docx.tracked-changes", 2)),
                DocxReader.read(FILE).remarks());
        Map<String, byte[]> parts = Parts.of(FILE);
        parts.put("word/vbaProject.bin", new byte[10]);
        assertEquals(1, DocxReader.read(Parts.packed(parts)).count("text.docx.macros"));
    }

    /** A style that is based on fifty others, a thousand of them, for five thousand paragraphs. */
    @Test
    void aThousandStylesAreRead() {
        StringBuilder text = new StringBuilder(ForeignFiles.DOCUMENT);
        for (int i = 0; i < 5_000; i++) {
            text.append("<w:p><w:pPr><w:pStyle w:val=\"S%d\"/></w:pPr>".formatted(i % 1_000));
            text.append("<w:r><w:t>Alinéa ").append(i).append("</w:t></w:r></w:p>");
        }
        Map<String, byte[]> parts = Parts.of(ForeignFiles.of(text + ForeignFiles.END));
        StringBuilder styles = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            String base = i % 50 == 0 ? "Titre1" : "S" + (i - 1);
            styles.append("<w:style w:type=\"paragraph\" w:styleId=\"S%d\">".formatted(i));
            styles.append("<w:name w:val=\"Style %d\"/>".formatted(i));
            styles.append("<w:basedOn w:val=\"%s\"/></w:style>".formatted(base));
        }
        String old = new String(parts.get("word/styles.xml"), StandardCharsets.UTF_8);
        String all = old.replace("</w:styles>", styles + "</w:styles>");
        parts.put("word/styles.xml", all.getBytes(StandardCharsets.UTF_8));
        List<String> said = said(DocxReader.read(Parts.packed(parts)));
        assertEquals(5_000, said.size());
        assertTrue(said.getLast().startsWith("HEADING 1: "), said.getLast());
        assertTrue(said.getLast().endsWith(" Alinéa 4999"), said.getLast());
    }

    private static List<String> said(Docx docx) {
        return docx.flow().blocks().stream()
                .flatMap(Block::lines)
                .map(line -> "%s %d: %s".formatted(line.role(), line.level(), line.words()))
                .toList();
    }
}
