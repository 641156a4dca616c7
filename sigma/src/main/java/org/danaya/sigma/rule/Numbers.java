package org.danaya.sigma.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.danaya.sigma.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/** Decimal numbers as text, in rules and in events. */
public final class Numbers {
    private static final int LONGEST = 400;
    private static final int LARGEST_EXPONENT = 400;

    private Numbers() {}

    /**
     * The number: an optional sign, digits with an optional point, an optional exponent of at most
     * 400; nothing else, no space, at most 400 characters. Null where the text is no such number.
     */
    public static @Nullable BigDecimal read(String text) {
        if (!isNumber(text)) {
            return null;
        }
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (exponent >= 0) {
            String digits = text.substring(exponent + 1).replaceFirst("^[+-]?0*", "");
            if (digits.length() > 3
                    || (!digits.isEmpty() && Integer.parseInt(digits) > LARGEST_EXPONENT)) {
                return null;
            }
        }
        return new BigDecimal(text);
    }

    /** The number that YAML's core schema makes of a scalar (YAML 1.2.2 §10.3.2), or null. */
    static @Nullable BigDecimal of(Yaml.Scalar scalar) {
        String text = scalar.text();
        if (!scalar.plain() || text.isEmpty() || text.charAt(0) > '9') {
            return null;
        }
        boolean hexadecimal = text.startsWith("0x");
        if (!hexadecimal && !text.startsWith("0o")) {
            return read(text);
        }
        String digits = text.substring(2);
        int radix = hexadecimal ? 16 : 8;
        boolean fits = !digits.isEmpty() && digits.length() <= 16;
        return fits && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0)
                ? new BigDecimal(new BigInteger(digits, radix))
                : null;
    }

    private static boolean isNumber(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return false;
        }
        int at = sign(text, 0);
        int whole = digits(text, at);
        int end = whole;
        int count = whole - at;
        if (end < length && text.charAt(end) == '.') {
            int fraction = digits(text, end + 1);
            count += fraction - end - 1;
            end = fraction;
        }
        if (count == 0) {
            return false;
        }
        if (end < length && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int power = sign(text, end + 1);
            end = digits(text, power);
            return end > power && end == length;
        }
        return end == length;
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')
                ? at + 1
                : at;
    }

    private static int digits(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
