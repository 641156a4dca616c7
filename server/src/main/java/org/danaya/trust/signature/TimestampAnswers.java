package org.danaya.trust.signature;

/** A timestamp service in process. */
@FunctionalInterface
public interface TimestampAnswers {

    /** Answers a request (RFC 3161 §2.4) with a response, both DER. */
    byte[] answer(byte[] request);
}
