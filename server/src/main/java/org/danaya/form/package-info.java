/**
 * What people type: the fields of a form, what was sent, what it means and what is wrong with it;
 * and the parameters of an address.
 *
 * <p>Nothing here draws: module {@code page} does. Everything typed is kept, so that nobody types
 * it twice; everything has a limit; texts are in Unicode's form C without space around them.
 */
@ApplicationModule(
        displayName = "Form",
        allowedDependencies = {"base"})
@NullMarked
package org.danaya.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
