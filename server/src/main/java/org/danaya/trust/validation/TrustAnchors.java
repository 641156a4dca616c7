package org.danaya.trust.validation;

import eu.europa.esig.dss.spi.x509.CertificateSource;
import java.time.Instant;
import java.util.List;

/**
 * A source of trust: our own authorities, a trusted list, a folder. A module gives a bean of this
 * type for each; validation asks all of them at each check, so they answer from memory.
 */
@FunctionalInterface
public interface TrustAnchors {

    /** What it has now. Never throws: what is broken is told by its state. */
    List<Anchors> now(Instant time);

    /**
     * Certificates that are trusted, and how fresh that knowledge is.
     *
     * @param certificates used only where the state says usable
     */
    record Anchors(AnchorsState state, CertificateSource certificates) {}
}
