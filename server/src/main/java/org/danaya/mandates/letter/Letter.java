package org.danaya.mandates.letter;

import java.time.Instant;
import java.util.Optional;
import org.danaya.trust.signature.SignatureLevel;

/**
 * A letter as it was made last, without its content.
 *
 * @param level of the electronic seal that it bears; empty for a draft, where no structure had a
 *     certificate to seal it with
 * @param size in bytes
 */
public record Letter(Edition edition, Optional<SignatureLevel> level, int size, Instant at) {

    /** Whether no structure sealed it yet. */
    public boolean draft() {
        return level.isEmpty();
    }
}
