/** What the secretariat sees: who is asked about a version, who answered, who is silent. */
@NullMarked
package org.danaya.consultation.observation.console;

import org.jspecify.annotations.NullMarked;
