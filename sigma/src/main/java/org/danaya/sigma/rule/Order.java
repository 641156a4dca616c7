package org.danaya.sigma.rule;

import java.math.BigDecimal;

/** How a number stands to another. */
public enum Order {
    LT,
    LTE,
    GT,
    GTE,
    EQ,
    NEQ;

    /** Whether {@code left} stands so to {@code right}, in value and not in scale: 1.0 equals 1. */
    public boolean holds(BigDecimal left, BigDecimal right) {
        int order = left.compareTo(right);
        return switch (this) {
            case LT -> order < 0;
            case LTE -> order <= 0;
            case GT -> order > 0;
            case GTE -> order >= 0;
            case EQ -> order == 0;
            case NEQ -> order != 0;
        };
    }
}
