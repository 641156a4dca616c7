package org.danaya.sigma.input;

/** What an input holds, once it is decompressed. */
public enum Format {
    /** JSON objects, each on a line of its own. */
    JSON_LINES,
    /** JSON objects one after another, or in an array, over any number of lines. */
    JSON,
    /** A Windows event log file. */
    EVTX,
    /** Lines of a log: syslog (RFC 5424, RFC 3164), CEF, or text that tells times of day. */
    LINES,
    /** Any other text, which is read by lines too. */
    TEXT,
    /** Nothing at all. */
    EMPTY,
    /** Something else: bytes that are no text. */
    UNKNOWN
}
