package org.danaya.sigma.rule;

/** A piece of a pattern over text (Sigma rules, «String Wildcard»). */
public sealed interface Part {
    /** Text that stands there as it is; never empty, and never beside another literal. */
    record Literal(String text) implements Part {}

    /**
     * {@code *}: any number of characters, none too, line ends among them. Never beside another
     * one.
     */
    record AnyRun() implements Part {}

    /** {@code ?}: exactly one character (a code point), whichever. */
    record AnyOne() implements Part {}
}
