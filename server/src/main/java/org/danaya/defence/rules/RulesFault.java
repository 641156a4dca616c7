package org.danaya.defence.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import org.danaya.base.Fault;
import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong before a rule is read. */
public enum RulesFault implements FaultCode {
    /** There is no such file or folder. Facts: its name. */
    NOT_THERE("rules.not-there", FaultKind.UNKNOWN),
    /**
     * What placeholders stand for can't be read. Facts: the file and the line, the cause in the
     * reader's language.
     */
    PLACEHOLDERS("rules.placeholders", FaultKind.INVALID),
    /** No file there ends in .yml or .yaml. Facts: the names that were given. */
    NONE("rules.none", FaultKind.UNKNOWN);

    private final String code;
    private final FaultKind kind;

    RulesFault(String code, FaultKind kind) {
        this.code = code;
        this.kind = kind;
    }

    /**
     * Refuses a name that nothing has.
     *
     * @throws Fault with {@link #NOT_THERE}
     */
    public static void mustExist(Path file) {
        if (!Files.exists(file)) {
            throw new Fault(NOT_THERE, file);
        }
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
