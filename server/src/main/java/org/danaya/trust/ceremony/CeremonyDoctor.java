package org.danaya.trust.ceremony;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.danaya.doctor.DoctorCheck;
import org.danaya.doctor.Finding;
import org.danaya.doctor.Patient;

/** Whether what ceremonies handed over was taken over. */
public final class CeremonyDoctor implements DoctorCheck {

    /** For {@link java.util.ServiceLoader}. */
    public CeremonyDoctor() {}

    @Override
    public List<Finding> look(Patient patient) {
        List<Finding> findings = new ArrayList<>();
        for (Path folder : HandoverDesk.waiting(HandoverDesk.folder(patient.home().path()))) {
            Path refused = folder.resolve(HandoverDesk.REFUSED);
            if (Files.exists(refused)) {
                String reason =
                        new String(
                                new CeremonyFolder(folder).read(refused), StandardCharsets.UTF_8);
                findings.add(Finding.wrong("ceremony-refused", folder, reason));
            }
        }
        return List.copyOf(findings);
    }
}
