package org.danaya.text.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Programs that judge a PDF and weren't written here: veraPDF and Poppler's. */
final class Judges {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Judges() {}

    /** The rules that a file breaks. */
    static List<String> broken(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            TreeSet<String> broken = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add(
                            assertion.getRuleId().getClause()
                                    + " "
                                    + assertion.getMessage()
                                    + " "
                                    + assertion.getLocation().getContext());
                }
            }
            assertEquals(result.isCompliant(), broken.isEmpty());
            return broken.stream().limit(5).toList();
        }
    }

    /** Both at once. */
    static List<String> broken(byte[] pdf) throws Exception {
        List<String> broken = new ArrayList<>(broken(pdf, PDFAFlavour.PDFA_2_A));
        broken.addAll(broken(pdf, PDFAFlavour.PDFUA_1));
        return broken;
    }

    /** What a program of Poppler says of a file; without it the test says that it couldn't run. */
    static String poppler(byte[] pdf, String program, String... options) throws Exception {
        Path file = Files.createTempFile("danaya", ".pdf");
        Path said = Files.createTempFile("danaya", ".txt");
        try {
            Files.write(file, pdf);
            List<String> command = new ArrayList<>(List.of(program));
            command.addAll(List.of(options));
            command.add(file.toString());
            if (program.equals("pdftotext")) {
                command.add("-");
            }
            Process process;
            try {
                process =
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(said.toFile())
                                .start();
            } catch (IOException e) {
                assumeTrue(false, program + " (poppler-utils) is not installed");
                throw e;
            }
            process.waitFor();
            return Files.readString(said, StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
            Files.delete(said);
        }
    }
}
