/**
 * Texts as Word files (DOCX: ECMA-376 and ISO/IEC 29500, WordprocessingML, transitional and
 * strict).
 *
 * <p>{@link org.danaya.text.docx.DocxWriter} writes a text, or two versions of one as tracked
 * changes; {@link org.danaya.text.docx.DocxReader} reads what it wrote, what Word and LibreOffice
 * made of it, and what others send. Nothing is unpacked to disk, fetched or run.
 *
 * <p>A part of a text is known again in two ways that survive editing: each line that opens one has
 * a style named after it ({@code Akn article heading 3}, see {@link org.danaya.text.docx.Look}),
 * and its identifiers are a bookmark around its lines, spelled out in a custom part (see {@link
 * org.danaya.text.docx.Names}).
 */
@NullMarked
package org.danaya.text.docx;

import org.jspecify.annotations.NullMarked;
