package org.danaya.log;

import java.time.Instant;

/**
 * That the log signs nothing, and why.
 *
 * @param detail what was seen, in English for a technical reader
 */
public record Halt(HaltReason reason, String detail, Instant since) {}
