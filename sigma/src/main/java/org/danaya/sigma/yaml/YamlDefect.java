package org.danaya.sigma.yaml;

/** Why a text isn't read as YAML. */
public final class YamlDefect extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Kind {
        /** Not YAML at all. */
        BROKEN,
        /** A key that is no text. */
        KEY,
        DUPLICATE_KEY,
        /** An alias to nothing, or to what it stands in. */
        ALIAS,
        TOO_LARGE,
        TOO_DEEP,
        /** A tag that means nothing here. */
        TAG
    }

    private final Kind kind;
    private final int line;
    private final int column;
    private final String about;

    YamlDefect(Kind kind, int line, String about, String message) {
        this(kind, line, 0, about, message);
    }

    YamlDefect(Kind kind, int line, int column, String about, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.line = line;
        this.column = column;
        this.about = about;
    }

    public Kind kind() {
        return kind;
    }

    /** From 1 within the text; 0 where it isn't known. */
    public int line() {
        return line;
    }

    /** From 1 within the line; 0 where it isn't known. */
    public int column() {
        return column;
    }

    /** What the defect is about, as the text has it; empty where the kind says it all. */
    public String about() {
        return about;
    }

    /** What is wrong, for people, in English. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
