package org.danaya.text.pdf;

/** The faces of the one family of letters, DejaVu Sans Condensed. */
enum Face {
    REGULAR("DejaVuSansCondensed.ttf"),
    BOLD("DejaVuSansCondensed-Bold.ttf"),
    ITALIC("DejaVuSansCondensed-Oblique.ttf"),
    BOLD_ITALIC("DejaVuSansCondensed-BoldOblique.ttf");

    private final String file;

    Face(String file) {
        this.file = "/fonts/" + file;
    }

    String file() {
        return file;
    }

    Face bold() {
        return this == ITALIC || this == BOLD_ITALIC ? BOLD_ITALIC : BOLD;
    }

    Face italic() {
        return this == BOLD || this == BOLD_ITALIC ? BOLD_ITALIC : ITALIC;
    }
}
