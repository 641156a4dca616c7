package org.danaya.trust.authority;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.trust.profile.SubjectAttribute;

/** A request for a certificate, in one of its states. */
public sealed interface Request {

    /** What was asked for. */
    Head head();

    /**
     * What was asked for; it never changes.
     *
     * @param profile the code of the profile
     * @param applicant the account of who asks
     * @param structure the structure that the certificate names or that answers for it
     * @param holder the account of the person that the certificate will name
     * @param alternatives as they were typed, each {@code TYPE:VALUE}
     * @param publicKey DER of the SubjectPublicKeyInfo
     * @param keyLabel the key in the token of holders, where it was made here
     * @param batch what it was asked for together with
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Head(
            UUID id,
            String profile,
            UUID applicant,
            Optional<UUID> structure,
            Optional<UUID> holder,
            Map<SubjectAttribute, String> subject,
            List<String> alternatives,
            byte[] publicKey,
            Optional<String> keyLabel,
            Optional<UUID> batch,
            Instant submittedAt) {}

    /** It waits for an officer who looks at the evidence and prepares the certificate. */
    record Submitted(Head head) implements Request {}

    /**
     * The exact certificate is prepared and waits for approvals.
     *
     * @param authority the number of the authority that would sign it
     * @param profile the number of the version of the profile
     * @param tbs DER of the TBSCertificate
     * @param evidenceSha256 over the evidence and the checks, as they were then
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Prepared(
            Head head,
            int authority,
            int profile,
            byte[] tbs,
            byte[] tbsSha256,
            byte[] evidenceSha256,
            UUID preparedBy,
            Instant preparedAt)
            implements Request {}

    /** The certificate was issued. */
    record Issued(Head head, Prepared prepared, Instant at) implements Request {}

    /** An officer or an approver refused it. */
    record Refused(Head head, UUID by, Instant at, String reason) implements Request {}

    /** The applicant took it back. */
    record Withdrawn(Head head, Instant at) implements Request {}
}
