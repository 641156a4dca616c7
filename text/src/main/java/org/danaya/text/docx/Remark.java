package org.danaya.text.docx;

/**
 * Something in a file that a reader of its text should know of: what was left out, or read in
 * another way than it is shown.
 *
 * @param code stable, such as {@code text.docx.comments}
 * @param count how often
 */
public record Remark(String code, int count) {}
