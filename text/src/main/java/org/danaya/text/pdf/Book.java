package org.danaya.text.pdf;

import java.util.List;
import java.util.function.Function;
import org.danaya.text.form.Footnotes;

/**
 * What is printed.
 *
 * @param language of most of it, never empty
 * @param title for a window; never empty
 * @param parts from top to bottom
 * @param notes the paragraphs of a footnote
 */
record Book(
        String language,
        String title,
        List<Part> parts,
        Function<Footnotes.Called, List<Part.Para>> notes) {}
