/**
 * Detection: Sigma rules over files of events, by the command line.
 *
 * <p>{@code danaya detect} reads inputs part by part, evaluates every event by the rules that
 * concern it, and tells what was found in the order in which it stands ({@link
 * org.danaya.defence.detection.Findings}). Whatever came in is accounted for ({@link
 * org.danaya.defence.detection.Ledger}): evaluated, or set aside with its cause.
 */
@ApplicationModule(
        displayName = "Defence: detection",
        allowedDependencies = {"base", "page", "table", "defence.rules"})
@NullMarked
package org.danaya.defence.detection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
