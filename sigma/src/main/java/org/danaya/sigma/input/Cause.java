package org.danaya.sigma.input;

/** Why something in an input is no event. The codes are stable. */
public enum Cause {
    NOT_JSON("json.broken", "no JSON, or JSON that ends too early"),
    NO_OBJECT("json.no-object", "JSON, but no object"),
    TOO_DEEP("json.too-deep", "JSON of too many levels"),
    TOO_LARGE("event.too-large", "an event of more bytes than the limit"),
    GZIP_TRUNCATED("gzip.truncated", "the gzip file ends before its end"),
    GZIP_BROKEN("gzip.broken", "from here on the gzip file is damaged, or something else"),
    ZSTD_TRUNCATED("zstd.truncated", "the zstd file ends before its end"),
    ZSTD_BROKEN("zstd.broken", "from here on the zstd file is damaged, or something else"),
    ZSTD_WINDOW("zstd.window", "zstd that takes more than 128 MiB of memory to be read"),
    EVTX_MEMORY("evtx.memory", "a compressed event log file that memory has no room for"),
    EVTX_SIGNATURE("evtx.chunk-signature", "64 KiB of an event log file without any record"),
    EVTX_UNREADABLE("evtx.chunk-unreadable", "64 KiB of an event log file that can't be read"),
    EVTX_TRUNCATED("evtx.chunk-truncated", "a record behind the end of the event log file"),
    EVTX_RECORD("evtx.record-header", "bytes where a record should begin that are none"),
    EVTX_TEMPLATE("evtx.template", "a record without its template"),
    EVTX_VALUES("evtx.values", "a record whose values reach beyond it"),
    EVTX_TOKENS("evtx.tokens", "a record of broken XML"),
    EVTX_TOO_LARGE("evtx.too-large", "a record that nests too deep or grows too large");

    private final String code;
    private final String about;

    Cause(String code, String about) {
        this.code = code;
        this.about = about;
    }

    public String code() {
        return code;
    }

    /** What it means, in English. */
    public String about() {
        return about;
    }

    static Cause of(org.danaya.evtx.Cause cause) {
        return switch (cause) {
            case FILE_SIGNATURE, CHUNK_SIGNATURE -> EVTX_SIGNATURE;
            case CHUNK_UNREADABLE -> EVTX_UNREADABLE;
            case CHUNK_TRUNCATED -> EVTX_TRUNCATED;
            case RECORD_HEADER -> EVTX_RECORD;
            case TEMPLATE -> EVTX_TEMPLATE;
            case VALUES -> EVTX_VALUES;
            case TOKENS -> EVTX_TOKENS;
            case TOO_LARGE -> EVTX_TOO_LARGE;
        };
    }
}
