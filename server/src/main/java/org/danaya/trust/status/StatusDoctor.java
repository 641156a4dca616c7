package org.danaya.trust.status;

import java.time.Instant;
import java.util.List;
import org.danaya.doctor.DoctorCheck;
import org.danaya.doctor.Finding;
import org.danaya.doctor.Patient;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a revocation list is overdue: relying parties then refuse what it is about. */
public final class StatusDoctor implements DoctorCheck {

    /** For {@link java.util.ServiceLoader}. */
    public StatusDoctor() {}

    @Override
    public List<Finding> look(Patient patient) {
        if (patient.database().isEmpty()) {
            return List.of();
        }
        JdbcClient jdbc = JdbcClient.create(patient.database().get().dataSource());
        if (!CrlTable.isThere(jdbc)) {
            return List.of();
        }
        Instant now = patient.clock().instant();
        List<CrlTable.Published> all = new CrlTable(jdbc).all();
        List<Finding> late =
                all.stream()
                        .filter(list -> now.isAfter(list.nextUpdate()))
                        .map(
                                list ->
                                        Finding.wrong(
                                                "crl-late",
                                                list.path(),
                                                list.nextUpdate().toString()))
                        .toList();
        return late.isEmpty() ? List.of(Finding.good("crl", all.size())) : late;
    }
}
