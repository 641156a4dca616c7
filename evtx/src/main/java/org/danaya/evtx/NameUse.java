package org.danaya.evtx;

/**
 * Where a definition names something.
 *
 * @param at the reference's place, counted from the definition's beginning
 * @param inline whether the name follows at once, as it does where a chunk has it first
 * @param text count and UTF-16 of a name that is elsewhere in the chunk
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never changed
record NameUse(int at, boolean inline, byte[] text) {}
