/**
 * Looks at Sigma documents as they are written: what breaks the specification, and what surely
 * isn't meant so.
 *
 * <p>Each check is one small class with a stable id and the clause that it stands on. A finding has
 * the check's id and its arguments, from which its words are made; English ones come with the
 * check. What the reader refuses is a finding as well, with the id {@code refused.} and the cause's
 * code.
 */
@NullMarked
package org.danaya.sigma.lint;

import org.jspecify.annotations.NullMarked;
