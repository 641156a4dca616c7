package org.danaya.consultation.observation.form;

import java.util.Map;
import java.util.UUID;
import org.danaya.consultation.observation.Sight;

/** What became of observations, as the last column of a form says it: in French. */
@FunctionalInterface
public interface FormAnswers {

    /** By observation, for all on a version of which something became. */
    Map<UUID, String> of(UUID version, Sight sight);
}
