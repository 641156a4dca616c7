package org.danaya.trust.trustlist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.danaya.base.Fault;
import org.danaya.doctor.DoctorCheck;
import org.danaya.doctor.Finding;
import org.danaya.doctor.Patient;
import org.danaya.trust.trustlist.model.Scheme;

/** Whether the published list can be read and stands for a while longer. */
public final class TrustlistDoctor implements DoctorCheck {

    /** For {@link java.util.ServiceLoader}. */
    public TrustlistDoctor() {}

    @Override
    public List<Finding> look(Patient patient) {
        Path file = Publication.folder(patient.home().published()).resolve(Publication.LIST);
        if (Files.notExists(file)) {
            return List.of(Finding.good("trustlist-none"));
        }
        try {
            Scheme scheme = ListReader.read(Files.readAllBytes(file)).scheme();
            Instant next = scheme.nextUpdate();
            if (next == null) {
                return List.of(Finding.good("trustlist-closed", scheme.sequence()));
            }
            long days = Duration.between(patient.clock().instant(), next).toDays();
            if (next.isBefore(patient.clock().instant())) {
                return List.of(Finding.wrong("trustlist-overdue", scheme.sequence(), next));
            }
            return List.of(
                    days < patient.settings().get(TrustlistSettings.ALERT_DAYS)
                            ? Finding.wrong("trustlist-soon", scheme.sequence(), days)
                            : Finding.good("trustlist", scheme.sequence(), days));
        } catch (IOException | Fault e) {
            return List.of(
                    Finding.wrong("trustlist-unreadable", file, String.valueOf(e.getMessage())));
        }
    }
}
