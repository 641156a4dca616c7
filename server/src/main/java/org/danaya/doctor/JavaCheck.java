package org.danaya.doctor;

import java.util.List;

/** Whether the Java is one that Danaya was made for. */
final class JavaCheck implements DoctorCheck {

    private static final int LEAST = 25;

    @Override
    public List<Finding> look(Patient patient) {
        String version = Runtime.version().toString();
        return List.of(
                Runtime.version().feature() >= LEAST
                        ? Finding.good("java", version, System.getProperty("java.home"))
                        : Finding.wrong("java-old", version, LEAST));
    }
}
