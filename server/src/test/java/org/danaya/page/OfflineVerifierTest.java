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
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.danaya.verify.Verdict;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Remembered;
import org.danaya.verify.mandate.SealedMandate;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.Snapshot;
import org.danaya.verify.mandate.TrustedSnapshot;
import org.danaya.verify.mandate.VerdictWords;
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

    private static final int SNAPSHOTS = 12;
    private static final int SEALS = 100;
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
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
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

    @Test
    void theBrowserSaysWhatTheLibrarySays() throws IOException {
        shows(VerifierFile.bare());
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("OfflineVerifierTest: -Ddanaya.seed=" + seed);
        Random random = new Random(seed);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < SNAPSHOTS; i++) {
            Snapshot snapshot = authority.snapshot(random, NOW);
            TrustedSnapshot trusted = trusted(snapshot);
            List<List<Object>> cases = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (int j = 0; j < SEALS; j++) {
                String text = text(random);
                Instant now = NOW.plusSeconds(random.nextInt(1_800_000) - 300_000);
                Duration limit = Duration.ofHours(1 + random.nextInt(200));
                MandateVerdict verdict =
                        MandateCheck.offline(text, trusted, now, limit, Remembered.NOTHING);
                cases.add(List.of(text, now.getEpochSecond(), limit.toSeconds()));
                expected.add(told(verdict));
                counts.merge(verdict.code(), 1, Integer::sum);
            }
            Object said =
                    browser.driver()
                            .executeAsyncScript(
                                    SCRIPT,
                                    anchor.toJson(),
                                    Base64.getEncoder().encodeToString(snapshot.toBytes()),
                                    cases);
            assertThat((List<?>) said).as("seed %d, snapshot %d", seed, i).isEqualTo(expected);
        }
        System.out.println("OfflineVerifierTest: the same in both " + counts);
        assertThat(counts).hasSize(6);
    }

    /**
     * What the library says, in one text: verdict, reason, and every sentence in both languages.
     */
    private static String told(MandateVerdict verdict) {
        StringBuilder out = new StringBuilder(verdict.code());
        out.append(
                verdict instanceof MandateVerdict.UnknownOrForged unknown
                        ? " " + unknown.reason().code()
                        : "");
        for (VerdictWords words : List.of(VerdictWords.FRENCH, VerdictWords.ENGLISH)) {
            out.append('\n').append(words.title(verdict));
            out.append('\n').append(words.sentence(verdict));
            words.remarks(verdict).forEach(remark -> out.append('\n').append(remark));
            out.append('\n').append(words.next(verdict));
            out.append('\n').append(words.age(verdict.freshness()));
        }
        return out.toString();
    }

    private static TrustedSnapshot trusted(Snapshot snapshot) {
        if (snapshot.check(anchor)
                instanceof Verdict.Valid<TrustedSnapshot>(TrustedSnapshot good)) {
            return good;
        }
        throw new IllegalStateException("the example's own snapshot");
    }

    private static final String SCRIPT =
            """
            const [anchorText, snapshot, cases, done] = arguments;
            const D = Danaya;
            (async () => {
                const anchor = await D.anchor(anchorText);
                const trusted = await D.snapshot(D.base64(snapshot), anchor);
                if (!trusted.checkpoint.checked) {
                    throw new Error("the checkpoint was not checked");
                }
                const said = [];
                for (const [text, now, limit] of cases) {
                    const verdict = await D.check(text, trusted, now, limit, D.nothingSeen());
                    const lines = [verdict.code + (verdict.reason ? " " + verdict.reason : "")];
                    for (const language of ["fr", "en"]) {
                        const words = new D.Sentences(language);
                        lines.push(words.title(verdict), words.sentence(verdict),
                            ...words.remarks(verdict), words.next(verdict),
                            words.age(verdict.freshness));
                    }
                    said.push(lines.join("\\n"));
                }
                return said;
            })().then(done, (error) => done(["" + error.stack]));
            """;

    /** Mostly seals; some by wrong keys, some broken, some not ours. */
    private static String text(Random random) {
        String seal = authority.seal(ExampleAuthority.mandate(random), random.nextInt(40)).text();
        return switch (random.nextInt(16)) {
            case 0 -> seal.substring(0, random.nextInt(seal.length()));
            case 1 -> {
                StringBuilder changed = new StringBuilder(seal);
                changed.setCharAt(
                        random.nextInt(seal.length()), "0AZ:% é".charAt(random.nextInt(7)));
                yield changed.toString();
            }
            case 2 -> seal.substring("DM1:".length());
            case 3 -> "HC1:" + seal;
            case 4 -> "XY1:" + seal.substring("DM1:".length());
            case 5 -> "\r\n" + seal + "\n";
            default -> seal;
        };
    }

    @Test
    void aTypedCodeIsReadAsTheLibraryReadsIt() throws IOException {
        shows(VerifierFile.bare());
        Random random = new Random(4);
        List<String> typed = new ArrayList<>(List.of("", "U", "0000", "oOlI-0000-0000"));
        for (int i = 0; i < 300; i++) {
            StringBuilder code =
                    new StringBuilder(ShortCode.of(random.nextLong() >>> 14).toString());
            for (int change = random.nextInt(3); change > 0; change--) {
                code.setCharAt(random.nextInt(code.length()), "7kO-U Z9".charAt(random.nextInt(8)));
            }
            typed.add(code.toString());
        }
        List<String> expected =
                typed.stream().map(ShortCode::read).map(VerdictWords.FRENCH::reading).toList();
        Object said =
                browser.driver()
                        .executeScript(
                                "const words = new Danaya.Sentences('fr');"
                                        + "return arguments[0].map((typed) =>"
                                        + " words.reading(Danaya.shortCode(typed)))",
                                typed);
        assertThat((List<?>) said).isEqualTo(expected);
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
