package org.danaya.mandates;

import java.util.Locale;
import org.danaya.verify.mandate.Power;

/** What stands against the terms of a mandate. Words under {@code mandates.objection.CODE}. */
public sealed interface Objection {

    /** The grantor has nothing to grant: not in force yet, suspended, over. */
    record NotHeld(Worth.Hold hold) implements Objection {}

    /** The grantor doesn't have the power. */
    record OfPower(Power power) implements Objection {}

    /** The grantor's own limit is narrower on a side. */
    record OfScope(Scope.Side side) implements Objection {}

    /** The grantor may engage less money. */
    record OfAmount() implements Objection {}

    /** The grantor has it for other days. */
    record OfPeriod(Period period) implements Objection {}

    /** The grantor may let it be passed on no more often than this. */
    record OfDepth(int most) implements Objection {}

    /** It would be in another structure's name than the grantor's. */
    record OfStructure() implements Objection {}

    /** The holder is the grantor, or one above the grantor. */
    record OfSelf() implements Objection {}

    /** The holder isn't in that position on all of its days. */
    record OfCapacity() implements Objection {}

    /** A spokesperson who may not speak. */
    record OfSilence() implements Objection {}

    /** All of its days are over. */
    record OfPast() implements Objection {}

    /** The stable code: {@code of-power}. */
    default String code() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
