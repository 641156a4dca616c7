package org.danaya.trust.lint;

import org.danaya.trust.profile.Profile;

/** One rule, of one clause. Without state: one object serves all threads. */
abstract class Lint {

    private final String id;
    private final String clause;
    private final Severity severity;

    Lint(String id, String clause) {
        this(id, clause, Severity.ERROR);
    }

    Lint(String id, String clause, Severity severity) {
        this.id = id;
        this.clause = clause;
        this.severity = severity;
    }

    final String id() {
        return id;
    }

    final String clause() {
        return clause;
    }

    final Severity severity() {
        return severity;
    }

    /** Whether certificates of a profile are bound by it. */
    boolean binds(Profile profile) {
        return true;
    }

    /** Whether a certificate keeps it. */
    abstract boolean keeps(CertificateView certificate, LintContext context);
}
