package org.danaya.text.docx;

/** How a change is tracked. */
enum Tracked {
    /** Not at all: it is in both versions. */
    KEPT(""),
    INSERTED("w:ins"),
    DELETED("w:del"),
    MOVED_HERE("w:moveTo"),
    MOVED_AWAY("w:moveFrom");

    private final String tag;

    Tracked(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
