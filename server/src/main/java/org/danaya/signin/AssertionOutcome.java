package org.danaya.signin;

import java.time.Instant;
import java.util.UUID;

/** Whether a person confirmed some content with a passkey. */
public sealed interface AssertionOutcome {

    /** The person confirmed exactly this content, just now. */
    record Confirmed(Evidence evidence) implements AssertionOutcome {}

    /** There is no such confirmation. */
    record Refused(Reason reason) implements AssertionOutcome {}

    /** Why there is none. */
    enum Reason {
        /** The question is unknown, answered already or too old. */
        QUESTION_GONE,
        /** The question was put to another person. */
        OTHER_PERSON,
        /** The question was about other content. */
        OTHER_CONTENT,
        /** The passkey's answer isn't right, or the passkey isn't this person's. */
        WRONG_ANSWER
    }

    /**
     * What a third person needs to check the confirmation: {@code clientData} is JSON whose {@code
     * challenge} is {@code SHA-256("org.danaya/assertion/v1\n" ‖ nonce ‖ contentHash)} in
     * base64url, and {@code signature} is the passkey's over {@code authenticatorData ‖
     * SHA-256(clientData)} (WebAuthn §6.3.3).
     *
     * @param publicKey as a COSE key (RFC 9052 §7), as it was at that time
     * @param contentHash SHA-256 of the content
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Evidence(
            UUID id,
            UUID account,
            byte[] credentialId,
            byte[] publicKey,
            byte[] contentHash,
            byte[] nonce,
            byte[] authenticatorData,
            byte[] clientData,
            byte[] signature,
            Instant at) {}
}
