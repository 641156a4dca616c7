/**
 * Rules at work: events in, matches out, by any number of threads, while the rules may be replaced
 * as a whole ({@link org.danaya.sigma.live.LiveRules}). What an application embeds.
 */
@NullMarked
package org.danaya.sigma.live;

import org.jspecify.annotations.NullMarked;
