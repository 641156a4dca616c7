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
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Puts what is said on paper: PDF/A-2b (ISO 19005-2), the same bytes for the same words. */
public final class Paper {

    static final String PRODUCER = "Danaya";

    private static final String SRGB = "sRGB IEC61966-2.1";

    private Paper() {}

    /**
     * Where a paper comes from.
     *
     * @param id from which the file's identifier is made; otherwise it would be that of the hour
     * @param at its date
     * @param seal the seal of a mandate, for programs that don't look at pictures
     */
    public record Origin(long id, Instant at, Optional<String> seal) {}

    /**
     * The paper.
     *
     * @param texts one, or the same in two languages
     * @param qr what its QR says
     * @throws IllegalArgumentException where the QR would be larger than {@link QrPicture} makes
     */
    public static byte[] pdf(List<LetterText> texts, String qr, Origin origin) {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(1.7f);
            document.setDocumentId(origin.id());
            LetterFont font = LetterFont.in(document);
            try (LetterSheet sheet = new LetterSheet(document, font)) {
                new LetterLayout(sheet, font, texts).draw(QrPicture.of(qr));
            }
            describe(document, origin, texts.getFirst());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, Origin origin, LetterText text)
            throws IOException {
        String title = text.title() + " " + text.number();
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(text.language().code());
        PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
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
        information.setCreationDate(calendar(origin.at()));
        information.setModificationDate(calendar(origin.at()));
        origin.seal()
                .ifPresent(
                        seal ->
                                information
                                        .getCOSObject()
                                        .setString(COSName.getPDFName(LetterPdf.SEAL), seal));
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(
                LetterMetadata.xmp(title, text.structure(), text.language().code(), origin.at()));
        catalog.setMetadata(metadata);
    }

    private static Calendar calendar(Instant instant) {
        return GregorianCalendar.from(instant.atZone(ZoneOffset.UTC));
    }
}
