/**
 * Official delegations as officers see them: the list, one of them from its first draft to its
 * report, its members one by one, the approval of all places at once.
 *
 * <p>A right reaches the delegations of the structures that it was given for: of what lies beyond,
 * a page says no more than that it isn't there.
 */
@NullMarked
package org.danaya.mandates.delegation.console;

import org.jspecify.annotations.NullMarked;
