package org.danaya.trust.authority;

import java.nio.charset.StandardCharsets;
import org.danaya.signin.AssertionOutcome.Evidence;

/** What the public log commits to of an approval: all that a stranger needs to check it. */
final class ApprovalLeaf {

    private ApprovalLeaf() {}

    /** The statement that was confirmed, then the passkey's assertion over it. */
    static byte[] content(byte[] statement, Evidence evidence) {
        String text =
                new String(statement, StandardCharsets.US_ASCII)
                        + "assertion "
                        + evidence.id()
                        + "\npublic-key "
                        + Hashes.hex(evidence.publicKey())
                        + "\nnonce "
                        + Hashes.hex(evidence.nonce())
                        + "\nauthenticator-data "
                        + Hashes.hex(evidence.authenticatorData())
                        + "\nclient-data "
                        + Hashes.hex(evidence.clientData())
                        + "\nsignature "
                        + Hashes.hex(evidence.signature())
                        + "\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
