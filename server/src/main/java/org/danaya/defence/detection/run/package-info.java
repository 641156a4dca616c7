/**
 * A run of {@code danaya detect}: rules loaded, inputs read, events evaluated, all accounted for.
 */
@NamedInterface("run")
@NullMarked
package org.danaya.defence.detection.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
