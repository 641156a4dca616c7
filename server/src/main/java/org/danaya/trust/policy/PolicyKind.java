package org.danaya.trust.policy;

/** The two documents of RFC 3647 §3. */
enum PolicyKind {
    /** The certificate policy: what certificates are worth. */
    CP,
    /** The certification practice statement: how the authority works. */
    CPS;

    String code() {
        return this == CP ? "cp" : "cps";
    }
}
