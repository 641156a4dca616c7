package org.danaya.consultation.answer.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sessions that there are. For any number of threads. */
public final class SessionRegister {

    private final SessionTable sessions;
    private final MinuteTable minutes;

    SessionRegister(JdbcClient jdbc) {
        this.sessions = new SessionTable(jdbc);
        this.minutes = new MinuteTable(jdbc);
    }

    /** A session, if there is one. */
    public Optional<Session> find(UUID id) {
        return sessions.find(id);
    }

    /**
     * A session.
     *
     * @throws Fault {@link SessionFault#UNKNOWN}
     */
    public Session get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(SessionFault.UNKNOWN));
    }

    /** The sessions of a dossier, the last one first. */
    public List<Session> of(UUID dossier) {
        return sessions.of(dossier);
    }

    /** The session that decided something, if there is one. */
    public Optional<Session> ofDecision(UUID decision) {
        return minutes.session(decision).flatMap(sessions::find);
    }

    /** The accounts that wrote of its minutes. */
    public List<UUID> writers(UUID session) {
        return sessions.writers(session);
    }

    /** The minutes of a closed session, as they were approved: PDF/A. */
    public Optional<byte[]> minutes(UUID session) {
        return sessions.pdf(session);
    }
}
