package org.danaya.sigma.lint;

/** One rule of good writing, of one clause. Without state: one object serves all threads. */
abstract class Check {
    private final String id;
    private final Severity severity;
    private final String clause;
    private final String words;

    /**
     * A check.
     *
     * @param words in English, with {@code {0}}, {@code {1}} for a finding's arguments
     */
    Check(String id, Severity severity, String clause, String words) {
        this.id = id;
        this.severity = severity;
        this.clause = clause;
        this.words = words;
    }

    final String id() {
        return id;
    }

    final Severity severity() {
        return severity;
    }

    final String clause() {
        return clause;
    }

    final String words() {
        return words;
    }

    /** Looks at a document and tells what it finds. */
    abstract void look(View view, Findings findings);
}
