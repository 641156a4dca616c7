/**
 * What a structure's people see of the texts that it is asked about: they read the version, write
 * in one list, and hand in.
 */
@NullMarked
package org.danaya.consultation.observation.own;

import org.jspecify.annotations.NullMarked;
