/**
 * {@code danaya demo}: the whole promise in one story, told by people before browsers, over the
 * pages and with the checks of every installation.
 *
 * <p>Its persons and acts are invented and marked as examples; its structures are those that the
 * press named, with their sources ({@code demo/structures.csv}). In place of a person's passkey
 * stands one in memory.
 *
 * <p>Never: a way in that another installation has not; only an installation whose purpose is a
 * demonstration gets the one-time door of {@link org.danaya.signin.DemonstrationDoor}.
 */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {"base", "form", "page", "access", "signin", "trust.ceremony"})
@NullMarked
package org.danaya.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
