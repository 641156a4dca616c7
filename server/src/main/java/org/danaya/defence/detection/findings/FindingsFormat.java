package org.danaya.defence.detection.findings;

import java.io.OutputStream;
import org.danaya.defence.detection.Findings;

/** The forms in which findings are told; their columns and keys are stable. */
public enum FindingsFormat {
    /** One JSON object a line. */
    JSON,
    /** Columns for a terminal. */
    TABLE,
    /** Lines of comma-separated values, with the keys of {@link #JSON} as columns. */
    CSV,
    /** CSV in the order of time, with the columns that timeline tools and spreadsheets expect. */
    TIMELINE,
    /** A page that can be handed on. */
    HTML;

    /**
     * Findings that are written to a stream, in UTF-8. They buffer, flush at the end, and leave the
     * stream open. What the stream refuses is thrown as {@link java.io.UncheckedIOException}.
     */
    public Findings to(OutputStream out, Showing showing) {
        return switch (this) {
            case JSON -> new JsonFindings(out, showing.live());
            case TABLE -> new TableFindings(out, showing);
            case CSV -> new CsvFindings(out, showing.live());
            case TIMELINE -> new TimelineFindings(out);
            case HTML -> new HtmlFindings(out, showing);
        };
    }
}
