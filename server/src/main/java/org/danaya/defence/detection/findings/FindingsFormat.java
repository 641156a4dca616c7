package org.danaya.defence.detection.findings;

import java.io.OutputStream;
import org.danaya.defence.detection.Findings;

/** The forms in which findings are told; their columns and keys are stable. */
public enum FindingsFormat {
    /** One JSON object a line. */
    JSON;

    /**
     * Findings that are written to a stream, in UTF-8. They buffer, flush at the end, and leave the
     * stream open. What the stream refuses is thrown as {@link java.io.UncheckedIOException}.
     */
    public Findings to(OutputStream out, Showing showing) {
        return switch (this) {
            case JSON -> new JsonFindings(out, showing.live());
        };
    }
}
