package org.danaya.mandates.letter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.danaya.mandates.Amount;
import org.danaya.mandates.Limit;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Scope;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class LetterPdfTest {

    private static final Scope NARROW =
            new Scope(
                    Map.of(
                            Scope.Side.TERRITORY, Limit.of(List.of("ML", "CI")),
                            Scope.Side.EVENTS,
                                    Limit.of(List.of("Forum des technologies (exemple)"))),
                    Optional.of(new Amount(50_000_000, "XOF")));

    @Test
    void theSameMandateGivesTheSameBytes() {
        LetterFacts facts = facts(MandateKind.MANDATE, NARROW);
        for (Edition edition : Edition.values()) {
            assertArrayEquals(
                    TestLetters.pdf().make(facts, edition), TestLetters.pdf().make(facts, edition));
        }
    }

    @Test
    void anArchiveTakesIt() throws Exception {
        for (MandateKind kind : MandateKind.values()) {
            for (Edition edition : Edition.values()) {
                byte[] pdf = TestLetters.pdf().make(facts(kind, NARROW), edition);
                keep(pdf, kind.code() + "-" + edition.code());
                assertEquals(List.of(), broken(pdf), kind + " " + edition);
            }
        }
    }

    @Test
    void anArchiveRefusesOneWithoutItsColours() throws Exception {
        byte[] pdf = TestLetters.pdf().make(facts(MandateKind.MANDATE, NARROW), Edition.FRENCH);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().setOutputIntents(List.of());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            assertFalse(broken(out.toByteArray()).isEmpty());
        }
    }

    @Test
    void itSaysWhatTheMandateSays() throws IOException {
        String text =
                text(TestLetters.pdf().make(facts(MandateKind.MANDATE, NARROW), Edition.BOTH));
        for (String said :
                List.of(
                        "Lettre de mandat",
                        "Letter of mandate",
                        "Ɲɛnɛ Ŋɔlɔ EXEMPLE",
                        "du 1er mars 2026 au 28 février 2027 inclus",
                        "from 1 March 2026 to 28 February 2027",
                        "M-42",
                        "7K3M-9QX2-TB",
                        "EXEMPLE",
                        "Négocier",
                        "aucune valeur officielle",
                        "https://danaya.example/verify")) {
            assertTrue(text.contains(said), said + "\n" + text);
        }
    }

    @Test
    void aDraftSaysThatItIsOne() throws IOException {
        LetterFacts facts =
                TestLetters.facts(TestLetters.head(MandateKind.HEAD, Scope.OPEN), Optional.empty());
        assertTrue(text(TestLetters.pdf().make(facts, Edition.FRENCH)).contains("PROJET"));
        assertFalse(
                text(TestLetters.pdf().make(facts(MandateKind.HEAD, Scope.OPEN), Edition.FRENCH))
                        .contains("PROJET"));
    }

    /** The longest scope that there is, with a word that no line holds and letters no font has. */
    @Test
    void whatIsLongGoesOnOverleaf() throws Exception {
        Scope wide =
                new Scope(
                        Map.of(
                                Scope.Side.MATTERS, many("W".repeat(70)),
                                Scope.Side.TEXTS, many("一二三四五六七八九十 \u202eabc"),
                                Scope.Side.EVENTS, many("événement".repeat(8))),
                        Optional.empty());
        LetterFacts facts =
                TestLetters.facts(
                        TestLetters.head(MandateKind.MANDATE, wide),
                        Optional.of("Exemple"),
                        NARROW);
        byte[] pdf = TestLetters.pdf().make(facts, Edition.BOTH);
        keep(pdf, "long");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getNumberOfPages() > 1);
        }
        assertTrue(text(pdf).contains("page 2 sur"));
        assertEquals(List.of(), broken(pdf));
    }

    @Test
    void aProgramFindsTheSealInTheFile() throws IOException {
        LetterFacts facts = facts(MandateKind.MANDATE, NARROW);
        try (PDDocument document = Loader.loadPDF(TestLetters.pdf().make(facts, Edition.FRENCH))) {
            assertEquals(
                    facts.seal(),
                    document.getDocumentInformation().getCustomMetadataValue(LetterPdf.SEAL));
        }
    }

    private static Limit many(String begin) {
        return Limit.of(IntStream.range(0, 20).mapToObj(i -> begin + i).toList());
    }

    private static LetterFacts facts(MandateKind kind, Scope scope) {
        Mandate.Head head = TestLetters.head(kind, scope);
        return TestLetters.facts(head, Optional.of("Ministère de l’exemple"));
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    /** The clauses of ISO 19005-2 that veraPDF finds broken. */
    static List<String> broken(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            ValidationResult result = validator.validate(parser);
            TreeSet<String> broken = new TreeSet<>();
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add(each.getRuleId().getClause() + " " + each.getMessage());
                }
            }
            assertEquals(result.isCompliant(), broken.isEmpty());
            return List.copyOf(broken);
        }
    }

    /** Letters are kept where somebody wants to look at them. */
    static void keep(byte[] pdf, String name) throws IOException {
        String folder = System.getenv("DANAYA_LETTERS");
        if (folder != null) {
            Files.write(Files.createDirectories(Path.of(folder)).resolve(name + ".pdf"), pdf);
        }
    }
}
