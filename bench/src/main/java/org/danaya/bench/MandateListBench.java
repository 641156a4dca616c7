package org.danaya.bench;

/**
 * How long a page of a large register of mandates takes, with its count, in every way that the
 * console can ask; program and database pinned to one core.
 *
 * <p>Arguments: mandates (1,000,000). Goal: p99 below 200 ms.
 */
public final class MandateListBench {

    private static final String MEASURE = "org.danaya.mandates.ListMeasure";

    private MandateListBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(Machine.describe());
        Process measure = Pinned.java(0, MEASURE, arguments.length > 0 ? arguments[0] : "1000000");
        measure.inputReader()
                .lines()
                .filter(line -> line.contains("lists:"))
                .forEach(System.out::println);
        measure.waitFor();
    }
}
