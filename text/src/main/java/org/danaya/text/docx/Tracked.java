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

    /** The same, not as an end of a move. */
    Tracked unmoved() {
        return switch (this) {
            case MOVED_HERE -> INSERTED;
            case MOVED_AWAY -> DELETED;
            case KEPT, INSERTED, DELETED -> this;
        };
    }

    String tag() {
        return tag;
    }
}
