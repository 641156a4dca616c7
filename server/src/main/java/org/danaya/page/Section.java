package org.danaya.page;

import org.danaya.base.Right;
import org.jspecify.annotations.Nullable;

/**
 * A part of the console, as its navigation and its home show it. A module gives one bean for each
 * of its parts.
 *
 * @param code names it: its words are under {@code section.CODE} and {@code section.CODE.about}
 * @param path where it begins
 * @param right what it takes to see it; null where every signed-in person may
 * @param place where it stands among the others, the least first
 */
public record Section(String code, String path, @Nullable Right right, int place) {}
