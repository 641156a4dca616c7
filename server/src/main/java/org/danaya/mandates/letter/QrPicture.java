package org.danaya.mandates.letter;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * A QR code (ISO/IEC 18004) at level M: what is printed for a mandate is never more than version
 * 12, 65 modules on a side, which telephones read from a copy of a print.
 */
public final class QrPicture {

    /** The largest version. */
    static final int MAX_VERSION = 12;

    /** The light border that the standard asks for, in modules. */
    static final int QUIET = 4;

    private final ByteMatrix modules;

    private QrPicture(ByteMatrix modules) {
        this.modules = modules;
    }

    /**
     * The code of a text.
     *
     * @throws IllegalArgumentException where it doesn't fit version {@value #MAX_VERSION}
     */
    public static QrPicture of(String text) {
        try {
            QRCode code =
                    Encoder.encode(
                            text,
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
            if (code.getVersion().getVersionNumber() > MAX_VERSION) {
                throw new IllegalArgumentException("Version " + code.getVersion());
            }
            return new QrPicture(code.getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("No QR for " + text.length() + " characters", e);
        }
    }

    /** How many modules are on a side, with the quiet zone. */
    public int side() {
        return modules.getWidth() + 2 * QUIET;
    }

    /** The dark modules as one path of an SVG whose side is {@link #side}. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < modules.getHeight(); row++) {
            int from = 0;
            while (from < modules.getWidth()) {
                int to = from;
                while (to < modules.getWidth() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    path.append('M').append(from + QUIET).append(' ').append(row + QUIET);
                    path.append('h').append(to - from).append("v1h").append(from - to).append('z');
                }
                from = to + 1;
            }
        }
        return path.toString();
    }

    /**
     * Draws it as one shape, so that no reader shows seams between its modules.
     *
     * @param x the left edge of the quiet zone, in points
     * @param y the lower edge
     * @param size of a side with the quiet zone
     */
    void draw(PDPageContentStream out, float x, float y, float size) throws IOException {
        float module = size / side();
        out.setNonStrokingColor(1f, 1f, 1f);
        out.addRect(x, y, size, size);
        out.fill();
        out.setNonStrokingColor(0f, 0f, 0f);
        for (int row = 0; row < modules.getHeight(); row++) {
            int from = 0;
            while (from < modules.getWidth()) {
                int to = from;
                while (to < modules.getWidth() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    out.addRect(
                            x + (from + QUIET) * module,
                            y + size - (row + 1 + QUIET) * module,
                            (to - from) * module,
                            module);
                }
                from = to + 1;
            }
        }
        out.fill();
    }
}
