/**
 * The diagnosis of an installation: what is wrong, why, and what to do, for the one person who runs
 * it.
 *
 * <p>Each module above may add a {@link DoctorCheck}, named in {@code
 * META-INF/services/org.danaya.doctor.DoctorCheck}. The doctor looks while the program runs and
 * while it's stopped; it changes nothing, and leaves nothing running. It asks nobody outside.
 */
@ApplicationModule(
        displayName = "Doctor",
        allowedDependencies = {"base", "page", "store"})
@NullMarked
package org.danaya.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
