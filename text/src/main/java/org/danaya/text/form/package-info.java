/**
 * What the forms that are written from a flow share: the few words that they add themselves, in the
 * reader's language, and how footnotes and cells are counted.
 */
@NullMarked
package org.danaya.text.form;

import org.jspecify.annotations.NullMarked;
