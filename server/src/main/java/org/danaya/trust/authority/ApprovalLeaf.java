package org.danaya.trust.authority;

import java.nio.charset.StandardCharsets;
import org.danaya.base.Hex;
import org.danaya.signin.AssertionOutcome.Evidence;

/** What the public log commits to of an approval: all that a stranger needs to check it. */
final class ApprovalLeaf {

    private ApprovalLeaf() {}

    /** The statement that was confirmed, then the passkey's assertion over it. */
    static byte[] content(byte[] statement, Evidence evidence) {
        String text =
                new String(statement, StandardCharsets.UTF_8)
                        + "assertion "
                        + evidence.id()
                        + "\npublic-key "
                        + Hex.of(evidence.publicKey())
                        + "\nnonce "
                        + Hex.of(evidence.nonce())
                        + "\nauthenticator-data "
                        + Hex.of(evidence.authenticatorData())
                        + "\nclient-data "
                        + Hex.of(evidence.clientData())
                        + "\nsignature "
                        + Hex.of(evidence.signature())
                        + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
