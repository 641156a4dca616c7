package org.danaya.text.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.form.RandomFlows;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final Flow LAW = Policies.law(40);

    @Test
    void archivesAndEverybodyTakeIt() throws Exception {
        byte[] pdf = Pdf.of(LAW, Policies.IMPRINT);
        keep(pdf, "law");
        assertEquals(List.of(), Judges.broken(pdf));
    }

    @Test
    void oneWithoutItsTagsIsRefused() throws Exception {
        try (PDDocument document = Loader.loadPDF(Pdf.of(LAW, Policies.IMPRINT))) {
            document.getDocumentCatalog().setStructureTreeRoot(null);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            assertFalse(Judges.broken(out.toByteArray()).isEmpty());
        }
    }

    @Test
    void theSameTextGivesTheSameBytes() {
        assertArrayEquals(Pdf.of(LAW, Policies.IMPRINT), Pdf.of(LAW, Policies.IMPRINT));
    }

    @Test
    void itSaysWhatItIs() throws Exception {
        byte[] pdf = Pdf.of(LAW, Policies.IMPRINT);
        String info = Judges.poppler(pdf, "pdfinfo");
        assertTrue(info.contains("Title:           Loi n° 2026-001 relative"), info);
        assertTrue(info.contains("Tagged:          yes"), info);
        String fonts = Judges.poppler(pdf, "pdffonts");
        assertEquals(2, fonts.lines().filter(line -> line.contains("yes yes yes")).count(), fonts);
        assertEquals(4, fonts.lines().count(), fonts);
    }

    @Test
    void headingsAreListedWithTheirPages() throws Exception {
        byte[] pdf = Pdf.of(LAW, Policies.IMPRINT);
        String text = Judges.poppler(pdf, "pdftotext", "-layout");
        assertTrue(text.contains("Sommaire"), text.substring(0, 300));
        List<String> pages = Pattern.compile("\f").splitAsStream(text).toList();
        String entry =
                pages.getFirst()
                        .lines()
                        .filter(line -> line.contains("Article 7 "))
                        .findFirst()
                        .orElseThrow();
        int page = Integer.parseInt(entry.replaceAll(".* ", ""));
        assertTrue(pages.get(page - 1).contains("Article 7 Obligations"), pages.get(page - 1));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var first = document.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertEquals("Loi n° 2026-001 relative à la cybersécurité", first.getTitle());
            assertEquals("Titre 1 Dispositions", first.getFirstChild().getTitle());
            int links = 0;
            for (PDAnnotation each : document.getPage(0).getAnnotations()) {
                links += each instanceof PDAnnotationLink ? 1 : 0;
            }
            assertTrue(links >= 40, "links " + links);
        }
    }

    /** What is read aloud: every word of every line in order, footnotes after their line. */
    @Test
    void noWordIsLostOrElsewhere() throws Exception {
        for (Flow flow : List.of(Policies.law(9), new RandomFlows(3).flow(40))) {
            byte[] pdf = Pdf.of(flow, Policies.plain());
            keep(pdf, "spoken");
            assertEquals(Spoken.expected(flow), Spoken.of(pdf));
        }
    }

    /** What a search finds on the pages, whoever ignores tags. */
    @Test
    void pagesHaveTheirWordsFromTopToBottom() throws Exception {
        Flow law = Policies.law(12);
        Flow bare = new Flow("fr", "", law.lines().map(PdfTest::withoutNotes).toList());
        StringBuilder words = new StringBuilder();
        bare.lines().forEach(line -> words.append(line.number()).append(line.text()));
        String text = Judges.poppler(Pdf.of(bare, Policies.plain()), "pdftotext", "-raw");
        assertEquals(
                bare(words.toString()),
                bare(text.replaceAll("(?m)^\\f?Page [0-9]+ sur [0-9]+$", "")));
    }

    private static Block withoutNotes(Line line) {
        return line.with(
                line.inlines().stream().filter(inline -> !(inline instanceof Note)).toList());
    }

    @Test
    void lettersOfMaliAndMarksAreRead() throws Exception {
        String words = "Ɲɛnɛ ŋɔlɔ ɛ̀ ɔ̌ɔ́ kɔ̀nɔ ɲɔ̀gɔn É e\u0301";
        Flow flow = new Flow("bm", "Ɲɛnɛ", List.of(Policies.line(Role.BODY, 0, "", words)));
        byte[] pdf = Pdf.of(flow, Policies.plain());
        assertEquals(List.of(), Judges.broken(pdf));
        String text = Judges.poppler(pdf, "pdftotext");
        assertTrue(
                bare(text).contains(bare(Normalizer.normalize(words, Normalizer.Form.NFC))), text);
    }

    @Test
    void lettersThatNoFaceHasAreTold() throws Exception {
        Flow flow = new Flow("fr", "", List.of(Policies.line(Role.BODY, 0, "", "un 😀中文 mot")));
        byte[] pdf = Pdf.of(flow, Policies.plain());
        keep(pdf, "missing");
        assertTrue(Judges.poppler(pdf, "pdftotext").contains("un 😀中文 mot"));
        assertEquals(List.of(), Judges.broken(pdf));
    }

    /** Whatever the text: valid, and all its words are there. */
    @Test
    void randomTextsAreTaken() throws Exception {
        for (long seed = 0; seed < 24; seed++) {
            Flow flow = new RandomFlows(seed).flow(25);
            byte[] pdf = Pdf.of(flow, Policies.IMPRINT);
            if (seed < 12) {
                assertEquals(List.of(), Judges.broken(pdf), "seed " + seed);
            }
            String text = bare(Judges.poppler(pdf, "pdftotext", "-raw"));
            for (Line line : flow.lines().toList()) {
                for (var inline : line.inlines()) {
                    if (inline instanceof Run run) {
                        for (String word : Pattern.compile(" ").split(run.text(), -1)) {
                            assertTrue(
                                    text.contains(bare(Bits.drawable(word))),
                                    "seed " + seed + ": " + word);
                        }
                    }
                }
            }
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f\\u00ad]", "");
    }

    /** Papers are kept where somebody wants to look at them. */
    static void keep(byte[] pdf, String name) throws IOException {
        String folder = System.getenv("DANAYA_PAPERS");
        if (folder != null) {
            Files.write(Files.createDirectories(Path.of(folder)).resolve(name + ".pdf"), pdf);
        }
    }
}
