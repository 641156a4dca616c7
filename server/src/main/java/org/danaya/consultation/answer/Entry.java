package org.danaya.consultation.answer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.Referral;

/**
 * An observation that was submitted, with what became of it: a line of the matrix.
 *
 * @param number within its version
 * @param kind the code of its kind
 * @param part the lasting name of the part that it is about; empty for the whole text
 * @param label as readers call that part; empty for the whole text
 * @param quote the words that it is about; empty where it is about no words
 * @param words empty for whoever may not read them, which only happens where it is confidential
 * @param last the answer that counts; without its reason for whoever may not read the words
 * @param duplicateOf the number of the one that is answered for it
 * @param linked how many changes have it for their cause
 */
public record Entry(
        UUID observation,
        UUID version,
        int number,
        Referral.Structure structure,
        String kind,
        String part,
        String label,
        String quote,
        boolean confidential,
        boolean late,
        Instant submittedAt,
        Optional<Observation.Words> words,
        Optional<Given> last,
        Optional<Integer> duplicateOf,
        int linked) {

    /** The stable code of what became of it; {@code to-examine} where nothing did. */
    public String disposition() {
        return last.map(each -> each.disposition().code()).orElse("to-examine");
    }

    /** The place of the answer that counts; 0 where there is none. */
    public int place() {
        return last.map(Given::place).orElse(0);
    }
}
