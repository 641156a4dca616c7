package org.danaya.text.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of one face in one document, of which only those that are used go into the file.
 *
 * <p>They hold Latin with the letters of Mali (ɛ ɔ ɲ ŋ) and marks above and below letters.
 */
final class Letters {

    /** Drawn for a letter that the face hasn't; what it stands for is told beside it. */
    static final String MISSING = "\ufffd";

    private static final int KNOWN = 0x3000;
    private static final float UNSEEN = -1;
    private static final float ABSENT = -2;
    private static final Map<Face, byte[]> FILES = new ConcurrentHashMap<>();

    private final PDType0Font font;
    private final TrueTypeFont file;
    private final CmapLookup glyphs;
    private final float[] widths = new float[KNOWN];

    private Letters(PDDocument document, Face face) throws IOException {
        byte[] bytes = FILES.computeIfAbsent(face, Letters::read);
        file = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        // Who searches for "officiel" must find it: no letters drawn as one.
        file.setEnableGsub(false);
        glyphs = file.getUnicodeCmapLookup();
        font = PDType0Font.load(document, file, true);
        Arrays.fill(widths, UNSEEN);
    }

    /** The faces of a document, read when they are first used. */
    static final class Case {

        private final PDDocument document;
        private final Map<Face, Letters> faces = new EnumMap<>(Face.class);

        Case(PDDocument document) {
            this.document = document;
        }

        Letters of(Face face) {
            return faces.computeIfAbsent(face, this::load);
        }

        private Letters load(Face face) {
            try {
                return new Letters(document, face);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    PDType0Font font() {
        return font;
    }

    /** Whether the face has a letter. */
    boolean has(int point) {
        return at(point) != ABSENT;
    }

    /** The width of words at a size. */
    float width(String words, float size) {
        float width = 0;
        for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
            float one = at(words.codePointAt(i));
            width += one == ABSENT ? at(MISSING.charAt(0)) : one;
        }
        return width * size / 1_000;
    }

    private float at(int point) {
        if (point >= KNOWN) {
            return measure(point);
        }
        if (widths[point] == UNSEEN) {
            widths[point] = measure(point);
        }
        return widths[point];
    }

    private float measure(int point) {
        try {
            int glyph = glyphs.getGlyphId(point);
            return glyph == 0
                    ? ABSENT
                    : file.getAdvanceWidth(glyph) * 1_000f / file.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Face face) {
        try (var in = Letters.class.getResourceAsStream(face.file())) {
            return Objects.requireNonNull(in, face.file()).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
