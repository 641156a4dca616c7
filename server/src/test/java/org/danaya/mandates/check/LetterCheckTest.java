package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.mandates.letter.PlatformLetters;
import org.danaya.mandates.status.MandateSeals;
import org.danaya.page.Browser;
import org.danaya.page.Language;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.TestSigning;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.ShortCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of letters, and of what wants to be one. About 20 seconds. */
class LetterCheckTest {

    private static PlatformMandates kit;
    private static Mandate.Head bearer;
    private static Mandate.Head other;
    private static byte[] draft;
    private static byte[] letter;

    @BeforeAll
    static void open() {
        kit = new PlatformMandates("lettres-verifiees", "MLV");
        List<Mandate.Head> heads =
                kit.inForce(
                        kit.terms(kit.person("Sira", "LETTRE EXEMPLE"), Scope.OPEN, Power.SIGN),
                        kit.terms(kit.person("Bakary", "AUTRE EXEMPLE"), Scope.OPEN, Power.SIGN));
        bearer = heads.getFirst();
        other = heads.getLast();
        draft = PlatformLetters.draft(bearer);
        letter = PlatformLetters.sealed(bearer);
    }

    private static Exhibit look(byte[] file) {
        return TestPlatform.bean(Exhibits.class)
                .look("lettre.pdf", file, Locale.FRENCH, "192.0.2.1");
    }

    private static Exhibit.Letter judged(byte[] file) {
        Exhibit seen = look(file);
        assertThat(seen).isInstanceOf(Exhibit.Letter.class);
        return (Exhibit.Letter) seen;
    }

    private static String seal(Mandate.Head head) {
        return TestPlatform.bean(MandateSeals.class)
                .seal(kit.mandates.register().get(head.id()))
                .text();
    }

    /** It proves nothing, and what its code names is told beside. */
    private static void isForged(byte[] file, Mandate.Head named) {
        Exhibit.Letter judged = judged(file);
        assertThat(judged.verdict().verdict())
                .isInstanceOfSatisfying(
                        MandateVerdict.UnknownOrForged.class,
                        verdict ->
                                assertThat(verdict.reason().code())
                                        .isIn("letter-unproven", "letter-draft"));
        assertThat(judged.named())
                .singleElement()
                .satisfies(each -> assertThat(each.known().orElseThrow().head()).isEqualTo(named));
    }

    @Test
    void aLetterAsItWasSealedIsTheRegistersWord() {
        Exhibit.Letter judged = judged(letter);
        assertThat(judged.verdict().verdict().code()).isEqualTo("VALIDE");
        assertThat(judged.verdict().known().orElseThrow().head()).isEqualTo(bearer);
        assertThat(judged.signatures()).isInstanceOf(ValidationOutcome.Checked.class);
        assertThat(judged.named()).isEmpty();
    }

    @Test
    void oneChangedByteIsFound() {
        isForged(Forgeries.byteChanged(letter), bearer);
    }

    @Test
    void wordsLaidOverTheTextBehindTheSignatureAreFound() {
        byte[] covered = Forgeries.covered(letter);
        assertThat(covered).startsWith(letter);
        isForged(covered, bearer);
    }

    @Test
    void aSignatureThatWasTakenOffIsMissed() {
        byte[] stripped = Forgeries.stripped(letter);
        assertThat(judged(stripped).signatures()).isInstanceOf(ValidationOutcome.Unsigned.class);
        isForged(stripped, bearer);
        isForged(Forgeries.rewordedAndStripped(letter), bearer);
    }

    @Test
    void anotherSealOfTheSameNameIsNotTheStructures() {
        TestSigning forger = new TestSigning();
        String name = bearer.names().structure();
        var identity =
                forger.hierarchy.holder(
                        "CN=" + name + ",O=" + name + ",C=ML", Duration.ofDays(300));
        byte[] signed =
                forger.engine
                        .sign(
                                forger.key(identity),
                                new org.danaya.trust.signature.SigningOrder(
                                        SignatureForm.PADES,
                                        SignatureLevel.B,
                                        List.of(
                                                new SignedFile(
                                                        "lettre.pdf",
                                                        Forgeries.rewordedAndStripped(letter))),
                                        forger.now,
                                        "",
                                        java.util.Optional.empty()))
                        .bytes();
        isForged(signed, bearer);
        byte[] beside =
                forger.engine
                        .sign(
                                forger.key(identity),
                                new org.danaya.trust.signature.SigningOrder(
                                        SignatureForm.PADES,
                                        SignatureLevel.B,
                                        List.of(new SignedFile("lettre.pdf", letter)),
                                        forger.now,
                                        "",
                                        java.util.Optional.empty()))
                        .bytes();
        isForged(beside, bearer);
    }

    @Test
    void somebodyElsesCodeMakesNoLetter() {
        isForged(Forgeries.pasted(Pictures.qr(seal(other))), other);
        isForged(
                Forgeries.pasted(
                        Pictures.qr("https://danaya.example/m/" + ShortCode.ofData(other.code()))),
                other);
        Exhibit.Letter both = judged(Forgeries.pastedOver(letter, Pictures.qr(seal(other))));
        assertThat(both.verdict().verdict().code()).isEqualTo("INCONNU_OU_FALSIFIE");
        assertThat(both.named().stream().map(each -> each.known().orElseThrow().head()))
                .contains(other);
    }

    @Test
    void aDraftProvesNothing() {
        isForged(draft, bearer);
    }

    @Test
    void thePaperIsJudgedByItsCodeAndSaysSo() {
        for (byte[] copy :
                List.of(
                        Forgeries.scanned(letter, false),
                        Forgeries.scanned(letter, true),
                        Forgeries.photographed(letter))) {
            assertThat(look(copy))
                    .isInstanceOfSatisfying(
                            Exhibit.Coded.class,
                            coded -> {
                                assertThat(coded.picture()).isTrue();
                                assertThat(coded.outcomes())
                                        .singleElement()
                                        .satisfies(
                                                each ->
                                                        assertThat(each.verdict().code())
                                                                .isEqualTo("VALIDE"));
                            });
        }
    }

    @Test
    void whatBecameOfTheMandateIsSaidOfItsLetter() {
        Mandate.Head gone =
                kit.inForce(
                                kit.terms(
                                        kit.person("Oumou", "PARTIE EXEMPLE"),
                                        Scope.OPEN,
                                        Power.SIGN))
                        .getFirst();
        byte[] old = PlatformLetters.sealed(gone);
        kit.mandates.endings().revoke(gone.id(), UUID.randomUUID(), "Fin (exemple)");
        assertThat(judged(old).verdict().verdict().code()).isEqualTo("REVOQUE");
    }

    @Test
    void aDocumentWithoutACodeIsJudgedByItsSignatureAlone() {
        assertThat(look(TestSigning.pdf(1).bytes())).isInstanceOf(Exhibit.Document.class);
    }

    @Test
    void thePageSaysItAndShowsTheRegistersFactsBeside(@TempDir Path folder) throws IOException {
        try (Browser browser = Browser.open(TestPlatform.address()).width(Browser.PHONE)) {
            upload(browser, folder, letter);
            assertThat(verdict(browser)).isEqualTo("VALIDE");
            browser.sees("Sira LETTRE EXEMPLE").sees("Signature du document");
            browser.accessible().screenshots("verify-letter");
            upload(browser, folder, Forgeries.rewordedAndStripped(letter));
            assertThat(verdict(browser)).isEqualTo("INCONNU_OU_FALSIFIE");
            browser.sees("ce qui y est écrit ne prouve rien")
                    .sees("que nomme son code")
                    .sees("Sira LETTRE EXEMPLE")
                    .sees("Ils ne rendent pas ce document authentique");
            browser.accessible().screenshots("verify-letter-forged");
            upload(browser, folder, Forgeries.paddingChanged(letter));
            assertThat(verdict(browser)).isEqualTo("INCONNU_OU_FALSIFIE");
            assertThat(browser.text()).doesNotContain("signature est valable");
            browser.accessible().screenshots("verify-letter-padded");
            upload(browser, folder, Forgeries.scanned(letter, true));
            assertThat(verdict(browser)).isEqualTo("VALIDE");
            browser.sees("ne prouve rien de ce qui y est imprimé");
            browser.accessible().screenshots("verify-letter-scanned");
        }
    }

    private static void upload(Browser browser, Path folder, byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "lettre", ".pdf"), bytes);
        browser.go("/verify").upload("file", file).press("Examiner ce fichier");
    }

    private static String verdict(Browser browser) {
        return browser.find("[data-verdict]").getAttribute("data-verdict");
    }

    @Test
    void programsAreToldTheSame() throws Exception {
        try (Portal portal =
                new Portal(TestPlatform.address(), Language.FRENCH, Clock.systemUTC())) {
            CheckAnswer.Shown whole = portal.file(letter).orElseThrow();
            assertThat(whole.kind()).isEqualTo("letter");
            assertThat(whole.answers()).singleElement().matches(CheckAnswer::good);
            CheckAnswer.Shown forged = portal.file(Forgeries.stripped(letter)).orElseThrow();
            assertThat(forged.answers())
                    .singleElement()
                    .satisfies(each -> assertThat(each.verdict()).isEqualTo("INCONNU_OU_FALSIFIE"));
            assertThat(forged.named())
                    .singleElement()
                    .satisfies(each -> assertThat(each.verdict()).isEqualTo("VALIDE"));
            assertThat(portal.file(Forgeries.scanned(letter, false)).orElseThrow().kind())
                    .isEqualTo("picture");
            assertThat(portal.file(new byte[] {1, 2, 3})).isEmpty();
            CheckAnswer coded = portal.code(ShortCode.ofData(bearer.code()).toString());
            assertThat(coded.verdict()).isEqualTo("VALIDE");
            assertThat(coded.seal()).isEqualTo(seal(bearer));
            assertThat(portal.code("0000-0000-0001").sentence()).contains("douteux");
        }
        Path file = Files.write(Files.createTempFile("letter", ".pdf"), letter);
        CommandLines said =
                CommandLines.verify(
                        Clock.systemUTC(), file, "--server", TestPlatform.address().toString());
        assertThat(said.said()).startsWith("VALIDE").contains("cru sur parole");
        assertThat(said.exit()).isZero();
        Files.write(file, Forgeries.byteChanged(letter));
        assertThat(
                        CommandLines.verify(
                                        Clock.systemUTC(),
                                        file,
                                        "--server",
                                        TestPlatform.address().toString())
                                .exit())
                .isOne();
        Files.delete(file);
    }
}
