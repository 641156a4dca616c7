package org.danaya.base;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one exception that crosses layers: a stable code and the facts that its sentence names.
 *
 * <p>The message is for logs only. What people read is made in one place, from the code and the
 * facts. Facts hold no secret and no personal data.
 */
public final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FaultCode code;
    private final transient List<Object> facts;

    /** A fault with the facts that its sentence names, in the order of the sentence's places. */
    public Fault(FaultCode code, Object... facts) {
        this(null, code, facts);
    }

    /** A fault with what caused it. */
    public Fault(@Nullable Throwable cause, FaultCode code, Object... facts) {
        super(code.code() + " " + List.of(facts), cause);
        this.code = code;
        this.facts = List.of(facts);
    }

    /** The stable code. */
    public FaultCode code() {
        return code;
    }

    /** What the sentence names, in the order of its places. */
    public List<Object> facts() {
        return facts;
    }
}
