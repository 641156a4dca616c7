package org.danaya.consultation.observation.form;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.danaya.base.Ids;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.TestObservations;

/** Commenting forms over the tables of a test. */
final class TestForms {

    private TestForms() {}

    static CommentForms of(TestObservations kit) {
        return new CommentForms(
                kit.kit.people.jdbc,
                kit.observations,
                kit.texts.register,
                kit.kit.people.transactions,
                new Ids(Clock.systemUTC(), new SecureRandom()),
                kit.texts.calendar);
    }

    /** The form that the ministry of a kit takes away, with observations of its own. */
    static FormContent own(TestObservations kit, List<Observation.Draft> drafts) {
        return FormContent.own(kit.dossier, kit.version, kit.ministry(), drafts);
    }
}
