/**
 * What every module may lean on: time, ids, faults, acts, rights, settings, secrets.
 *
 * <p>Nothing here knows the web, the database or a feature.
 */
@ApplicationModule(
        displayName = "Base",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.danaya.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
