package org.danaya.mandates.letter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * An office's printer and scanner: printed at 150 dpi, laid askew on the glass, lit unevenly, read
 * a little out of focus by a noisy sensor, with grey ink on paper that isn't white.
 *
 * @param dpi of the scan
 * @param degrees the most that the sheet is askew
 * @param blur the standard deviation of the blur, in inches
 * @param noise the standard deviation of the noise, of 255 steps of grey
 */
record Scanner(int dpi, double degrees, double blur, double noise) {

    static final int PRINTED_DPI = 150;

    private static final int INK = 45;
    private static final int PAPER = 232;

    /** The first page of a document, as this machine sees a print of it. */
    BufferedImage scan(byte[] pdf, Random random) throws IOException {
        BufferedImage print;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            print = new PDFRenderer(document).renderImageWithDPI(0, PRINTED_DPI, ImageType.GRAY);
        }
        return sensed(blurred(laid(print, random)), random);
    }

    private BufferedImage laid(BufferedImage print, Random random) {
        double scale = (double) dpi / PRINTED_DPI;
        int width = (int) Math.ceil(print.getWidth() * scale);
        int height = (int) Math.ceil(print.getHeight() * scale);
        BufferedImage glass = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D out = glass.createGraphics();
        out.setColor(Color.WHITE);
        out.fillRect(0, 0, width, height);
        out.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform askew = new AffineTransform();
        askew.rotate(
                Math.toRadians((random.nextDouble() * 2 - 1) * degrees), width / 2.0, height / 2.0);
        askew.translate(random.nextDouble(), random.nextDouble());
        askew.scale(scale, scale);
        out.drawImage(print, askew, null);
        out.dispose();
        return glass;
    }

    private BufferedImage blurred(BufferedImage glass) {
        double sigma = blur * dpi;
        int reach = Math.max(1, (int) Math.ceil(3 * sigma));
        int side = 2 * reach + 1;
        float[] weights = new float[side * side];
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double dx = i % side - reach;
            double dy = i / side - reach;
            weights[i] = (float) Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null)
                .filter(glass, null);
    }

    private BufferedImage sensed(BufferedImage glass, Random random) {
        var raster = glass.getRaster();
        double light = random.nextDouble() * 30;
        for (int y = 0; y < glass.getHeight(); y++) {
            for (int x = 0; x < glass.getWidth(); x++) {
                double grey = INK + raster.getSample(x, y, 0) * (PAPER - INK) / 255.0;
                grey -= light * x / glass.getWidth();
                grey += random.nextGaussian() * noise;
                raster.setSample(x, y, 0, (int) Math.clamp(grey, 0, 255));
            }
        }
        return glass;
    }
}
