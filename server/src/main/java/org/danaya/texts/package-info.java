/**
 * Legal and policy texts on the command line: {@code danaya text}.
 *
 * <p>Checks, converts and compares texts as the library {@code text} reads them, and tells in the
 * reader's language what is wrong with one: a sentence for each of the library's codes, which pages
 * use too. It needs no installation.
 */
@ApplicationModule(
        displayName = "Texts",
        allowedDependencies = {"base", "page"})
@NullMarked
package org.danaya.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
