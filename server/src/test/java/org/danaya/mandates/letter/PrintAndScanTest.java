package org.danaya.mandates.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Scope;
import org.danaya.page.Browser;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.VerifierFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bearer prints, somebody else's program reads. */
class PrintAndScanTest {

    private static final int SHEETS = 2;
    private static final Scanner OFFICE = new Scanner(150, 2, 0.6 / 150, 10);
    private static final Scanner FINE = new Scanner(300, 2, 0.3 / 300, 6);
    private static final float SMALLEST = 25 * LetterSheet.MM;

    private static final int TRIES = 6;

    /** Always the same sheets: how often a bad scan is read isn't what a test can say. */
    private static final long SEED = Long.getLong("danaya.scan.seed", 20_261_123L);

    @TempDir Path folder;

    private interface Eye {
        Optional<String> read(BufferedImage sheet) throws Exception;
    }

    @Test
    void aLetterPrintedAndScannedAt150DpiIsRead() throws Exception {
        long seed = SEED;
        LetterFacts facts =
                TestLetters.facts(
                        TestLetters.head(MandateKind.HEAD, Scope.OPEN), Optional.of("Exemple"));
        for (Edition edition : Edition.values()) {
            byte[] pdf = TestLetters.pdf().make(facts, edition);
            assertTrue(
                    read(pdf, facts.seal(), seed, PrintAndScanTest::zxing),
                    "zxing, " + edition + ", seed " + seed);
            if (hasZbar()) {
                assertTrue(
                        read(pdf, facts.seal(), seed, this::zbar),
                        "zbar, " + edition + ", seed " + seed);
            }
        }
    }

    /** Whoever doesn't get it at once lays the sheet on the glass again, a few times. */
    private static boolean read(byte[] pdf, String seal, long seed, Eye eye) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            BufferedImage sheet = OFFICE.scan(pdf, new Random(seed + i));
            BufferedImage part =
                    sheet.getSubimage(
                            0,
                            sheet.getHeight() * 2 / 5,
                            sheet.getWidth() / 2,
                            sheet.getHeight() * 3 / 5);
            if (eye.read(compressed(part)).equals(Optional.of(seal))) {
                return true;
            }
        }
        return false;
    }

    /** As machines send it on. */
    private static BufferedImage compressed(BufferedImage sheet) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(sheet, "jpeg", jpeg);
        return ImageIO.read(new ByteArrayInputStream(jpeg.toByteArray()));
    }

    /** The reader of the page that works without a network. */
    @Test
    void theReaderInTheBrowserReadsItToo() throws Exception {
        long seed = SEED;
        LetterFacts facts =
                TestLetters.facts(
                        TestLetters.head(MandateKind.MEMBER, Scope.OPEN), Optional.of("Exemple"));
        byte[] pdf = TestLetters.pdf().make(facts, Edition.FRENCH);
        Files.writeString(folder.resolve(VerifierFile.NAME), VerifierFile.bare());
        try (Browser browser = Browser.open(folder.toUri())) {
            browser.go(VerifierFile.NAME).find("#danaya-verifier[data-ready]");
            assertTrue(
                    read(pdf, facts.seal(), seed, sheet -> jsqr(browser, sheet)),
                    "jsQR, seed " + seed);
        }
    }

    private static Optional<String> jsqr(Browser browser, BufferedImage sheet) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(sheet, "png", png);
        Object said =
                browser.driver()
                        .executeAsyncScript(
                                """
                                const [png, done] = arguments;
                                const image = new Image();
                                image.onload = () => {
                                    let said = null;
                                    for (const filter of ["none", "blur(0.8px)"]) {
                                        const canvas = document.createElement("canvas");
                                        canvas.width = image.width;
                                        canvas.height = image.height;
                                        const pen = canvas.getContext("2d");
                                        pen.filter = filter;
                                        pen.drawImage(image, 0, 0);
                                        pen.filter = "none";
                                        const dots = pen.getImageData(0, 0, image.width, image.height);
                                        const found = jsQR(dots.data, dots.width, dots.height);
                                        said = said || (found && found.data);
                                    }
                                    done(said);
                                };
                                image.src = "data:image/png;base64," + png;
                                """,
                                Base64.getEncoder().encodeToString(png.toByteArray()));
        return Optional.ofNullable(said).map(String::valueOf);
    }

    /**
     * The largest seal, printed at 150 dpi on 25 mm with its quiet zone: two dots of the printer a
     * module. A letter prints it on 40 mm and more. The seeds are always the same, since this is at
     * the edge of what can be read.
     */
    @Test
    void theLargestSealIsReadAt25Millimetres() throws Exception {
        assumeTrue(hasZbar(), "zbarimg (Debian zbar-tools) is not here");
        String text = MandateSeal.PREFIX + "A".repeat(MandateSeal.MAX_CHARACTERS - 4);
        byte[] pdf = alone(text);
        for (int seed = 0; seed < SHEETS; seed++) {
            assertEquals(Optional.of(text), zbar(FINE.scan(pdf, new Random(seed))), "seed " + seed);
        }
    }

    @Test
    void aSealIsNeverMoreThanVersion12() {
        String most = MandateSeal.PREFIX + "A".repeat(MandateSeal.MAX_CHARACTERS - 4);
        assertEquals(65 + 2 * QrPicture.QUIET, QrPicture.of(most).side());
    }

    private static byte[] alone(String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(300, 300));
            document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                QrPicture.of(text).draw(out, 100, 100, SMALLEST);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static Optional<String> zxing(BufferedImage sheet) {
        int[] pixels =
                sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
        try {
            return Optional.of(
                    new QRCodeReader()
                            .decode(
                                    new BinaryBitmap(
                                            new HybridBinarizer(
                                                    new RGBLuminanceSource(
                                                            sheet.getWidth(),
                                                            sheet.getHeight(),
                                                            pixels))),
                                    Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText());
        } catch (ReaderException e) {
            assertTrue(e instanceof NotFoundException || e.getMessage() == null, e.toString());
            return Optional.empty();
        }
    }

    private Optional<String> zbar(BufferedImage sheet) throws Exception {
        Path file = folder.resolve("sheet.png");
        ImageIO.write(sheet, "png", file.toFile());
        Process zbar =
                new ProcessBuilder("zbarimg", "--quiet", "--raw", "--nodbus", file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String said = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(zbar.waitFor(1, TimeUnit.MINUTES));
        return said.isBlank() ? Optional.empty() : Optional.of(said.strip());
    }

    private static boolean hasZbar() {
        try {
            Process process =
                    new ProcessBuilder("zbarimg", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
