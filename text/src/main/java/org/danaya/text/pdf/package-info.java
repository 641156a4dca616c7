/**
 * A text as PDF that archives take and everybody can read: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO
 * 14289-1) at once.
 *
 * <p>From top to bottom of the package: a text becomes a {@code Book} of paragraphs and tables;
 * {@code LineSetter} and {@code TableSetter} set them in lines; {@code Pages} puts lines and
 * footnotes on pages; {@code Painter} writes the pages and the tree of tags beside them. Nothing is
 * fetched; the same text gives the same bytes. Measures are points (1/72 inch), from the top left
 * corner until {@code Painter} turns them over.
 */
@NullMarked
package org.danaya.text.pdf;

import org.jspecify.annotations.NullMarked;
