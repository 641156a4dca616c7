/**
 * What ends, and what contradicts itself: mandates, powers of offices and delegations by the day of
 * their end; people who stand for two structures, or are in two delegations, on the same days.
 *
 * <p>Each end is announced once 90, 30 and 7 days before, by mail where that is set up, to the
 * office and to whoever it concerns; a report that is due, when its mission ends and when its day
 * has passed.
 */
@NullMarked
package org.danaya.mandates.calendar;

import org.jspecify.annotations.NullMarked;
