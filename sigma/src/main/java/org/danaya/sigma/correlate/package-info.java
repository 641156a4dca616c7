/**
 * Sigma 2.1 correlations over a stream of what rules found: {@link
 * org.danaya.sigma.correlate.Correlations} is compiled once and shared, a {@link
 * org.danaya.sigma.correlate.Correlator} is one thread's state. What a correlation means is said in
 * docs/reference/sigma.md; how this works in docs/develop/sigma-engine.md.
 *
 * <p>What holds always: hits are taken in the order of their events' times, however they come; what
 * comes too late for that, and what a limit forces out, is counted and told; the state stays within
 * {@link org.danaya.sigma.correlate.Limits} whatever events hold.
 *
 * <p>May use {@code rule}; nothing in {@code engine}.
 */
@NullMarked
package org.danaya.sigma.correlate;

import org.jspecify.annotations.NullMarked;
