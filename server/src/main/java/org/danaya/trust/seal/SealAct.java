package org.danaya.trust.seal;

import org.danaya.base.ActType;

/** The privileged acts around seals. */
public enum SealAct implements ActType {
    /** A document was sealed. Facts: structure, before, after, certificate, form, level. */
    SEALED("seal.sealed"),
    /** Somebody confirmed with a passkey what is to be sealed. Facts: evidence, structure. */
    CONFIRMED("seal.confirmed");

    private final String code;

    SealAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
