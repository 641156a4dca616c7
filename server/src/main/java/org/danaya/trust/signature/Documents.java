package org.danaya.trust.signature;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.trust.validation.SignedFile;

/** What kind of signature fits a file, and pictures of its pages; files were screened before. */
final class Documents {

    /** How wide a visible signature is, in points. */
    static final float STAMP_WIDTH = 200;

    /** How high it is, in points. */
    static final float STAMP_HEIGHT = 64;

    private static final int MOST_WIDTH = 1_400;
    private static final float MOST_SIDE = 7_000;
    private static final Color INK = new Color(0x0b, 0x6e, 0x4f);
    private static final Semaphore DRAWING = new Semaphore(2);

    private Documents() {}

    /** The form that people can open best, of those that its bytes don't contradict. */
    static SignatureForm form(SignedFile file) {
        byte[] bytes = file.bytes();
        boolean pdf = bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D';
        SignatureForm best = SignatureForm.fitting(file.name(), pdf).getFirst();
        byte first = bytes.length == 0 ? 0 : bytes[0];
        boolean contradicted =
                (best == SignatureForm.XADES && first != '<')
                        || (best == SignatureForm.JADES && first != '{' && first != '[');
        return contradicted ? SignatureForm.ASIC_E_XADES : best;
    }

    /**
     * What a signature is put over: a container's files as they lie in an archive that nobody has
     * signed yet, or the file itself.
     */
    static List<SignedFile> covered(SignedFile file, SignatureForm form) {
        if (!form.isContainer() || !Intake.isArchive(file)) {
            return List.of(file);
        }
        List<SignedFile> inside = unpacked(file, SigningRequests.MOST_DOCUMENTS);
        // A container begins with its type (EN 319 162-1 §4.3.1); two files of one name can't lie
        // in one.
        boolean container = inside.isEmpty() || inside.getFirst().name().equals("mimetype");
        boolean alike = inside.stream().map(SignedFile::name).distinct().count() < inside.size();
        return container || alike ? List.of(file) : inside;
    }

    /** A file as a document of a request. */
    static SigningDocument listed(UUID id, int place, SignedFile file) {
        SignatureForm form = form(file);
        return new SigningDocument(
                id,
                place,
                file.name().isEmpty() ? "document" : file.name(),
                form,
                form == SignatureForm.PADES ? pages(file) : 0,
                Sha256.of(file.bytes()),
                file.size());
    }

    static int pages(SignedFile pdf) {
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new Fault(e, SignatureFault.FILE_UNSIGNABLE, pdf.name(), "pades");
        }
    }

    /** The files of an archive that isn't signed yet, each to be signed by itself. */
    static List<SignedFile> unpacked(SignedFile zip, int most) {
        List<SignedFile> files = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                if (!entry.isDirectory()) {
                    files.add(new SignedFile(entry.getName(), in.readAllBytes()));
                }
                if (files.size() > most) {
                    throw new Fault(SignatureFault.TOO_MANY, most);
                }
            }
        } catch (IOException e) {
            throw new Fault(e, SignatureFault.FILE_UNSIGNABLE, zip.name(), "zip");
        }
        return files;
    }

    /** The size of a page in points. */
    static PDRectangle size(SignedFile pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            int index = Math.min(page, document.getNumberOfPages()) - 1;
            return document.getPage(index).getCropBox();
        } catch (IOException e) {
            throw new Fault(e, SignatureFault.FILE_UNSIGNABLE, pdf.name(), "pades");
        }
    }

    /**
     * A page as a picture, with a frame where signatures will show.
     *
     * @param width in pixels
     */
    static byte[] picture(SignedFile pdf, int page, int width, List<Signer.Spot> spots) {
        DRAWING.acquireUninterruptibly();
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            PDRectangle box = document.getPage(page - 1).getCropBox();
            if (!(box.getWidth() > 1 && box.getWidth() <= MOST_SIDE)
                    || box.getHeight() > MOST_SIDE
                    || box.getHeight() > 4 * box.getWidth()) {
                throw new Fault(SignatureFault.FILE_UNSIGNABLE, pdf.name(), "pades");
            }
            float scale = Math.min(width, MOST_WIDTH) / box.getWidth();
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage drawn = renderer.renderImage(page - 1, scale, ImageType.RGB);
            frame(drawn, scale, spots);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(drawn, "png", out);
            return out.toByteArray();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Fault(e, SignatureFault.FILE_UNSIGNABLE, pdf.name(), "pades");
        } finally {
            DRAWING.release();
        }
    }

    private static void frame(BufferedImage drawn, float scale, List<Signer.Spot> spots) {
        Graphics2D graphics = drawn.createGraphics();
        graphics.setStroke(new BasicStroke(3));
        for (Signer.Spot spot : spots) {
            int x = Math.round(spot.x() * drawn.getWidth());
            int y = Math.round(spot.y() * drawn.getHeight());
            int wide = Math.round(STAMP_WIDTH * scale);
            int high = Math.round(STAMP_HEIGHT * scale);
            graphics.setColor(new Color(INK.getRed(), INK.getGreen(), INK.getBlue(), 50));
            graphics.fillRect(x, y, wide, high);
            graphics.setColor(INK);
            graphics.drawRect(x, y, wide, high);
        }
        graphics.dispose();
    }
}
