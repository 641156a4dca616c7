package org.danaya.bench;

/**
 * How long it takes to import a commenting form, from the bytes of the file to observations in a
 * structure's list; program and database pinned to one core.
 *
 * <p>Arguments: rows (500). Goal: below 3 s.
 */
public final class CommentFormBench {

    private static final String MEASURE = "org.danaya.consultation.observation.form.FormMeasure";

    private CommentFormBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(Machine.describe());
        Process measure = Pinned.java(0, MEASURE, arguments.length > 0 ? arguments[0] : "500");
        measure.inputReader()
                .lines()
                .filter(line -> line.contains("forms:"))
                .forEach(System.out::println);
        measure.waitFor();
    }
}
