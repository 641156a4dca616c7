package org.danaya.verify.mandate;

/** What a mandate lets its bearer do. In the order of the seal's bits. */
public enum Power {
    /** Sign in the grantor's name. */
    SIGN(0, "SIGNER"),
    /** Stand for the grantor. */
    REPRESENT(1, "REPRESENTER"),
    /** Speak in public. */
    SPEAK(2, "S_EXPRIMER"),
    NEGOTIATE(3, "NEGOCIER"),
    VOTE(4, "VOTER"),
    /** Submit an observation on a text. */
    SUBMIT_OBSERVATION(5, "SOUMETTRE_OBSERVATION"),
    /** Decide an accreditation (homologation). */
    ACCREDIT(6, "HOMOLOGUER"),
    AUTHORIZE_MEASUREMENT(7, "AUTORISER_MESURE");

    private final int bit;
    private final String code;

    Power(int place, String code) {
        this.bit = 1 << place;
        this.code = code;
    }

    /** The French code that people and machines see. */
    public String code() {
        return code;
    }

    int bit() {
        return bit;
    }
}
