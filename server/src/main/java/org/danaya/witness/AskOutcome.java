package org.danaya.witness;

import java.util.List;
import org.danaya.verify.NoteSignature;

/** What came of asking a witness once. */
sealed interface AskOutcome {

    /** It cosigned; the signatures were verified. */
    record Cosigned(List<NoteSignature> signatures) implements AskOutcome {}

    /** It remembers another size. */
    record OtherSize(long size) implements AskOutcome {}

    /** It won't. */
    record Refused(String why) implements AskOutcome {}

    /** It can't be reached, or answers something else. */
    record Failed(String why) implements AskOutcome {}
}
