package org.danaya.mandates.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of a document: DejaVu Sans Condensed, of which only the letters that are used go into
 * the file. It has the letters of French and of the languages of Mali (ɛ ɔ ɲ ŋ).
 */
final class LetterFont {

    private static final byte[] FILE = file();
    private static final char MISSING = '\ufffd';

    private final PDType0Font font;

    private LetterFont(PDType0Font font) {
        this.font = font;
    }

    static LetterFont in(PDDocument document) throws IOException {
        TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(FILE));
        // Who searches for "officiel" must find it: no letters drawn as one.
        letters.setEnableGsub(false);
        return new LetterFont(PDType0Font.load(document, letters, true));
    }

    PDType0Font font() {
        return font;
    }

    /** What can be drawn of a text: composed letters; a sign where the font has none. */
    String drawable(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\t\\r\\n\\f]+", " ")
                .replace('\u202f', '\u00a0')
                .codePoints()
                .filter(point -> !Character.isISOControl(point))
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .forEach(point -> kept.appendCodePoint(has(point) ? point : MISSING));
        return kept.toString();
    }

    private boolean has(int point) {
        try {
            return font.encode(Character.toString(point)).length > 0;
        } catch (IllegalArgumentException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The width of a drawable text, in points. */
    float width(String text, float size) {
        try {
            return font.getStringWidth(text) / 1_000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks a text into lines no wider than a column; no-break spaces hold. */
    List<String> wrap(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : drawable(text).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = new StringBuilder(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line = new StringBuilder(broken(word, size, width, lines));
        }
        lines.add(line.toString());
        return lines;
    }

    /** A word that is wider than the column goes on the next line; the rest of it is given. */
    private String broken(String word, float size, float width, List<String> lines) {
        String rest = word;
        while (width(rest, size) > width) {
            int end = rest.offsetByCodePoints(0, 1);
            while (end < rest.length()
                    && width(rest.substring(0, rest.offsetByCodePoints(end, 1)), size) <= width) {
                end = rest.offsetByCodePoints(end, 1);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }

    private static byte[] file() {
        try (var in = LetterFont.class.getResourceAsStream("/fonts/DejaVuSansCondensed.ttf")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
