package org.danaya.trust.signature;

import org.danaya.base.ActType;

/** The privileged acts around signatures. */
public enum SignatureAct implements ActType {
    /** A request was made; its files are kept from now on. */
    CREATED("signature.created"),
    /** Its signers may sign. */
    OPENED("signature.opened"),
    /** Somebody joined by an invitation. */
    JOINED("signature.joined"),
    /** A document was signed. */
    SIGNED("signature.signed"),
    /** A signer doesn't sign. */
    DECLINED("signature.declined"),
    /** The archive timestamp of a document was renewed. */
    RENEWED("signature.renewed"),
    /** The owner took a request back; its files are gone. */
    WITHDRAWN("signature.withdrawn");

    private final String code;

    SignatureAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
