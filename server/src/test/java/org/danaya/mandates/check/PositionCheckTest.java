package org.danaya.mandates.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.danaya.app.TestPlatform;
import org.danaya.log.LogProofs;
import org.danaya.mandates.letter.LetterText;
import org.danaya.mandates.letter.Paper;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.PlatformPositions;
import org.danaya.mandates.position.PositionNames;
import org.danaya.mandates.position.TestPositions;
import org.danaya.mandates.position.Wording;
import org.danaya.mandates.position.paper.PositionPapers;
import org.danaya.page.Browser;
import org.danaya.page.Language;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.PlatformSeals;
import org.danaya.trust.profile.AuthorityKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** « Vérifier » with the code, the QR, the file and the proof of a position. About 40 seconds. */
class PositionCheckTest {

    private static final String STRUCTURE = "positions-verifiees";

    private static PlatformPositions kit;
    private static OfficialPosition told;
    private static byte[] file;
    private static Browser browser;

    @BeforeAll
    static void open() {
        kit = new PlatformPositions(STRUCTURE);
        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.STRUCTURES);
        PlatformSeals.certify(
                TestPlatform::bean, kit.mandates.structure, STRUCTURE, "Positions vérifiées");
        told =
                kit.inForce(
                        kit.terms(
                                new Wording(
                                        "Sujet vérifié",
                                        "Un premier paragraphe, ɛ ɔ ɲ ŋ.\n\nUn second « texte ».\n"
                                                + "Long mot : "
                                                + "x".repeat(300)),
                                Optional.of(new Wording("Checked subject", "A text.\n\nMore."))));
        file = file(told);
        browser = Browser.open(TestPlatform.address()).width(Browser.PHONE);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static byte[] file(OfficialPosition position) {
        PositionPapers papers = TestPlatform.bean(PositionPapers.class);
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!papers.has(position.id())) {
            assertThat(Instant.now()).as("its file is made by now").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return papers.content(position.id()).orElseThrow();
    }

    private static Exhibit look(String name, byte[] bytes) {
        return TestPlatform.bean(Exhibits.class).look(name, bytes, Locale.FRENCH, "192.0.2.1");
    }

    private static String code(CheckOutcome.Decided decided) {
        return decided.position().orElseThrow().code();
    }

    private static String verdict() {
        return browser.find("[data-verdict]").getAttribute("data-verdict");
    }

    @Test
    void itsCodeIsTypedAndItsFileIsDropped(@TempDir Path folder) throws IOException {
        browser.go("/verify")
                .find("[name=code]")
                .sendKeys(PositionNames.code(told.head()).toLowerCase(Locale.ROOT) + Keys.ENTER);
        assertThat(verdict()).isEqualTo("VALIDE");
        browser.sees("Exemple Mandant " + STRUCTURE + " (Ministre) a signé au nom de");
        browser.sees("« Sujet vérifié »").sees("C’est en vigueur depuis le");
        browser.sees("Le texte qui fait foi est sur sa page").accessible();
        browser.screenshots("verify-position-code-fr");
        Path pdf = Files.write(folder.resolve("communique.pdf"), file);
        browser.go("/verify").upload("file", pdf);
        browser.find("[name=file]").submit();
        browser.sees("Sujet vérifié");
        assertThat(verdict()).isEqualTo("VALIDE");
        browser.accessible().screenshots("verify-position-file-fr");
        browser.go("/verify?lang=en").upload("file", pdf);
        browser.find("[name=file]").submit();
        browser.sees("It has been in force since").accessible().quiet();
        browser.go("/verify?lang=fr");
    }

    @Test
    void itsFileIsReadable() throws IOException {
        Files.createDirectories(Path.of("target", "letters"));
        Files.write(Path.of("target", "letters", "position.pdf"), file);
        try (PDDocument document = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Un premier paragraphe, ɛ ɔ ɲ ŋ.", "A text.", "Ministre");
            assertThat(text).contains(PositionNames.code(told.head()));
        }
    }

    @Test
    void anAlteredFileIsFoundOutWhateverItsCodeSays() throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(file)) {
            document.getDocumentInformation().setTitle("Autre");
            document.save(changed);
        }
        altered(changed.toByteArray());
        // A paper of somebody else's words, with the QR of a position that is in force.
        altered(
                Paper.pdf(
                        List.of(forged()),
                        TestPlatform.bean(PositionPapers.class)
                                .shortAddress(told.head())
                                .toString(),
                        new Paper.Origin(1, Instant.EPOCH, Optional.empty())));
    }

    private static void altered(byte[] pdf) {
        assertThat(look("communique.pdf", pdf))
                .isInstanceOfSatisfying(
                        Exhibit.Letter.class,
                        letter -> {
                            assertThat(code(letter.verdict())).isEqualTo("INCONNU_OU_FALSIFIE");
                            assertThat(letter.named().stream().map(PositionCheckTest::code))
                                    .containsExactly("VALIDE");
                        });
    }

    private static LetterText forged() {
        return new LetterText(
                Language.FRENCH,
                "Mali",
                STRUCTURE,
                Optional.empty(),
                "Position officielle",
                "P-1",
                "Ouverture",
                List.of(new LetterText.Row("Objet", List.of("Tout le contraire"))),
                "Vérifier",
                List.of("1. Non."),
                "Code court",
                PositionNames.code(told.head()),
                "Cachet",
                "page {0} sur {1}");
    }

    @Test
    void aPhotographOfItsQrAndItsProofSayTheSame() throws IOException {
        URI address = TestPlatform.bean(PositionPapers.class).shortAddress(told.head());
        assertThat(
                        look(
                                "photo.jpg",
                                Pictures.jpeg(
                                        Pictures.turned(Pictures.qr(address.toString()), 5, 1))))
                .isInstanceOfSatisfying(
                        Exhibit.Coded.class,
                        coded -> assertThat(code(coded.outcomes().getFirst())).isEqualTo("VALIDE"));
        byte[] proof =
                TestPlatform.bean(LogProofs.class)
                        .open(Long.toString(told.publication().orElseThrow().leaf()))
                        .toBytes();
        assertThat(look("P-1.danaya-opening", proof))
                .isInstanceOfSatisfying(
                        Exhibit.Coded.class,
                        coded -> assertThat(code(coded.outcomes().getFirst())).isEqualTo("VALIDE"));
        // In the content: whose cosignatures stand below the checkpoint, the log's key doesn't say.
        proof[new String(proof, UTF_8).indexOf("\n\n") / 2] ^= 1;
        assertThat(look("P-1.danaya-opening", proof)).isNotInstanceOf(Exhibit.Coded.class);
    }

    @Test
    void whatIsReplacedOrWithdrawnIsRevokedAndAnEmbargoIsSilence() {
        OfficialPosition old =
                kit.inForce(kit.terms(new Wording("Ancienne", "Avant"), Optional.empty()));
        byte[] oldFile = file(old);
        OfficialPosition next =
                kit.inForce(
                        TestPositions.superseding(
                                kit.terms(new Wording("Nouvelle", "Après"), Optional.empty()),
                                old.id()));
        assertThat(look("ancienne.pdf", oldFile))
                .isInstanceOfSatisfying(
                        Exhibit.Letter.class,
                        letter -> assertThat(code(letter.verdict())).isEqualTo("REVOQUE"));
        kit.positions
                .decisions()
                .withdraw(next.id(), UUID.randomUUID(), _ -> true, "Erreur (exemple)");
        Checks checks = TestPlatform.bean(Checks.class);
        assertThat(code((CheckOutcome.Decided) checks.typed(PositionNames.code(next.head()))))
                .isEqualTo("REVOQUE");
        OfficialPosition.Head secret =
                kit.signed(
                        TestPositions.until(
                                kit.terms(new Wording("Secrète", "Secret"), Optional.empty()),
                                Instant.now().plus(Duration.ofDays(1))));
        CheckOutcome.Decided silent =
                (CheckOutcome.Decided) checks.typed(PositionNames.code(secret));
        assertThat(silent.position()).isEmpty();
        assertThat(silent.verdict().code()).isEqualTo("INCONNU_OU_FALSIFIE");
    }
}
