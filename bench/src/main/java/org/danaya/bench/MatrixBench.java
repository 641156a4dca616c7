package org.danaya.bench;

/**
 * How long the page of what became of observations takes, over HTTP, in the ways that the console
 * can filter it, and its files; program and database on both cores.
 *
 * <p>Arguments: observations (5,000), of 60 structures, on the next to last of 8 versions of 600
 * provisions. Goal: pages p95 below 300 ms, XLSX, DOCX and PDF below 5 s in all.
 */
public final class MatrixBench {

    private static final String MEASURE = "org.danaya.consultation.answer.console.MatrixMeasure";

    private MatrixBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(Machine.describe());
        Process measure = Pinned.java("0,1", MEASURE, arguments.length > 0 ? arguments[0] : "5000");
        measure.inputReader()
                .lines()
                .filter(line -> line.startsWith("matrix:"))
                .forEach(System.out::println);
        measure.waitFor();
    }
}
