/** The console's pages about sessions, answers, and why words changed. */
@NullMarked
package org.danaya.consultation.answer.console;

import org.jspecify.annotations.NullMarked;
