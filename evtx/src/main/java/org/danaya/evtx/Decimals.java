package org.danaya.evtx;

import java.math.BigDecimal;

/** Writes floating point numbers with the fewest digits that give them back. */
final class Decimals {

    private Decimals() {}

    static void write(Utf8 out, float value) {
        write(out, Float.isFinite(value), value, Float.toString(value));
    }

    static void write(Utf8 out, double value) {
        write(out, Double.isFinite(value), value, Double.toString(value));
    }

    /** Plain between 1e-5 and 1e16, else as 1.5e-7; the JDK gives the digits. */
    private static void write(Utf8 out, boolean finite, double value, String shortest) {
        double size = Math.abs(value);
        if (!finite) {
            out.text(Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf", false);
        } else if (size == 0 || !shortest.contains("E")) {
            out.text(shortest, false);
        } else if (size >= 1e-5 && size < 1e16) {
            String plain = new BigDecimal(shortest).stripTrailingZeros().toPlainString();
            out.text(plain.contains(".") ? plain : plain + ".0", false);
        } else {
            out.text(shortest.replace(".0E", "E").replace('E', 'e'), false);
        }
    }
}
