package org.danaya.text.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Corpus;
import org.danaya.text.akn.Element;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.form.Legend;
import org.danaya.text.redline.Comparison;
import org.junit.jupiter.api.Test;

class TextFileTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final TextFiles.Imprinted IMPRINTED =
            new TextFiles.Imprinted("", Instant.parse("2025-07-01T00:00:00Z"), "", Legend.FRENCH);

    private static TextFile read(String text) {
        return TextFile.read(text.getBytes(StandardCharsets.UTF_8), "fr", DAY);
    }

    @Test
    void aFileIsReadByWhatIsInIt() {
        TextFile markdown = read("# Loi (exemple)\n\nArticle 1 : Objet\n\nElle vise.\n");
        assertEquals(TextForm.MARKDOWN, markdown.form());
        assertEquals(
                "art_1",
                markdown.root()
                        .all()
                        .filter(e -> e.tag().equals("article"))
                        .findFirst()
                        .orElseThrow()
                        .eId());
        for (TextForm form : List.of(TextForm.AKN, TextForm.DOCX, TextForm.MARKDOWN)) {
            byte[] file = TextFiles.write(markdown.root(), markdown.flow(), form, IMPRINTED);
            TextFile again = TextFile.read(file, "fr", DAY);
            assertEquals(form, again.form());
            assertEquals(markdown.flow().words(), again.flow().words());
            assertEquals(
                    markdown.flow().lines().toList(), again.flow().lines().toList(), form.code());
        }
    }

    @Test
    void headingsOfOneLevelLieBesideOneAnotherBelowATitle() {
        String typed =
                """
                # Loi relative à la cybersécurité (exemple)

                ## Titre I : Dispositions générales

                ### Article 1

                Elle vise.

                ### Article 2

                Elle vaut.

                ### Article 3

                Elle dit.

                ## Titre II : Obligations

                ### Article 4

                Chacun agit.
                """;
        assertEquals(
                List.of(
                        "title_i",
                        "title_i__art_1",
                        "title_i__art_2",
                        "title_i__art_3",
                        "title_ii",
                        "title_ii__art_4"),
                read(typed)
                        .identified()
                        .root()
                        .all()
                        .filter(e -> e.tag().equals("title") || e.tag().equals("article"))
                        .map(Element::eId)
                        .toList());
    }

    @Test
    void whatIsNoTextIsRefused() {
        for (byte[] file :
                List.of(
                        new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2},
                        new byte[] {0, 1, 2, 3, 4},
                        new byte[] {'%', 'P', 'D', 'F', 0, (byte) 0xe2})) {
            assertEquals(
                    "text.form",
                    assertThrows(TextFault.class, () -> TextFile.read(file, "", DAY)).code());
        }
    }

    @Test
    void nationalDocumentsAreWrittenInEveryFormAndReadAgain() {
        for (Path document : Corpus.documents()) {
            Element root = Corpus.read(document);
            Flow flow = FlowReader.read(root);
            for (TextForm form : TextForm.values()) {
                byte[] file = TextFiles.write(root, flow, form, IMPRINTED);
                assertTrue(file.length > 1000, document + " " + form);
                if (form == TextForm.AKN) {
                    assertEquals(flow, TextFile.read(file, "", DAY).flow(), document.toString());
                }
            }
            byte[] same = TextFiles.write(Comparison.compare(flow, flow), TextForm.DOCX, IMPRINTED);
            assertTrue(same.length > 1000);
        }
    }
}
