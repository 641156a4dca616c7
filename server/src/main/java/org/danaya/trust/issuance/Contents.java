package org.danaya.trust.issuance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.danaya.verify.LeafEntry;
import org.danaya.verify.Verdict;

/** Where an audit learns what leaves commit to. It is asked in the order of the log. */
interface Contents {

    /** A salt and a content that may open a leaf. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Given(byte[] salt, byte[] content) {

        /** The content as text. */
        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }

        /** Whether the entry commits to exactly this. */
        boolean opens(LeafEntry entry) {
            return entry.opens(salt, content) instanceof Verdict.Valid<LeafEntry>;
        }
    }

    /** What is given for the leaf of an index; nothing where nothing is. */
    Optional<Given> of(long index) throws IOException;
}
