package org.danaya.sigma.rule;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The modifiers of the appendix of Sigma 2.1, and which may stand together. */
enum Modifier {
    ALL,
    STARTSWITH,
    ENDSWITH,
    CONTAINS,
    EXISTS,
    CASED,
    NEQ,
    WINDASH,
    RE,
    I,
    M,
    S,
    BASE64,
    BASE64OFFSET,
    UTF16LE,
    UTF16BE,
    UTF16,
    WIDE,
    LT,
    LTE,
    GT,
    GTE,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR,
    CIDR,
    EXPAND,
    FIELDREF;

    static final Set<Modifier> ENDS = EnumSet.of(STARTSWITH, ENDSWITH, CONTAINS);
    static final Set<Modifier> FLAGS = EnumSet.of(I, M, S);
    static final Set<Modifier> BASES = EnumSet.of(BASE64, BASE64OFFSET);
    static final Set<Modifier> WIDES = EnumSet.of(UTF16LE, UTF16BE, UTF16, WIDE);
    static final Set<Modifier> ORDERS = EnumSet.of(LT, LTE, GT, GTE);
    static final Set<Modifier> UNITS = EnumSet.of(MINUTE, HOUR, DAY, WEEK, MONTH, YEAR);
    private static final Map<String, Modifier> BY_WORD = new HashMap<>();

    static {
        for (Modifier modifier : values()) {
            BY_WORD.put(modifier.word(), modifier);
        }
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Modifier of(String word) {
        return BY_WORD.get(word);
    }

    /** What a chain of modifiers makes of its values. */
    enum Kind {
        TEXT,
        REGEX,
        NETWORK,
        EXISTENCE,
        COMPARISON,
        TIME,
        REFERENCE;

        /** Whether the modifier may stand in a chain of this kind. */
        boolean allows(Modifier modifier) {
            return switch (this) {
                case TEXT ->
                        isOf(modifier, ALL, NEQ, CASED, WINDASH, EXPAND)
                                || ENDS.contains(modifier)
                                || BASES.contains(modifier)
                                || WIDES.contains(modifier);
                case REGEX -> isOf(modifier, RE, I, M, S, ALL, NEQ, CASED);
                case NETWORK -> isOf(modifier, CIDR, ALL, NEQ, EXPAND);
                case EXISTENCE -> modifier == EXISTS;
                case COMPARISON -> modifier == ALL || ORDERS.contains(modifier);
                case TIME ->
                        modifier == NEQ || UNITS.contains(modifier) || ORDERS.contains(modifier);
                case REFERENCE ->
                        isOf(modifier, FIELDREF, ALL, NEQ, CASED) || ENDS.contains(modifier);
            };
        }

        private static boolean isOf(Modifier modifier, Modifier... some) {
            return Arrays.asList(some).contains(modifier);
        }
    }
}
