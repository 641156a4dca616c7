/**
 * The web kit: layout, components, forms, languages, errors, and the rights that routes declare.
 *
 * <p>Every page of every module is made with it. Every word that people see comes from a bundle in
 * {@code words/MODULE.LANGUAGE.properties}.
 */
@ApplicationModule(
        displayName = "Page",
        allowedDependencies = {"base", "form"})
@NullMarked
package org.danaya.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
