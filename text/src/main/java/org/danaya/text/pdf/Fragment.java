package org.danaya.text.pdf;

import org.jspecify.annotations.Nullable;

/**
 * Words in a line that are drawn at once.
 *
 * @param x of their left side
 * @param href where they lead, as in {@link Bit.Words}
 * @param tag that holds them; null for what is no part of the text, such as leaders
 */
record Fragment(
        float x, String text, float width, float size, Look look, String href, @Nullable Tag tag) {}
