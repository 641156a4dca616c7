package org.danaya.trust.trustlist;

import java.time.Instant;
import java.util.Locale;
import org.danaya.trust.trustlist.model.ServiceCertificate;
import org.danaya.trust.trustlist.model.TrustedList;

/** Whether a document is a list that may be relied on. */
public sealed interface ListVerdict {

    /**
     * It may: its form, its signature, its signer and its age are right.
     *
     * @param signedAt what the signer claims
     */
    record Valid(TrustedList list, ServiceCertificate signer, Instant signedAt)
            implements ListVerdict {}

    /**
     * It may not.
     *
     * @param detail for who looks closer; nothing that a stranger wrote passes unshortened
     */
    record Refused(Reason reason, String detail) implements ListVerdict {}

    /** Why not. The words are under {@code trustlist.refused.CODE}. */
    enum Reason {
        /** It can't be read as a list; the detail is a fault's code. */
        UNREADABLE,
        /** It carries no signature. */
        UNSIGNED,
        /** It carries a signature that doesn't cover exactly this list. */
        WRAPPED,
        /** It was signed by somebody else than expected. */
        OTHER_SIGNER,
        /** It was changed after it was signed, or its signature isn't one. */
        BROKEN,
        /** Its next edition is overdue. */
        EXPIRED,
        /** It was closed: there is no next edition. */
        CLOSED,
        /** It is dated later than today. */
        NOT_YET;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
