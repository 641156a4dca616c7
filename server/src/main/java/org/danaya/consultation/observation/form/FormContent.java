package org.danaya.consultation.observation.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.Referral;

/**
 * What a form says.
 *
 * @param structure for whose further observations there is room; empty where there is none
 * @param observations whose words whoever asks may read; others are told to be confidential
 * @param answers what became of them, by observation; none where nothing did yet
 */
public record FormContent(
        Dossier dossier,
        TextVersion version,
        Optional<Referral.Structure> structure,
        List<? extends Observation> observations,
        Map<UUID, String> answers) {

    public FormContent {
        observations = List.copyOf(observations);
        answers = Map.copyOf(answers);
    }

    /** A structure's own, before it is handed in. */
    public static FormContent own(
            Dossier dossier,
            TextVersion version,
            Referral.Structure structure,
            List<? extends Observation> observations) {
        return new FormContent(dossier, version, Optional.of(structure), observations, Map.of());
    }
}
