package org.danaya.trust.ceremony;

import java.util.List;
import org.danaya.trust.profile.AuthorityKind;

/**
 * What those at a ceremony approve in advance: certificates of the infrastructure that an authority
 * issues by itself as long as it lives. The minute says so.
 *
 * @param most how many, at most
 */
record InAdvance(String profile, int most) {

    /** One every two weeks, and as many again, for twenty years. */
    private static final InAdvance RESPONDERS = new InAdvance("ocsp", 1_000);

    private static final InAdvance TIMESTAMP_UNITS = new InAdvance("timestamp", 100);

    /** What is approved for an authority of a kind. */
    static List<InAdvance> of(AuthorityKind kind) {
        return switch (kind) {
            case ROOT -> List.of();
            case PERSONS, STRUCTURES, SERVERS -> List.of(RESPONDERS);
            case INFRASTRUCTURE -> List.of(RESPONDERS, TIMESTAMP_UNITS);
        };
    }
}
