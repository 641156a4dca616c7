package org.danaya.logdesk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.doctor.DoctorCheck;
import org.danaya.doctor.Finding;
import org.danaya.doctor.Patient;
import org.danaya.log.AttachedLog;
import org.danaya.log.Halt;
import org.danaya.log.LogFault;
import org.danaya.log.LogFigures;
import org.danaya.log.LogSettings;

/**
 * Whether the public log signs, and would sign after the next start: its keys, its checkpoint and
 * the right edge of its tree against the database. All of it is {@code danaya log fsck}'s to check.
 */
public final class LogDoctor implements DoctorCheck {

    /** A leaf waits for less than a second where all is well. */
    private static final Duration LONGEST_LAG = Duration.ofMinutes(1);

    /** For {@link java.util.ServiceLoader}. */
    public LogDoctor() {}

    @Override
    public List<Finding> look(Patient patient) {
        try (AttachedLog log = AttachedLog.to(patient.settings())) {
            return look(log, patient);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Fault e) {
            if (e.code() == LogFault.NOT_BEGUN) {
                return List.of(Finding.good("log-none"));
            }
            throw e;
        }
    }

    private static List<Finding> look(AttachedLog log, Patient patient) throws IOException {
        LogFigures figures = log.figures();
        Optional<String> origin =
                patient.settings()
                        .find(LogSettings.ORIGIN)
                        .filter(configured -> !configured.equals(figures.origin()));
        if (origin.isPresent()) {
            return List.of(Finding.wrong("log-origin", figures.origin(), origin.get()));
        }
        Optional<Halt> halt = log.examine(patient.clock());
        if (halt.isPresent()) {
            return List.of(
                    Finding.wrong(
                            "log-" + halt.get().reason().code(),
                            halt.get().since().toString(),
                            halt.get().detail()));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.good("log", figures.publishedSize()));
        if (patient.runningPid().isPresent()) {
            findings.add(pace(figures, patient));
        }
        return findings;
    }

    private static Finding pace(LogFigures figures, Patient patient) {
        Instant now = patient.clock().instant();
        if (figures.lag(now).compareTo(LONGEST_LAG) > 0) {
            return Finding.wrong("log-lag", figures.waiting(), figures.lag(now).toMinutes());
        }
        Instant published = figures.publishedAt();
        Duration age = published == null ? Duration.ZERO : Duration.between(published, now);
        Duration longest =
                patient.settings()
                        .find(LogSettings.REFRESH)
                        .map(refresh -> refresh.multipliedBy(2).plus(LONGEST_LAG))
                        .orElse(age);
        return age.compareTo(longest) > 0
                ? Finding.wrong("log-stale", age.toMinutes())
                : Finding.good("log-pace", age.toSeconds());
    }
}
