/**
 * The installation's folder, PostgreSQL (embedded or external), migrations, transactions, backup.
 *
 * <p>Invariants: what a committed transaction wrote survives the death of the program, of
 * PostgreSQL and of the machine; one program at a time uses a home; each module's tables live in a
 * schema of its own name, and no module reads another's. PostgreSQL listens on loopback only, with
 * a password made for this installation.
 */
@ApplicationModule(
        displayName = "Store",
        allowedDependencies = {"base"})
@NullMarked
package org.danaya.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
