package org.danaya.consultation.answer.console;

import java.util.List;
import java.util.Optional;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.session.Decision;
import org.danaya.consultation.answer.session.Session;
import org.danaya.form.Form;
import org.danaya.page.Above;
import org.danaya.page.Tag;

/** What the templates about sessions show. */
public final class SessionSheets {

    private SessionSheets() {}

    /** The sessions of a dossier. */
    public record Listed(Dossier dossier, List<Row> rows, Optional<String> open) {}

    /** One of them. */
    public record Row(Session session, int version, Tag state, String path) {}

    /**
     * A session.
     *
     * @param what what its decisions are called
     * @param why the key of why it can't be closed; empty where it can
     * @param sealed whether its minutes bear their seal
     */
    public record One(
            Dossier dossier,
            TextVersion version,
            Session session,
            Tag state,
            String path,
            String what,
            List<Told> decisions,
            boolean writes,
            Optional<Form> attendance,
            boolean closes,
            String why,
            Optional<String> approver,
            boolean sealed) {}

    /** A decision, with the numbers of the observations that it is about. */
    public record Told(Decision decision, List<String> observations) {}

    /** What is confirmed with a passkey. */
    public record Confirming(
            Dossier dossier,
            Session session,
            List<Above> up,
            String sha256,
            String path,
            String challenge,
            String action,
            String statement) {}
}
