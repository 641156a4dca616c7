package org.danaya.sigma.pipeline;

/** A file that is no pipeline: where, and why. */
public final class PipelineDefect extends Exception {

    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final Kind kind;
    private final String about;

    /** What is wrong. The codes are stable. */
    public enum Kind {
        TOO_LARGE("too-large", "more than 1 MiB"),
        YAML("yaml", "YAML that can't be read"),
        VERSION("version", "another version of pipelines than 1"),
        KEY("key", "no key of a pipeline"),
        MISSING("missing", "a key is missing"),
        MARKS("marks", "more than 16 marks"),
        PLACE("place", "a place without % for the field"),
        MARK("mark", "a line of the sources has neither this mark nor tells this"),
        NO_MARK("no-mark", "a line of the sources says no mark"),
        TEXT("text", "a text belongs here"),
        MAP("map", "a map belongs here");

        private final String code;
        private final String words;

        Kind(String code, String words) {
            this.code = code;
            this.words = words;
        }

        public String code() {
            return code;
        }

        /** What it means, in English. */
        public String about() {
            return words;
        }
    }

    /**
     * A defect.
     *
     * @param line from 1; 0 where it has no line of its own
     * @param about what the defect is about, as the file writes it; empty where the kind says it
     *     all
     */
    PipelineDefect(String file, int line, Kind kind, String about) {
        super(about.isEmpty() ? kind.words : kind.words + ": " + about, null, false, false);
        this.file = file;
        this.line = line;
        this.kind = kind;
        this.about = about;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public Kind kind() {
        return kind;
    }

    /** What the defect is about, as the file writes it; may be empty. */
    public String about() {
        return about;
    }
}
