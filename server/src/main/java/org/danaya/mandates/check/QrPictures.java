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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads the QR codes of a picture. */
final class QrPictures {

    /** The largest picture that is opened, in dots: what the best telephones take. */
    static final long MOST_DOTS = 120_000_000;

    /** The largest JPEG of the kind that can only be decoded as a whole. */
    private static final long MOST_PROGRESSIVE = 24_000_000;

    /** The longest side, in dots. */
    private static final long LONGEST = 30_000;

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp", "tif", "tiff");

    /** The most codes of one picture that are answered. */
    static final int MOST_CODES = 6;

    /** On which sides pictures are looked at: a large code is found best in a small picture. */
    private static final int[] SIDES = {1600, 2600, 900, 500};

    private static final Map<DecodeHintType, ?> HARD = Map.of(DecodeHintType.TRY_HARDER, true);

    private QrPictures() {}

    /** Reads a PNG, JPEG, GIF, BMP or TIFF. */
    static Sight read(byte[] file) {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new Sight.Other();
            }
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    return new Sight.Other();
                }
                reader.setInput(in, true, true);
                return read(reader, isProgressive(file) ? MOST_PROGRESSIVE : MOST_DOTS);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | StackOverflowError _) {
            // What a decoder throws at a broken picture says nothing to a reader.
            return new Sight.Other();
        }
    }

    private static Sight read(ImageReader reader, long most) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > most || Math.max(width, height) > LONGEST) {
            return new Sight.TooLarge();
        }
        ImageReadParam some = reader.getDefaultReadParam();
        int step = Math.toIntExact(Math.max(1, Math.max(width, height) / SIDES[1]));
        some.setSourceSubsampling(step, step, 0, 0);
        return new Sight.Picture(codes(reader.read(0, some)));
    }

    /** Whether a file has the head of a JPEG that is decoded as a whole, outside of the heap. */
    private static boolean isProgressive(byte[] file) {
        for (int i = 0; i + 1 < file.length; i++) {
            if (file[i] == (byte) 0xFF && file[i + 1] == (byte) 0xC2) {
                return true;
            }
        }
        return false;
    }

    /** The texts of the codes in a picture that is open, each once. */
    static List<String> codes(BufferedImage picture) {
        Set<String> texts = new LinkedHashSet<>();
        for (int side : SIDES) {
            LuminanceSource light = light(picture, side);
            look(new HybridBinarizer(light), texts);
            if (texts.isEmpty()) {
                look(new GlobalHistogramBinarizer(light), texts);
            }
        }
        return texts.stream().limit(MOST_CODES).toList();
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
