package org.danaya.mandates.check;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures of QR codes, as photographs and scanners make them. */
final class Pictures {

    private static final int MODULE = 6;

    private Pictures() {}

    static BufferedImage qr(String text) {
        try {
            BitMatrix bits =
                    new QRCodeWriter()
                            .encode(
                                    text,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(
                                            EncodeHintType.ERROR_CORRECTION,
                                            "M",
                                            EncodeHintType.MARGIN,
                                            4));
            BufferedImage picture = blank(bits.getWidth() * MODULE, bits.getHeight() * MODULE);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    if (bits.get(x / MODULE, y / MODULE)) {
                        picture.setRGB(x, y, 0x202020);
                    }
                }
            }
            return picture;
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0xf0f0e8));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return picture;
    }

    /** On a larger sheet, turned and scaled. */
    static BufferedImage turned(BufferedImage picture, double degrees, double scale) {
        int side = (int) (Math.max(picture.getWidth(), picture.getHeight()) * scale * 1.6);
        BufferedImage sheet = blank(side, side);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION,
                java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.translate(side / 2.0, side / 2.0);
        pen.rotate(Math.toRadians(degrees));
        pen.scale(scale, scale);
        pen.drawImage(picture, -picture.getWidth() / 2, -picture.getHeight() / 2, null);
        pen.dispose();
        return sheet;
    }

    /** Out of focus by so many dots. */
    static BufferedImage blurred(BufferedImage picture, int dots) {
        float[] even = new float[dots * dots];
        Arrays.fill(even, 1f / even.length);
        return new ConvolveOp(new Kernel(dots, dots, even), ConvolveOp.EDGE_NO_OP, null)
                .filter(picture, null);
    }

    static BufferedImage besides(BufferedImage one, BufferedImage other) {
        BufferedImage both =
                blank(
                        one.getWidth() + other.getWidth() + 80,
                        Math.max(one.getHeight(), other.getHeight()));
        both.createGraphics().drawImage(one, 0, 0, null);
        both.createGraphics().drawImage(other, one.getWidth() + 80, 0, null);
        return both;
    }

    static byte[] png(BufferedImage picture) {
        return written(picture, "png");
    }

    static byte[] jpeg(BufferedImage picture) {
        return written(picture, "jpeg");
    }

    private static byte[] written(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
