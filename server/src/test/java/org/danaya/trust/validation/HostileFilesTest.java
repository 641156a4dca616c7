package org.danaya.trust.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.TestSigning;
import org.junit.jupiter.api.Test;

/** Files that are broken, altered or made to deceive, each told as what it is. */
class HostileFilesTest {

    private static final TestSigning KIT = new TestSigning();
    private static final SignedFile SIGNED =
            KIT.sign(SignatureForm.PADES, SignatureLevel.LT, TestSigning.pdf(2));

    /** What a change of a PDF does. */
    private interface Change {
        void of(PDDocument document) throws IOException;
    }

    @Test
    void anEncryptedPdfIsRefused() {
        refused(
                changed(
                        TestSigning.pdf(1),
                        false,
                        document ->
                                document.protect(
                                        new StandardProtectionPolicy(
                                                "owner", "user", new AccessPermission()))),
                Refusal.PDF_ENCRYPTED);
    }

    @Test
    void whatIsNoSignedFileIsNamed() {
        refused(new SignedFile("a", new byte[0]), Refusal.EMPTY);
        refused(text("bonjour"), Refusal.UNKNOWN_FORMAT);
        refused(text("%PDF-1.7 rien"), Refusal.PDF_BROKEN);
        refused(text("<a><b></a>"), Refusal.XML_BROKEN);
        refused(text("{\"payload\": "), Refusal.JSON_MALFORMED);
        refused(
                new SignedFile("a.p7m", new byte[] {0x30, (byte) 0x82, 1, 0, 2}),
                Refusal.CMS_MALFORMED);
        refused(new SignedFile("a", new byte[16 << 20]), Refusal.TOO_LARGE);
        assertThat(check(TestSigning.pdf(1))).isInstanceOf(ValidationOutcome.Unsigned.class);
        assertThat(check(text("<a/>"))).isInstanceOf(ValidationOutcome.Unsigned.class);
    }

    @Test
    void xmlWithADocumentTypeIsRefused() {
        refused(
                text("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
                Refusal.XML_DOCTYPE);
        refused(
                text("<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:1/\"><a/>"),
                Refusal.XML_DOCTYPE);
        refused(text("<a>".repeat(5_000)), Refusal.XML_HUGE);
    }

    @Test
    void containersThatUnpackTooFarOrLeadOutAreRefused() throws IOException {
        refused(zip("a.txt", new byte[50 << 20]), Refusal.ZIP_BOMB);
        refused(zip("../../etc/passwd", new byte[1]), Refusal.ZIP_NAMES);
        refused(zip("/etc/passwd", new byte[1]), Refusal.ZIP_NAMES);
        refused(zip("C:\\a", new byte[1]), Refusal.ZIP_NAMES);
        refused(
                new SignedFile(
                        "noname",
                        "PK\3\4"
                                .concat("\0".repeat(99))
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                Refusal.ZIP_BROKEN);
        byte[] cut = zip("a.txt", new byte[100]).bytes();
        refused(
                new SignedFile("cut", java.util.Arrays.copyOf(cut, cut.length - 30)),
                Refusal.ZIP_BROKEN);
    }

    @Test
    void aPdfThatUnpacksTooFarIsRefusedUnread() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var deflate = new java.util.zip.DeflaterOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 40; i++) {
                deflate.write(zeros);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(
                "%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length "
                        .getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes((packed.size() + ">>\nstream\n").getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(packed.toByteArray());
        pdf.writeBytes("\nendstream\nendobj\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        refused(new SignedFile("bomb.pdf", pdf.toByteArray()), Refusal.PDF_BOMB);
    }

    @Test
    void scriptsLaunchesAndFilesInsideAreRemarked() {
        SignedFile active =
                changed(
                        TestSigning.pdf(1),
                        false,
                        document -> {
                            document.getDocumentCatalog()
                                    .setOpenAction(new PDActionJavaScript("app.alert(1)"));
                            PDActionLaunch launch = new PDActionLaunch();
                            document.getPage(0)
                                    .getCOSObject()
                                    .setItem(COSName.AA, launch.getCOSObject());
                            COSDictionary names = new COSDictionary();
                            names.setItem("EmbeddedFiles", new COSDictionary());
                            document.getDocumentCatalog()
                                    .getCOSObject()
                                    .setItem(COSName.NAMES, names);
                        });
        ValidationOutcome.Checked checked =
                (ValidationOutcome.Checked)
                        check(KIT.sign(SignatureForm.PADES, SignatureLevel.B, active));
        assertThat(checked.remarks())
                .extracting(Remark::kind)
                .contains(Remark.Kind.PDF_SCRIPT, Remark.Kind.PDF_LAUNCH, Remark.Kind.PDF_FILES);
    }

    @Test
    void aFlippedByteIsAnAlteredFile() {
        byte[] bytes = SIGNED.bytes().clone();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("/MediaBox");
        bytes[at + 12] ^= 1;
        assertThat(standing(new SignedFile("a.pdf", bytes))).isEqualTo(Standing.ALTERED);
    }

    @Test
    void aPageReplacedAfterTheSignatureIsAnAlteredFile() {
        SignedFile altered = changed(SIGNED, true, HostileFilesTest::overwrite);
        assertThat(standing(altered)).isEqualTo(Standing.ALTERED);
        assertThat(remarks(altered))
                .contains(Remark.Kind.PDF_CHANGED, Remark.Kind.PDF_PAGES_DIFFER);
    }

    @Test
    void aPageAddedAfterTheSignatureIsAnAlteredFile() {
        assertThat(
                        standing(
                                changed(
                                        SIGNED,
                                        true,
                                        document -> {
                                            document.addPage(new PDPage());
                                            dirty(document.getPages().getCOSObject());
                                        })))
                .isEqualTo(Standing.ALTERED);
    }

    @Test
    void aNoteAddedAfterTheSignatureIsNotSigned() {
        assertThat(standing(noted(0))).isEqualTo(Standing.HOLDS_FOR_PART);
    }

    @Test
    void theFirstNoteOfAPageIsNoSignature() {
        assertThat(standing(noted(1))).isEqualTo(Standing.HOLDS_FOR_PART);
    }

    private static SignedFile noted(int index) {
        return changed(
                SIGNED,
                true,
                document -> {
                    PDAnnotationText note = new PDAnnotationText();
                    note.setContents("Payé");
                    note.setRectangle(new PDRectangle(72, 600, 100, 20));
                    PDPage page = document.getPage(index);
                    COSArray all = page.getCOSObject().getCOSArray(COSName.ANNOTS);
                    COSArray more = all == null ? new COSArray() : all;
                    more.add(note.getCOSObject());
                    page.getCOSObject().setItem(COSName.ANNOTS, more);
                    dirty(page.getCOSObject());
                });
    }

    @Test
    void aSignedElementMovedAsideDoesNotVouchForAnother() {
        SignedFile act = text("<acte Id=\"a\"><montant>1000</montant></acte>");
        String signed = string(KIT.sign(SignatureForm.XADES, SignatureLevel.B, act));
        String signature = signed.substring(signed.indexOf("<ds:Signature "));
        signature = signature.substring(0, signature.indexOf("</ds:Signature>") + 15);
        String wrapped =
                "<acte><montant>9000</montant><aside>"
                        + signed.substring(signed.indexOf("<acte")).replace(signature, "")
                        + "</aside>"
                        + signature
                        + "</acte>";
        assertThat(standing(text(wrapped))).isEqualTo(Standing.ALTERED);
    }

    @Test
    void anUnsignedObjectBesideTheSignedOneIsSeen() {
        String signed =
                string(
                        KIT.sign(
                                SignatureForm.XADES,
                                SignatureLevel.B,
                                new SignedFile("note.txt", new byte[] {'a', 'b'})));
        assertThat(standing(text(signed))).isEqualTo(Standing.HOLDS);
        String more =
                signed.replace(
                        "</ds:Signature>", "<ds:Object>Payez 9000</ds:Object></ds:Signature>");
        assertThat(standing(text(more))).isEqualTo(Standing.HOLDS_FOR_PART);
    }

    @Test
    void aFileSlippedIntoAContainerIsSeen() throws IOException {
        SignedFile signed = KIT.sign(SignatureForm.ASIC_E_XADES, SignatureLevel.B, text("<acte/>"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var in =
                        new java.util.zip.ZipInputStream(
                                new java.io.ByteArrayInputStream(signed.bytes()));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry("annexe.txt"));
            zip.write('x');
        }
        assertThat(standing(new SignedFile("a.asice", out.toByteArray())))
                .isEqualTo(Standing.HOLDS_FOR_PART);
    }

    @Test
    void strangersRevokedAndSuspendedSignersAreTold() {
        TestSigning stranger = new TestSigning();
        assertThat(
                        standing(
                                stranger.sign(
                                        SignatureForm.PADES, SignatureLevel.B, TestSigning.pdf(1))))
                .isEqualTo(Standing.UNKNOWN_SIGNER);
        SignedFile before = stranger.sign(SignatureForm.CADES, SignatureLevel.B, text("<acte/>"));
        stranger.hierarchy.revoke(stranger.person, stranger.now.minus(Duration.ofDays(1)), 1);
        assertThat(verdict(stranger, before).standing()).isEqualTo(Standing.REVOKED);
        stranger.hierarchy.revoke(stranger.person, stranger.now.minus(Duration.ofDays(1)), 6);
        assertThat(verdict(stranger, before).standing()).isEqualTo(Standing.SUSPENDED);
    }

    @Test
    void withoutAnchorsNothingHolds() {
        Validations none =
                new Validations(
                        TestSigning.settings(),
                        List.of(),
                        StatusSources.none(),
                        java.time.Clock.systemUTC());
        ValidationOutcome.Checked checked =
                (ValidationOutcome.Checked) none.check(SIGNED, List.of(), Locale.FRENCH);
        assertThat(checked.signatures().getFirst().standing()).isEqualTo(Standing.UNKNOWN_SIGNER);
        assertThat(checked.remarks()).extracting(Remark::kind).contains(Remark.Kind.NO_ANCHORS);
    }

    @Test
    void aDocumentCausesNoRequest() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.close();
                });
        server.start();
        try {
            String there = "http://127.0.0.1:" + server.getAddress().getPort() + "/a";
            String signed =
                    string(KIT.sign(SignatureForm.XADES, SignatureLevel.B, text("<acte/>")));
            check(text(signed.replaceFirst("URI=\"\"", "URI=\"" + there + "\"")));
            check(
                    text(
                            signed.replace(
                                    "</xades:SigningTime>",
                                    "</xades:SigningTime><xades:SignaturePolicyIdentifier><xades:SignaturePolicyId><xades:SigPolicyId><xades:Identifier>"
                                            + there
                                            + "</xades:Identifier></xades:SigPolicyId><xades:SigPolicyQualifiers><xades:SigPolicyQualifier><xades:SPURI>"
                                            + there
                                            + "</xades:SPURI></xades:SigPolicyQualifier></xades:SigPolicyQualifiers></xades:SignaturePolicyId></xades:SignaturePolicyIdentifier>")));
            check(
                    text(
                            signed.replaceFirst(
                                    "<acte",
                                    "<acte xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a "
                                            + there
                                            + "\"")));
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private static void overwrite(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
            content.newLineAtOffset(72, 700);
            content.showText("Exemple : 9 000 FCFA");
            content.endText();
        }
        dirty(page.getCOSObject());
    }

    private static void dirty(COSDictionary dictionary) {
        dictionary.setNeedToBeUpdated(true);
    }

    private static SignedFile changed(SignedFile file, boolean incremental, Change change) {
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            change.of(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (incremental) {
                document.saveIncremental(out);
            } else {
                document.save(out);
            }
            return new SignedFile("change.pdf", out.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static SignedFile zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return new SignedFile("a.asice", out.toByteArray());
    }

    private static SignedFile text(String text) {
        return new SignedFile("a.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String string(SignedFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private static ValidationOutcome check(SignedFile file) {
        return KIT.validator().check(file, List.of(), Locale.FRENCH);
    }

    private static SignatureVerdict verdict(TestSigning by, SignedFile file) {
        ValidationOutcome outcome = by.validator().check(file, List.of(), Locale.FRENCH);
        assertThat(outcome).isInstanceOf(ValidationOutcome.Checked.class);
        return ((ValidationOutcome.Checked) outcome).signatures().getFirst();
    }

    private static Standing standing(SignedFile file) {
        return verdict(KIT, file).standing();
    }

    private static List<Remark.Kind> remarks(SignedFile file) {
        return verdict(KIT, file).remarks().stream().map(Remark::kind).toList();
    }

    private static void refused(SignedFile file, Refusal why) {
        assertThat(check(file))
                .isInstanceOfSatisfying(
                        ValidationOutcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
