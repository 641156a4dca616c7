/** Main, the command line, and the wiring that nothing else may know. */
@ApplicationModule(displayName = "App")
@NullMarked
package org.danaya.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
