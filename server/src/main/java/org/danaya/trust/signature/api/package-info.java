/** Requests to sign, for programs. Signing itself stays with people and their passkeys. */
@NullMarked
package org.danaya.trust.signature.api;

import org.jspecify.annotations.NullMarked;
