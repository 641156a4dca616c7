/**
 * How what was found is told: as lines of JSON, a table, CSV, a timeline, a page to hand on, and a
 * summary of the run.
 *
 * <p>Events are foreign, and so are rules: whatever comes from them is written so that it can
 * neither steer a terminal, nor run as a formula of a spreadsheet, nor become part of a page. What
 * is kept in memory is bounded, whatever the number of matches.
 */
@NullMarked
package org.danaya.defence.detection.findings;

import org.jspecify.annotations.NullMarked;
