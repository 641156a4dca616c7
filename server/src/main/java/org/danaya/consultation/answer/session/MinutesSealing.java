package org.danaya.consultation.answer.session;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.danaya.consultation.TextRegister;
import org.danaya.jobs.JobType;
import org.danaya.jobs.Jobs;
import org.danaya.store.Moments;
import org.danaya.trust.seal.Seal;
import org.danaya.trust.seal.SealedFiles;
import org.danaya.trust.seal.Seals;
import org.danaya.trust.validation.SignedFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Closed minutes under the electronic seal of the structure that leads the text: PAdES, put on the
 * very file that another person approved, under the assertion of that approval. Where a structure
 * has no certificate for seals, the approval and its leaf are what holds. For any number of
 * threads.
 */
public final class MinutesSealing {

    /** The minutes of one session. */
    record Piece(UUID session) {}

    static final JobType<Piece> TYPE = JobType.of("consultation.seal-minutes", Piece.class);

    private static final int AT_ONCE = 200;

    private final SealedFiles sealed;
    private final SessionRegister sessions;
    private final TextRegister texts;
    private final Seals seals;
    private final Jobs jobs;
    private final Clock clock;

    MinutesSealing(
            JdbcClient jdbc,
            SessionRegister sessions,
            TextRegister texts,
            Seals seals,
            Jobs jobs,
            Clock clock) {
        this.sealed = new SealedFiles(jdbc, "consultation.sealed_minutes", "session");
        this.sessions = sessions;
        this.texts = texts;
        this.seals = seals;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The minutes of a session under their seal, where they bear one by now. */
    public Optional<byte[]> pdf(UUID session) {
        return sealed.content(session);
    }

    /** Whether the minutes of a session bear their seal by now. */
    public boolean has(UUID session) {
        return sealed.has(session);
    }

    /** Asks for a seal, in the caller's transaction. */
    void ask(UUID session) {
        jobs.schedule(TYPE, session.toString(), new Piece(session), clock.instant());
    }

    /** Asks for all seals that are missing and can be put. */
    void askForMissing() {
        sealed.missing("consultation.minutes", "closed_at", AT_ONCE).stream()
                .filter(id -> seals.can(lead(sessions.get(id))))
                .forEach(this::ask);
    }

    private UUID lead(Session session) {
        return texts.get(session.head().dossier()).lead().structure();
    }

    /** Seals the minutes of a session. Never within a transaction. */
    void make(UUID id) {
        if (!(sessions.get(id) instanceof Session.Closed closed)
                || sealed.has(id)
                || !seals.can(lead(closed))) {
            return;
        }
        byte[] approved = sessions.minutes(id).orElseThrow();
        seals.seal(
                lead(closed),
                new SignedFile("minutes-" + closed.head().number() + ".pdf", approved),
                new Seal.By.Officer(closed.approvedBy(), closed.evidence()),
                Optional.empty(),
                made -> sealed.add(id, made, Moments.now(clock)));
    }
}
