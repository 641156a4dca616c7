package org.danaya.consultation.answer;

import java.util.List;

/**
 * What came of answering observations.
 *
 * @param given the answers that count from now on
 * @param meanwhile those that others gave since they were looked at: nothing was changed there
 * @param own the numbers of those that whoever answers has written: another answers them
 */
public record AnswerOutcome(List<Given> given, List<Given> meanwhile, List<Integer> own) {

    /** Keeps copies. */
    public AnswerOutcome {
        given = List.copyOf(given);
        meanwhile = List.copyOf(meanwhile);
        own = List.copyOf(own);
    }
}
