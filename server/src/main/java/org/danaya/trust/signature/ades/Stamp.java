package org.danaya.trust.signature.ades;

import eu.europa.esig.dss.enumerations.TextWrapping;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Puts a signature on a page: real text in an embedded font that has the letters of French and of
 * the languages of Mali (ɛ ɔ ɲ ŋ), so that it can be searched, copied and read aloud.
 */
public final class Stamp {

    private static final byte[] FONT = font();
    private static final Color INK = new Color(0x10, 0x2a, 0x43);
    private static final Color PAPER = new Color(0xf5, 0xf8, 0xfb);
    private static final float SIZE = 9f;
    private static final float PADDING = 4f;

    private Stamp() {}

    public static void put(PAdESSignatureParameters parameters, Appearance appearance) {
        SignatureFieldParameters place = new SignatureFieldParameters();
        place.setPage(appearance.page());
        place.setOriginX(appearance.x());
        place.setOriginY(appearance.y());
        place.setWidth(appearance.width());
        place.setHeight(appearance.height());
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText(String.join("\n", appearance.lines()));
        text.setFont(embedded());
        text.setTextWrapping(TextWrapping.FILL_BOX_AND_LINEBREAK);
        text.setTextColor(INK);
        text.setBackgroundColor(PAPER);
        text.setPadding(PADDING);
        SignatureImageParameters image = new SignatureImageParameters();
        image.setFieldParameters(place);
        image.setTextParameters(text);
        parameters.setImageParameters(image);
    }

    /** Only the letters that are used go into the file. */
    private static DSSFileFont embedded() {
        DSSFileFont font =
                new DSSFileFont(new InMemoryDocument(FONT, "DejaVuSansCondensed.ttf"), SIZE);
        font.setEmbedFontSubset(true);
        return font;
    }

    private static byte[] font() {
        try (var in = Stamp.class.getResourceAsStream("/fonts/DejaVuSansCondensed.ttf")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
