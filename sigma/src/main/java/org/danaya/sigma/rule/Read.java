package org.danaya.sigma.rule;

/** What became of one document of a file: everything, or nothing with its cause. */
public sealed interface Read {
    /** Read whole. */
    sealed interface Compiled extends Read {}

    record OfRule(Rule rule) implements Compiled {}

    record OfCorrelation(Correlation correlation) implements Compiled {}

    record OfFilter(Filter filter) implements Compiled {}

    /**
     * Not read.
     *
     * @param title what the document calls itself, or its file's name
     * @param source the file, the document's number in it (0 also where the whole file was
     *     refused), and the line of the defect
     * @param column of the defect on that line, from 1; 0 where it isn't known
     * @param about what the defect is about, as the document writes it; empty where the cause says
     *     it all
     * @param message what is wrong, for people, in English
     */
    record Refused(
            String title,
            Header.Source source,
            int column,
            Cause cause,
            String about,
            String message)
            implements Read {}
}
