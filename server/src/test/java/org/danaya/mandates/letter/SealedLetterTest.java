package org.danaya.mandates.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.PlatformSeals;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.verify.Parsed;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters on the shared platform: a draft first, sealed once there is a certificate. */
class SealedLetterTest {

    @TempDir Path folder;

    @Test
    void aLetterIsADraftUntilItsStructureCanSeal() throws Exception {
        String name = "letters-" + UUID.randomUUID().toString().substring(0, 8);
        PlatformMandates kit = new PlatformMandates(name, "ML" + name.substring(8, 12));
        Mandate.Head head =
                kit.inForce(
                                kit.terms(
                                        kit.person("Ɲɛnɛ", "Exemple"),
                                        Scope.OPEN,
                                        Power.SIGN,
                                        Power.SPEAK))
                        .getFirst();
        Letters letters = TestPlatform.bean(Letters.class);
        letters.make(head.id());
        assertEquals(2, letters.of(head.id()).size());
        assertTrue(letters.of(head.id()).stream().allMatch(Letter::draft));

        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.STRUCTURES);
        PlatformSeals.certify(
                TestPlatform::bean,
                head.terms().structure(),
                head.names().structure(),
                head.names().structure());
        letters.make(head.id());
        List<Letter> sealed = letters.of(head.id());
        assertTrue(sealed.stream().noneMatch(Letter::draft), sealed.toString());

        for (Edition edition : Edition.values()) {
            byte[] pdf = letters.content(head.id(), edition).orElseThrow();
            LetterPdfTest.keep(pdf, "sealed-" + edition.code());
            assertEquals(List.of(), LetterPdfTest.broken(pdf), "PDF/A still, with its signature");
            assertFalse(LetterPdfTest.text(pdf).contains("PROJET"));
            assertInstanceOf(Parsed.Ok.class, MandateSeal.read(seal(pdf)));
            String said = pdfsig(pdf, edition.code());
            assertTrue(said.contains("Signature is Valid."), said);
            assertTrue(said.contains("ETSI.CAdES.detached"), said);
        }

        letters.make(head.id());
        assertEquals(sealed, letters.of(head.id()), "What is there already isn't made again");
    }

    private static String seal(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getDocumentInformation().getCustomMetadataValue(LetterPdf.SEAL);
        }
    }

    private String pdfsig(byte[] pdf, String name) throws Exception {
        Path file = Files.write(folder.resolve(name + ".pdf"), pdf);
        Process judge;
        try {
            judge =
                    new ProcessBuilder("pdfsig", "-nocert", file.toString())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException _) {
            assumeTrue(false, "pdfsig (Debian poppler-utils) is not here");
            throw new AssertionError();
        }
        String said = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(judge.waitFor(1, TimeUnit.MINUTES));
        return said;
    }
}
