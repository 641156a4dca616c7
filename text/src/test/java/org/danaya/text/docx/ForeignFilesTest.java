package org.danaya.text.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;
import org.danaya.text.file.TextFile;
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

    @Test
    void headingsOfOneLevelLieBesideOneAnother() {
        StringBuilder styles =
                new StringBuilder(
                        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/"
                                + "wordprocessingml/2006/main\">");
        for (int level = 1; level <= 3; level++) {
            styles.append("<w:style w:type=\"paragraph\" w:styleId=\"T%d\">".formatted(level))
                    .append("<w:name w:val=\"heading %d\"/></w:style>".formatted(level));
        }
        StringBuilder document = new StringBuilder(ForeignFiles.DOCUMENT);
        heading(document, 1, "Loi relative à la cybersécurité");
        heading(document, 2, "Titre I : Dispositions générales");
        heading(document, 3, "Article 1 : Objet");
        heading(document, 3, "Article 2 : Champ");
        heading(document, 3, "Article 3 : Termes");
        heading(document, 2, "Titre II : Obligations");
        heading(document, 3, "Article 4 : Audit");
        Map<String, byte[]> parts = Parts.of(ForeignFiles.of(document + ForeignFiles.END));
        parts.put(
                "word/styles.xml",
                styles.append("</w:styles>").toString().getBytes(StandardCharsets.UTF_8));
        byte[] file = Parts.packed(parts);
        assertEquals(
                List.of(
                        "title_i",
                        "title_i__art_1",
                        "title_i__art_2",
                        "title_i__art_3",
                        "title_ii",
                        "title_ii__art_4"),
                TextFile.read(file, "fr", LocalDate.of(2025, 7, 1))
                        .identified()
                        .root()
                        .all()
                        .filter(part -> part.kind() == Kind.HIERARCHY)
                        .map(Element::eId)
                        .filter(eId -> !eId.contains("para"))
                        .toList());
    }

    private static void heading(StringBuilder document, int level, String words) {
        document.append("<w:p><w:pPr><w:pStyle w:val=\"T%d\"/></w:pPr>".formatted(level))
                .append("<w:r><w:t>%s</w:t></w:r></w:p>".formatted(words));
        document.append("<w:p><w:r><w:t>La loi le fixe.</w:t></w:r></w:p>");
    }
}
