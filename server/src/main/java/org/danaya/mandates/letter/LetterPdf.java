package org.danaya.mandates.letter;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Makes a letter: PDF/A-2b (ISO 19005-2), the same bytes for the same facts.
 *
 * <p>The text of the QR stands in the document's information too, under {@value #SEAL}, so that a
 * program that is given the file needn't look at its picture.
 */
final class LetterPdf {

    /** The key of the seal's text in the document's information dictionary. */
    static final String SEAL = "DanayaSeal";

    static final String PRODUCER = "Danaya";

    private static final String SRGB = "sRGB IEC61966-2.1";

    private final LetterWriter writer;

    LetterPdf(LetterWriter writer) {
        this.writer = writer;
    }

    byte[] make(LetterFacts facts, Edition edition) {
        List<LetterText> texts =
                edition.languages().stream().map(each -> writer.write(facts, each)).toList();
        try (PDDocument document = new PDDocument()) {
            document.setVersion(1.7f);
            // Otherwise the file's identifier would be that of the hour.
            document.setDocumentId(facts.head().number());
            LetterFont font = LetterFont.in(document);
            try (LetterSheet sheet = new LetterSheet(document, font)) {
                new LetterLayout(sheet, font, texts).draw(QrPicture.of(facts.seal()));
            }
            describe(document, facts, texts.getFirst());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, LetterFacts facts, LetterText text)
            throws IOException {
        String title = text.title() + " " + text.number();
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(text.language().code());
        PDViewerPreferences shown =
                new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        shown.setDisplayDocTitle(true);
        catalog.setViewerPreferences(shown);
        PDOutputIntent intent =
                new PDOutputIntent(
                        document,
                        new ByteArrayInputStream(
                                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setAuthor(text.structure());
        information.setCreator(PRODUCER);
        information.setProducer(PRODUCER);
        information.setCreationDate(calendar(facts.effectiveAt()));
        information.setModificationDate(calendar(facts.effectiveAt()));
        information.getCOSObject().setString(COSName.getPDFName(SEAL), facts.seal());
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(
                LetterMetadata.xmp(
                        title, text.structure(), text.language().code(), facts.effectiveAt()));
        catalog.setMetadata(metadata);
    }

    private static Calendar calendar(Instant instant) {
        return GregorianCalendar.from(instant.atZone(ZoneOffset.UTC));
    }
}
