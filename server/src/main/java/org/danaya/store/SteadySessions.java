package org.danaya.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.danaya.base.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions that outlast a full disk. Each request notes when a session was last used; where nothing
 * can be written the session goes on as it was, so that people can still read. What needs a new
 * session, such as signing in, is refused.
 */
public final class SteadySessions<S extends Session>
        implements FindByIndexNameSessionRepository<S> {

    /** No room, and a transaction that is read-only because of it. */
    private static final Set<String> NOTHING_WRITTEN = Set.of("53100", "25006");

    private final FindByIndexNameSessionRepository<S> kept;

    /** Wraps the sessions that the database keeps. */
    public SteadySessions(FindByIndexNameSessionRepository<S> kept) {
        this.kept = kept;
    }

    @Override
    public S createSession() {
        return kept.createSession();
    }

    @Override
    public void save(S session) {
        try {
            kept.save(session);
        } catch (RuntimeException e) {
            if (!isForWantOfRoom(e)) {
                throw e;
            }
            if (kept.findById(session.getId()) == null) {
                throw new Fault(e, StoreFault.DISK_FULL);
            }
        }
    }

    // The interface says that there may be none, in a way that NullAway doesn't read.
    @Override
    public @Nullable S findById(String id) {
        return kept.findById(id);
    }

    @Override
    public void deleteById(String id) {
        kept.deleteById(id);
    }

    @Override
    public Map<String, S> findByIndexNameAndIndexValue(String name, String value) {
        return kept.findByIndexNameAndIndexValue(name, value);
    }

    private static boolean isForWantOfRoom(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && NOTHING_WRITTEN.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
