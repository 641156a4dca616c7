package org.danaya.text.docx.part;

/**
 * How much of a file is read. What goes beyond is refused whole, never cut.
 *
 * @param bytes of the file
 * @param inflated bytes of all its entries together, unpacked
 * @param entries in the archive
 * @param elements of all its parts that are read, together
 * @param paragraphs of the text, its tables and notes
 */
public record Limits(int bytes, int inflated, int entries, int elements, int paragraphs) {

    public static final Limits STANDARD =
            new Limits(32 << 20, 256 << 20, 4_096, 2_000_000, 200_000);
}
