package org.danaya.trust.status;

import org.danaya.edge.EdgeAnswer;

/** What comes of an OCSP request. */
sealed interface OcspOutcome {

    /** Without an answer: only a status, in DER. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Refused(byte[] response) implements OcspOutcome {}

    /** Signed for this request alone. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Signed(byte[] response) implements OcspOutcome {}

    /**
     * Kept, and given to whoever asks the same (RFC 5019 §2.2), until its time is over or the
     * status changes.
     *
     * @param entry of the certificate, in the index
     * @param word its status then
     * @param id the CertID's bytes as they were asked
     * @param remakeAt when it is too old to be given again, in seconds
     * @param asked the answer to a GET, with what caches need
     * @param posted the answer to a POST
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(
            int entry,
            long word,
            Responder responder,
            byte[] id,
            long remakeAt,
            EdgeAnswer asked,
            EdgeAnswer posted)
            implements OcspOutcome {}
}
