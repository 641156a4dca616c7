package org.danaya.sigma.rule;

/**
 * Ends the reading of one document; becomes {@link Read.Refused} at its border and never leaves
 * this package.
 */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final Cause reason;
    private final int line;
    private final int column;
    private final String about;

    /**
     * Why, and where.
     *
     * @param line where, from 1 within the document; 0 where the defect has no line of its own
     */
    Refusal(Cause reason, int line, String message) {
        this(reason, line, "", message);
    }

    /**
     * Why, where, and of what.
     *
     * @param about what the defect is about, as the document writes it
     */
    Refusal(Cause reason, int line, String about, String message) {
        this(reason, line, 0, about, message);
    }

    /**
     * Why, where, and of what.
     *
     * @param column on the line, from 1; 0 where it isn't known
     */
    Refusal(Cause reason, int line, int column, String about, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.line = line;
        this.column = column;
        this.about = about;
    }

    Cause reason() {
        return reason;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String about() {
        return about;
    }

    String words() {
        String message = getMessage();
        return message == null ? reason.code() : message;
    }
}
