/** Main, command line, and the wiring that nothing else may know. */
@NullMarked
package org.danaya.app;

import org.jspecify.annotations.NullMarked;
