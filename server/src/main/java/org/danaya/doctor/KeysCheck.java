package org.danaya.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether the keys are there and for the owner alone. */
final class KeysCheck implements DoctorCheck {

    @Override
    public List<Finding> look(Patient patient) {
        Path keys = patient.home().keys();
        if (!Files.isDirectory(keys)) {
            return List.of(Finding.unseen("keys-missing", keys));
        }
        try (Stream<Path> walk = Files.walk(keys)) {
            long count = walk.filter(file -> Files.isRegularFile(file)).count();
            List<Path> loose = patient.home().looseKeys();
            return List.of(
                    loose.isEmpty()
                            ? Finding.good("keys", count)
                            : Finding.wrong("keys-open", loose.getFirst(), loose.size()));
        } catch (IOException e) {
            return List.of(Finding.unseen("keys-unreadable", keys, String.valueOf(e.getMessage())));
        }
    }
}
