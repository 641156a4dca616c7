package org.danaya.trust.trustlist;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Sha256;
import org.danaya.people.Basis;
import org.danaya.trust.trustlist.model.TrustedList;

/**
 * A published list. Never changes.
 *
 * @param unsigned the exact bytes that were approved
 * @param signed the same with the signature
 * @param submittedBy the account that asked for it
 * @param approvedBy the account that approved it, always another one
 * @param basis what let them act for the agency; empty for a role alone
 * @param evidence the passkey assertion over the unsigned bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Edition(
        long sequence,
        byte[] unsigned,
        byte[] signed,
        Instant issued,
        Instant nextUpdate,
        UUID draft,
        UUID signer,
        UUID submittedBy,
        UUID approvedBy,
        Optional<Basis> basis,
        UUID evidence) {

    /** The leaf's name in the log's table. */
    public String reference() {
        return "trustlist:edition:" + sequence;
    }

    /** SHA-256 of the signed list. */
    public byte[] digest() {
        return Sha256.of(signed);
    }

    /** The list. */
    public TrustedList list() {
        return ListReader.readAgain(unsigned);
    }
}
