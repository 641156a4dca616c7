package org.danaya.consultation.edit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.text.TextFault;
import org.danaya.text.edit.Edited.Told;

/** What became of words that somebody saved. Whatever it is, what they typed is kept. */
public sealed interface SayOutcome {

    /**
     * They are the text now.
     *
     * @param told what concerns references
     */
    record Said(List<Told> told) implements SayOutcome {

        /** Keeps a copy. */
        public Said {
            told = List.copyOf(told);
        }
    }

    /**
     * Somebody else changed this unit meanwhile.
     *
     * @param lines what it says now
     * @param hash of these lines
     * @param by who changed it last, and when; empty where that isn't known
     */
    record Conflict(String lines, String hash, Optional<By> by) implements SayOutcome {}

    /** Who changed something, and when. */
    record By(UUID account, Instant at) {}

    /** The unit isn't in the draft any more. */
    record Gone() implements SayOutcome {}

    /** The version isn't a draft any more. */
    record Closed() implements SayOutcome {}

    /** The lines can't be read. */
    record Refused(TextFault fault) implements SayOutcome {}
}
