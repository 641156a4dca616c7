package org.danaya.mandates.check;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads the QR codes of a picture. */
final class QrPictures {

    /** The largest picture that is opened, in dots: what the best telephones take. */
    static final long MOST_DOTS = 120_000_000;

    /** The most codes of one picture that are answered. */
    static final int MOST_CODES = 6;

    /** On which sides pictures are looked at: a large code is found best in a small picture. */
    private static final int[] SIDES = {1600, 2600, 900, 500};

    private static final Map<DecodeHintType, ?> HARD = Map.of(DecodeHintType.TRY_HARDER, true);

    private QrPictures() {}

    /** What was found. */
    sealed interface Seen {

        /**
         * Codes, each once.
         *
         * @param texts 1 to {@value #MOST_CODES}
         */
        record Codes(List<String> texts) implements Seen {}

        /** A picture without a code that can be read. */
        record Nothing() implements Seen {}

        /** Something else than a picture, or one of a kind that can't be opened. */
        record NoPicture() implements Seen {}

        /** More dots than are opened. */
        record TooLarge() implements Seen {}
    }

    /** Reads a PNG, JPEG, GIF or BMP. */
    static Seen read(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new Seen.NoPicture();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            // What a decoder throws at a broken picture says nothing to a reader.
            return new Seen.NoPicture();
        }
    }

    private static Seen read(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_DOTS) {
            return new Seen.TooLarge();
        }
        ImageReadParam some = reader.getDefaultReadParam();
        int step = Math.toIntExact(Math.max(1, Math.max(width, height) / SIDES[1]));
        some.setSourceSubsampling(step, step, 0, 0);
        return read(reader.read(0, some));
    }

    /** Reads a picture that is open. */
    static Seen read(BufferedImage picture) {
        Set<String> texts = new LinkedHashSet<>();
        for (int side : SIDES) {
            LuminanceSource light = light(picture, side);
            look(new HybridBinarizer(light), texts);
            if (texts.isEmpty()) {
                look(new GlobalHistogramBinarizer(light), texts);
            }
        }
        return texts.isEmpty()
                ? new Seen.Nothing()
                : new Seen.Codes(texts.stream().limit(MOST_CODES).toList());
    }

    private static void look(Binarizer binarizer, Set<String> texts) {
        BinaryBitmap bits = new BinaryBitmap(binarizer);
        try {
            for (Result found : new QRCodeMultiReader().decodeMultiple(bits, HARD)) {
                texts.add(found.getText());
            }
        } catch (NotFoundException _) {
            lookForOne(bits, texts);
        }
    }

    private static void lookForOne(BinaryBitmap bits, Set<String> texts) {
        try {
            texts.add(new QRCodeReader().decode(bits, HARD).getText());
        } catch (ReaderException _) {
            // Nothing there, or nothing that can be read: another size may do.
        }
    }

    private static LuminanceSource light(BufferedImage picture, int side) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        double scale = Math.min(1, (double) side / longest);
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return new RGBLuminanceSource(
                width, height, plain.getRGB(0, 0, width, height, null, 0, width));
    }
}
