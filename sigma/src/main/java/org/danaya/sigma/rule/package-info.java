/**
 * Sigma 2.1 documents: read from YAML, checked, and turned into a model that an engine can evaluate
 * without knowing a single modifier.
 *
 * <p>Each document of a file becomes a {@link org.danaya.sigma.rule.Read.Compiled} or a {@link
 * org.danaya.sigma.rule.Read.Refused} with a stable cause and the line; nothing is read in half,
 * and foreign bytes never throw. {@link org.danaya.sigma.rule.RuleSet} puts documents together:
 * filters into the rules that they name, correlations to what they refer to.
 *
 * <p>What a rule means on an event, in one place (the engine and its judge hold to it):
 *
 * <ul>
 *   <li>A field's name is looked up literally first; else, at each dot from the left, in the object
 *       of the name before it, by the same rule; arrays on the way are entered. Names are
 *       case-sensitive. Of a key that stands twice in an object the last counts.
 *   <li>A field holds strings, numbers, booleans, null, objects, or arrays of these; an array
 *       matches when one of its elements does, at any depth.
 *   <li>The text of a value is the string itself, the digits of a number as the event writes them,
 *       {@code true} or {@code false}; null and objects have none.
 *   <li>A field that is missing satisfies only {@link org.danaya.sigma.rule.ValueTest.Null} and
 *       {@link org.danaya.sigma.rule.ValueTest.Exists} no; also {@link
 *       org.danaya.sigma.rule.ValueTest.Not} needs a field that is there.
 *   <li>Letters are compared by {@link org.danaya.sigma.rule.Fold}, unless {@code cased}.
 * </ul>
 */
@NullMarked
package org.danaya.sigma.rule;

import org.jspecify.annotations.NullMarked;
