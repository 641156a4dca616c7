package org.danaya.text;

import java.io.Serial;
import java.util.List;

/**
 * A text that can't be read, with a code that stays the same, and what its sentence names.
 *
 * <p>The message is for whoever reads a log; people are told in their language, by the code.
 */
public final class TextFault extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> facts;

    /**
     * A fault.
     *
     * @param code such as {@code text.xml}; stable
     * @param facts that its sentence names, in the sentence's order: lines, names, limits
     */
    public TextFault(String code, Object... facts) {
        super(code + List.of(facts));
        this.code = code;
        this.facts = List.of(facts);
    }

    /** Stable, such as {@code text.xml}. */
    public String code() {
        return code;
    }

    /** What the sentence names, in its order. */
    public List<Object> facts() {
        return facts == null ? List.of() : facts;
    }
}
