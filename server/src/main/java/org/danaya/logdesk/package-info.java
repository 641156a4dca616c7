/**
 * The public log's desk: what citizens and operators do with it at the command line and on pages.
 *
 * <p>It shows and checks; it appends and signs nothing. Files that people bring are checked in
 * memory and not kept.
 */
@ApplicationModule(
        displayName = "Log desk",
        allowedDependencies = {"base", "doctor", "edge", "form", "log", "page", "witness"})
@NullMarked
package org.danaya.logdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
