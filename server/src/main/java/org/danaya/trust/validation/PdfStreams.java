package org.danaya.trust.validation;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures what the compressed streams of a PDF unpack to, before a PDF library unpacks them into
 * memory. It goes by the bytes and not by the cross-reference, so that nothing hides from it.
 */
final class PdfStreams {

    /** One stream: a scanned page of A3 in colour at 600 dpi is 210 MB. */
    private static final long MOST_ONE = 256L << 20;

    /** Streams of objects and of cross-references, which any reader unpacks whole. */
    private static final long MOST_STRUCTURE = 32L << 20;

    private static final long MOST_ALL_STRUCTURE = 64L << 20;

    /** All of them: what we are ready to unpack only to look. */
    private static final long MOST_ALL = 1L << 30;

    private static final Pattern FLATE = Pattern.compile("/(?:FlateDecode|Fl)(?=[\\s/\\]>])");

    /** Filters that may unpack to more, and aren't used for a PDF's structure. */
    private static final Pattern OTHER =
            Pattern.compile(
                    "/(?:ASCII85|ASCIIHex|LZW|RunLength)Decode|/Filter\\s*\\d+\\s+\\d+\\s+R");

    /** A filter that is told elsewhere. */
    private static final Pattern INDIRECT = Pattern.compile("/Filter[\\s\\[]*\\d+\\s+\\d+\\s+R");

    /** A character of a name by its number (ISO 32000-1 §7.3.5). */
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

    private static final int HEAD = 2_048;
    private static final byte[] BEGIN = "stream".getBytes(StandardCharsets.US_ASCII);

    private PdfStreams() {}

    static boolean unpackTooFar(byte[] pdf) {
        long all = 0;
        long structure = 0;
        byte[] out = new byte[1 << 16];
        for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            String head =
                    new String(
                            pdf,
                            Math.max(0, at - HEAD),
                            Math.min(HEAD, at),
                            StandardCharsets.ISO_8859_1);
            int object = head.lastIndexOf(" obj");
            String own = unescaped(head.substring(Math.max(0, object)));
            long flates = FLATE.matcher(own).results().limit(2).count();
            boolean hidden = object < 0 && at > HEAD;
            boolean whole = own.contains("/ObjStm") || own.contains("/XRef");
            // Packed twice, a small stream unpacks to anything, and no writer of PDF does that;
            // nor does any pack its structure otherwise than so.
            if (flates > 1 || (whole && OTHER.matcher(own).find())) {
                return true;
            }
            if (flates == 0 && !hidden && !INDIRECT.matcher(own).find()) {
                continue;
            }
            boolean strict = whole || hidden;
            long size = unpacked(pdf, at, out, strict ? MOST_STRUCTURE : MOST_ONE);
            all += size;
            structure += strict ? size : 0;
            if (size > (strict ? MOST_STRUCTURE : MOST_ONE)
                    || all > MOST_ALL
                    || structure > MOST_ALL_STRUCTURE) {
                return true;
            }
        }
        return false;
    }

    private static String unescaped(String text) {
        return text.indexOf('#') < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(
                                each ->
                                        Matcher.quoteReplacement(
                                                Character.toString(
                                                        Integer.parseInt(each.group(1), 16))));
    }

    /** Where the data of the next stream begins; -1 where there is none. */
    private static int next(byte[] pdf, int from) {
        for (int i = from; i + BEGIN.length + 1 < pdf.length; i++) {
            if (pdf[i] == 's' && begins(pdf, i) && (i < 3 || pdf[i - 1] != 'd')) {
                int data = i + BEGIN.length;
                if (pdf[data] == '\r') {
                    data++;
                }
                return pdf[data] == '\n' ? data + 1 : data;
            }
        }
        return -1;
    }

    private static boolean begins(byte[] pdf, int at) {
        for (int i = 0; i < BEGIN.length; i++) {
            if (pdf[at + i] != BEGIN[i]) {
                return false;
            }
        }
        return true;
    }

    private static long unpacked(byte[] pdf, int from, byte[] out, long most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            long size = 0;
            while (!inflater.finished() && size <= most) {
                int read = inflater.inflate(out);
                if (read == 0) {
                    break;
                }
                size += read;
            }
            return size;
        } catch (DataFormatException _) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
