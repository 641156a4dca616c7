package org.danaya.people;

import java.util.List;
import java.util.UUID;

/**
 * What somebody holds in the capacity of an incumbency, and loses with it. The register of
 * mandates, which stands above, answers.
 */
@FunctionalInterface
public interface HeldInOffice {

    /** What each thing is called. */
    List<String> of(UUID incumbency);
}
