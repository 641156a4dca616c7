package org.danaya.trust.der;

/** The bytes aren't what they should be. Without a stack trace: strangers cause it at will. */
public final class MalformedDer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, in a few words of ASN.1. */
    public MalformedDer(String message) {
        super(message, null, false, false);
    }
}
