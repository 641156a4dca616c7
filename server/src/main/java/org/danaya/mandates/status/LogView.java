package org.danaya.mandates.status;

import java.util.Optional;
import org.danaya.log.PublicLog;
import org.danaya.verify.Policy;
import org.danaya.verify.SignedNote;
import org.danaya.verify.VerifierKey;

/** What is told of the public log. */
interface LogView {

    /** The key that checks its signatures; nothing before it has begun. */
    Optional<VerifierKey> key();

    /** Its published checkpoint; nothing before the first. */
    Optional<SignedNote> checkpoint();

    /** The real one. */
    static LogView of(PublicLog log) {
        return new LogView() {
            @Override
            public Optional<VerifierKey> key() {
                return log.keys().stream().findFirst();
            }

            @Override
            public Optional<SignedNote> checkpoint() {
                return log.latest().map(PublicLog.Latest::note);
            }
        };
    }

    /** Whether a checkpoint is signed as verifiers want it. */
    static boolean isGood(SignedNote note, Policy policy) {
        return policy.check(note) instanceof org.danaya.verify.Verdict.Valid<?>;
    }
}
