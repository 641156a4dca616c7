/**
 * A text edited part by part, its structure kept.
 *
 * <p>A {@link org.danaya.text.edit.Unit} is what is edited at once: an article with its paragraphs,
 * points, tables and notes; the number, heading and own words of a chapter; the preface. {@link
 * org.danaya.text.edit.PartMarkup} shows it as lines that people can write, and reads them again:
 * what the lines can't say stays as it is, under a mark. {@link org.danaya.text.edit.Editing}
 * changes trees: a new tree each time, whose untouched parts keep their names, and a list of the
 * references that the change concerns. {@link org.danaya.text.edit.Typography} sets French as
 * French is set.
 *
 * <h2>The lines</h2>
 *
 * <ul>
 *   <li>{@code # Article 3 | Objet}: the number and heading of the part, or the title of the text;
 *       {@code ## words} below it.
 *   <li>{@code 1. words}, {@code a) words}, {@code – words}: a numbered part, in the one above
 *       where it's set in by two spaces more. {@code #3 bis# words}: a number of another kind.
 *       {@code {subparagraph} a) words}: a part that such a number doesn't begin by itself.
 *   <li>Words: a paragraph. Several of them below a heading are an {@code alinea} each; {@code ¶}
 *       says so in so many words, {@code +} says that the paragraph isn't one.
 *   <li>{@code | a | b |}: a row of a table; {@code | --- | --- |} after the heads of columns;
 *       {@code || words} its caption. In cells and notes, {@code ¶} begins another paragraph.
 *   <li><code>**bold** *italic* __underlined__ ~sub~ ^sup^ ==defined==</code>, {@code
 *       [words](#art_3)}, {@code [words](https://…)}, {@code [^1: note]}, {@code <br>}; {@code \}
 *       before a sign takes its meaning away.
 *   <li>{@code {…}}: where the parts lie that aren't shown here. {@code {img 0a1b2c}} and {@code
 *       [words]{date 0a1b2c}}: what the lines can't say.
 * </ul>
 */
@NullMarked
package org.danaya.text.edit;

import org.jspecify.annotations.NullMarked;
