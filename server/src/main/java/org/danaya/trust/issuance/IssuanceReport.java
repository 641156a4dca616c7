package org.danaya.trust.issuance;

import java.util.List;

/**
 * What an audit of issuance counted.
 *
 * @param certificates all of them
 * @param byRequest those that officers approved one by one or together
 * @param inAdvance those of the infrastructure, approved at a ceremony
 * @param authorities that registered
 * @param approvers different passkeys that approved
 * @param found how many problems there are
 * @param problems the first of them
 */
public record IssuanceReport(
        long certificates,
        long byRequest,
        long inAdvance,
        long authorities,
        long approvers,
        long found,
        List<IssuanceProblem> problems) {

    /** Copies the list. */
    public IssuanceReport {
        problems = List.copyOf(problems);
    }

    /** Whether all is as it should be. */
    public boolean sound() {
        return found == 0;
    }
}
