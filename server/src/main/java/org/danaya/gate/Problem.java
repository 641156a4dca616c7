package org.danaya.gate;

/**
 * A problem for a program (RFC 9457 §3.1), with two members of our own.
 *
 * @param type names the kind of problem
 * @param title the kind in a few words
 * @param detail what is wrong and what to do
 * @param instance names this occurrence: the request
 * @param code the stable code
 */
record Problem(String type, String title, int status, String detail, String instance, String code) {

    static Problem of(ErrorView told) {
        return new Problem(
                "urn:danaya:fault:" + told.code(),
                told.title(),
                told.status(),
                told.sentence(),
                "urn:uuid:" + told.request(),
                told.code());
    }
}
