package org.danaya.trust.trustlist;

import java.util.List;
import java.util.Locale;

/** How an approval ended. */
public sealed interface ApproveOutcome {

    /** The edition is committed; it lies on disk as soon as its leaf is in the public log. */
    record Published(Edition edition) implements ApproveOutcome {}

    /** A rule forbids it. */
    record Forbidden(Rule rule) implements ApproveOutcome {}

    /** The list breaks rules. */
    record Wrong(List<ListRules.Problem> problems) implements ApproveOutcome {}

    /** The rules. Their words are under {@code trustlist.rule.CODE}. */
    enum Rule {
        /** Whoever had a hand in the draft may not approve it. */
        OWN_DRAFT,
        /** The page stood open for too long, or another edition came in between. */
        TOO_OLD,
        /** The passkey didn't confirm exactly these bytes. */
        NOT_CONFIRMED;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
