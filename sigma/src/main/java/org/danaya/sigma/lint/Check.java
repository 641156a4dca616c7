package org.danaya.sigma.lint;

/** One rule of good writing, of one clause. Without state: one object serves all threads. */
abstract class Check {
    private final Linter.About about;

    /**
     * A check.
     *
     * @param words in English, with {@code {0}}, {@code {1}} for a finding's arguments
     */
    Check(String id, Severity severity, String clause, String words) {
        this.about = new Linter.About(id, severity, clause, words);
    }

    final Linter.About about() {
        return about;
    }

    /** Looks at a document and tells what it finds. */
    abstract void look(View view, Findings findings);
}
