package org.danaya.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.SealedMandate;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.VerifierFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The verifier as one file, from a disk and without a network, in a real browser. */
class OfflineVerifierTest {

    private static final Instant NOW = ExampleAuthority.NOW;

    @TempDir private static Path folder;
    private static Browser browser;
    private static ExampleAuthority authority;
    private static Anchor anchor;

    @BeforeAll
    static void open() throws GeneralSecurityException {
        authority = new ExampleAuthority();
        anchor = authority.anchor();
        browser = Browser.open(folder.toUri());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void shows(String html) throws IOException {
        Files.writeString(folder.resolve(VerifierFile.NAME), html);
        browser.go(VerifierFile.NAME);
        browser.driver().executeScript("localStorage.clear()");
        browser.go(VerifierFile.NAME);
        browser.find("#danaya-verifier[data-ready]");
    }

    /** Signed in the past of any clock that runs these tests, so that it is told to be old. */
    @Test
    void aReaderWithAKeyboardSeesTheVerdictAndTheAge() throws IOException {
        shows(VerifierFile.with(anchor, authority.snapshot(new Random(7), NOW)));
        browser.sees("République d’exemple").sees("EXERCICE").sees("Informations du ");
        browser.driver().findElement(By.id("dv-code")).sendKeys("HC1:6BFOXN", Keys.TAB, Keys.ENTER);
        browser.sees("Inconnu ou falsifié").sees("certificat de santé");
        assertThat(browser.focused().getAttribute("id")).isEqualTo("dv-result");
        browser.accessible().screenshots("verify-foreign");
        type(authority.seal(past(), 9).text());
        browser.sees("Expiré").sees("a pris fin le").sees("Détail technique");
        browser.accessible().screenshots("verify-verdict");
        type(ShortCode.ofData("7K3MQX2V9A").toString().replace('Q', 'B'));
        browser.sees("Le 5e caractère est douteux");
        browser.find("#dv-language").click();
        browser.sees("Check a mandate").accessible().quiet();
    }

    /** A mandate that was over before this test was written, and in the time of its key. */
    private static SealedMandate past() {
        Random random = new Random(3);
        return Stream.generate(() -> ExampleAuthority.mandate(random))
                .filter(mandate -> mandate.until().isBefore(NOW.plus(Duration.ofDays(10))))
                .findFirst()
                .orElseThrow();
    }

    private static void type(String code) {
        browser.find("#dv-code").clear();
        browser.find("#dv-code").sendKeys(code);
        browser.find("#dv-check").click();
    }

    @Test
    void authorityAndInformationAreOpenedFromFilesBesideIt() throws IOException {
        shows(VerifierFile.bare());
        browser.sees("Aucune autorité n’est choisie").accessible().screenshots("verify-empty");
        Path anchorFile = Files.writeString(folder.resolve("anchor.json"), anchor.toJson());
        Path other = folder.resolve("other.cbor");
        Files.write(other, new byte[] {1, 2, 3});
        Path right = folder.resolve("snapshot.cbor");
        Files.write(right, authority.snapshot(new Random(7), NOW).toBytes());
        Path older = folder.resolve("older.cbor");
        Files.write(older, authority.snapshot(new Random(8), NOW.minusSeconds(9999)).toBytes());

        browser.upload("anchor", other);
        browser.sees("Ce n’est pas un fichier d’ancrage correct");
        browser.upload("anchor", anchorFile);
        browser.sees("Autorité : République d’exemple");
        browser.upload("snapshot", other);
        browser.sees("Cet instantané est refusé");
        browser.upload("snapshot", right);
        browser.sees("Informations du ");
        browser.upload("snapshot", older);
        browser.sees("déjà vu des informations plus récentes");
        // Another list of the same age in which a revoked entry is not: a lie.
        Path lie = folder.resolve("lie.cbor");
        Files.write(lie, authority.snapshot(new Random(9), NOW.plusSeconds(9999)).toBytes());
        browser.upload("snapshot", lie);
        browser.sees("contredit ce que cet appareil a déjà vu").quiet();
    }

    @Test
    void codesInPicturesAreReadAndSeveralAreTold() throws IOException {
        List<Path> pictures = pictures();
        shows(VerifierFile.with(anchor, authority.snapshot(new Random(7), NOW)));
        browser.upload("photo", pictures.getFirst());
        browser.sees("certificat de santé");
        BufferedImage one = ImageIO.read(pictures.get(0).toFile());
        BufferedImage two = ImageIO.read(pictures.get(1).toFile());
        BufferedImage both =
                new BufferedImage(
                        one.getWidth() + two.getWidth() + 120,
                        Math.max(one.getHeight(), two.getHeight()) + 80,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = both.createGraphics();
        paint.setColor(Color.WHITE);
        paint.fillRect(0, 0, both.getWidth(), both.getHeight());
        paint.drawImage(one, 40, 40, null);
        paint.drawImage(two, one.getWidth() + 80, 40, null);
        paint.dispose();
        Path file = folder.resolve("both.png");
        ImageIO.write(both, "png", file.toFile());
        browser.upload("photo", file);
        browser.sees("Cette image contient 2 codes");
        assertThat(browser.driver().findElements(By.cssSelector("[data-verdict]"))).hasSize(2);
        browser.upload("photo", Files.write(folder.resolve("no.png"), new byte[] {1, 2, 3}));
        browser.sees("n’est pas une image");
        BufferedImage blank = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Path empty = folder.resolve("blank.png");
        ImageIO.write(blank, "png", empty.toFile());
        browser.upload("photo", empty);
        browser.sees("Aucun code lisible").quiet();
    }

    @Test
    void theCameraReadsACode() throws IOException {
        byte[] picture = Files.readAllBytes(pictures().getFirst());
        shows(VerifierFile.with(anchor, authority.snapshot(new Random(7), NOW)));
        browser.find("#dv-scan").click();
        browser.sees("La caméra n’est pas disponible");
        browser.driver()
                .executeAsyncScript(
                        """
                        const [picture, done] = arguments;
                        const image = new Image();
                        image.onload = () => {
                            const canvas = document.createElement("canvas");
                            canvas.width = image.width;
                            canvas.height = image.height;
                            const context = canvas.getContext("2d");
                            const draw = () => {
                                context.drawImage(image, 0, 0);
                                requestAnimationFrame(draw);
                            };
                            draw();
                            navigator.mediaDevices.getUserMedia = async () => canvas.captureStream();
                            done();
                        };
                        image.src = "data:image/png;base64," + picture;
                        """,
                        Base64.getEncoder().encodeToString(picture));
        browser.find("#dv-scan").click();
        browser.sees("certificat de santé");
        assertThat(browser.find("#dv-video").isDisplayed()).isFalse();
    }

    private static List<Path> pictures() throws IOException {
        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA names no folder of test data");
        Path pictures = Path.of(corpora, "dgc", "SE", "png");
        Assumptions.assumeTrue(Files.isDirectory(pictures), "no " + pictures);
        try (Stream<Path> files = Files.list(pictures)) {
            return files.sorted().toList();
        }
    }
}
