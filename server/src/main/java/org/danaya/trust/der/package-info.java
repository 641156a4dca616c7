/**
 * DER (X.690 §10) for the protocols that are answered thousands of times a second: a reader that
 * walks over foreign bytes without a copy, and a writer that needs no second pass.
 *
 * <p>Invariants: whatever the bytes are, the reader either gives what is there or throws {@link
 * org.danaya.trust.der.MalformedDer}; it neither recurses nor allocates by a length that a stranger
 * wrote. Only definite, shortest lengths are read.
 */
@ApplicationModule(
        displayName = "Trust: DER",
        allowedDependencies = {"crypto"})
@NullMarked
package org.danaya.trust.der;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
