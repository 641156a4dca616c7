package org.danaya.bench;

/**
 * How long the status of a large register takes to be folded, signed and written, and how large its
 * lists are; program and database pinned to one core.
 *
 * <p>Arguments: mandates (1,000,000). Goals: a fold in seconds, a list of a million in 128 KB.
 */
public final class MandateStatusBench {

    private static final String MEASURE = "org.danaya.mandates.status.StatusMeasure";

    private MandateStatusBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(Machine.describe());
        Process measure = Pinned.java(0, MEASURE, arguments.length > 0 ? arguments[0] : "1000000");
        measure.inputReader()
                .lines()
                .filter(line -> line.contains("mandates:"))
                .forEach(System.out::println);
        measure.waitFor();
    }
}
