/** The commands about certificates that look at the database and need no running platform. */
@NamedInterface("command")
@NullMarked
package org.danaya.trust.registration.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
