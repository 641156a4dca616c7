package org.danaya.trust.signature;

import java.util.UUID;

/**
 * Room for another signer in a request.
 *
 * @param signer the signer's id
 * @param code lets one person join, for two weeks; shown once
 */
public record Invitation(UUID signer, String code) {

    @Override
    public String toString() {
        return "Invitation[" + signer + "]";
    }
}
