package org.danaya.sigma.input;

/** Why something in an input is no event. The codes are stable. */
public enum Cause {
    NOT_JSON("json.broken", "no JSON, or JSON that ends too early"),
    NO_OBJECT("json.no-object", "JSON, but no object"),
    TOO_DEEP("json.too-deep", "JSON of too many levels"),
    TOO_LARGE("event.too-large", "an event of more bytes than the limit");

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
}
