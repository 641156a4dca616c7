/**
 * Evaluates many rules on many events, fast: bytes in, the numbers of the rules that match out.
 *
 * <p>An event is read once, without a tree ({@link org.danaya.sigma.engine.JsonScanner}), into the
 * places of the values that rules ask for ({@link org.danaya.sigma.engine.Slots}). Each value is
 * looked up among those seen before, or else run through what all rules together ask of its field
 * ({@code Table}). Which checks hold then says which rules can match, and only those are evaluated
 * ({@link org.danaya.sigma.engine.Session}).
 *
 * <p>What a rule means is said in {@link org.danaya.sigma.rule}; nothing here may change it.
 * Compiled rules ({@link org.danaya.sigma.engine.Engine}) never change and are shared; scanners and
 * sessions belong to one thread. No event is copied, none makes an exception.
 */
@NullMarked
package org.danaya.sigma.engine;

import org.jspecify.annotations.NullMarked;
