/** The console's pages about texts: dossiers, versions, imports, what changed and why. */
@NullMarked
package org.danaya.consultation.console;

import org.jspecify.annotations.NullMarked;
