package org.danaya.doctor;

import java.util.List;

/**
 * Something that can be looked at in an installation. Modules above add theirs through {@link
 * java.util.ServiceLoader}: a public class with a public constructor without parameters.
 */
public interface DoctorCheck {

    /**
     * Looks, and changes nothing. A check that throws is told as one that could not look.
     *
     * @return what was found, in the order to say it; never empty
     */
    List<Finding> look(Patient patient);
}
