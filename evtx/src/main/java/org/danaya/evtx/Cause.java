package org.danaya.evtx;

/** Why something that a file holds was not read. */
public enum Cause {
    /** The file doesn't begin with {@code ElfFile}. Its chunks are read all the same. */
    FILE_SIGNATURE,
    /** 64 KiB that aren't empty, begin with no {@code ElfChnk}, and hold no whole record. */
    CHUNK_SIGNATURE,
    /** The chunk could not be read from the disk, or its file shrank meanwhile. */
    CHUNK_UNREADABLE,
    /** The file ends inside the chunk: records that its header announces aren't there. */
    CHUNK_TRUNCATED,
    /** Bytes where a record should begin have no signature, or its two sizes differ. */
    RECORD_HEADER,
    /** The record's template isn't where the record says, or isn't one. */
    TEMPLATE,
    /** The values of a template instance reach beyond the record. */
    VALUES,
    /** The tokens of the record's XML are not well formed. */
    TOKENS,
    /** The record nests deeper, or grows larger when its values are put in place, than is read. */
    TOO_LARGE
}
