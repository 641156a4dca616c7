package org.danaya.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Whether the clock makes sense: after the program was made, not before what it wrote. */
final class ClockCheck implements DoctorCheck {

    private static final Instant LEAST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SLACK = Duration.ofMinutes(1);

    @Override
    public List<Finding> look(Patient patient) {
        Instant now = patient.clock().instant();
        if (now.isBefore(LEAST)) {
            return List.of(Finding.wrong("clock-old", now));
        }
        Instant newest = newest(patient);
        return List.of(
                newest.isAfter(now.plus(SLACK))
                        ? Finding.wrong("clock-behind", now, newest)
                        : Finding.good("clock", now));
    }

    private static Instant newest(Patient patient) {
        Path path = patient.home().path();
        try (Stream<Path> walk = Files.walk(path, 2)) {
            return walk.map(ClockCheck::modified).max(Instant::compareTo).orElse(Instant.EPOCH);
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
