package org.danaya.sigma.pipeline;

/** A file that is no pipeline: where, and why. */
public final class PipelineDefect extends Exception {

    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;

    /**
     * A defect.
     *
     * @param line from 1; 0 where it has no line of its own
     */
    PipelineDefect(String file, int line, String message) {
        super(message, null, false, false);
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }
}
