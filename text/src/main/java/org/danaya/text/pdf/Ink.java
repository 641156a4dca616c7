package org.danaya.text.pdf;

/** The colours, all in sRGB and of a contrast of 5:1 and more on white. */
enum Ink {
    TEXT(0x10, 0x1a, 0x26),
    QUIET(0x44, 0x50, 0x5c),
    LINK(0x0a, 0x4a, 0x8a),
    INSERTED(0x0b, 0x5d, 0x2e),
    DELETED(0xa3, 0x1d, 0x1d),
    MOVED(0x5b, 0x2a, 0x86);

    private final float red;
    private final float green;
    private final float blue;

    Ink(int red, int green, int blue) {
        this.red = red / 255f;
        this.green = green / 255f;
        this.blue = blue / 255f;
    }

    float red() {
        return red;
    }

    float green() {
        return green;
    }

    float blue() {
        return blue;
    }
}
