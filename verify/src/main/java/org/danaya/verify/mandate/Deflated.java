package org.danaya.verify.mandate;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;

/** Bytes in zlib's format (RFC 1950). */
final class Deflated {

    private Deflated() {}

    /** Inflates one whole stream, and stops where it becomes more than the limit. */
    static Parsed<byte[]> read(byte[] deflated, int limit) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    return Parsed.malformed(Reason.DEFLATED, "a stream that breaks off");
                }
                if (out.size() + count > limit) {
                    return Parsed.malformed(Reason.DEFLATED, "more than " + limit + " bytes");
                }
                out.write(buffer, 0, count);
            }
            return inflater.getRemaining() == 0
                    ? Parsed.ok(out.toByteArray())
                    : Parsed.malformed(Reason.DEFLATED, "bytes behind the stream");
        } catch (DataFormatException e) {
            return Parsed.malformed(Reason.DEFLATED, "not a zlib stream");
        } finally {
            inflater.end();
        }
    }

    static byte[] write(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
