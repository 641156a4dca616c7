package org.danaya.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.danaya.base.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * What an error of PostgreSQL means for whoever asked: the one place where it is decided.
 *
 * <p>No room and no database become a {@link Fault}, thrown at once. Everything else becomes the
 * exception that Spring has for it, so that a duplicate key stays a duplicate key.
 */
final class SqlFaults implements SQLExceptionTranslator {

    private static final String DISK_FULL = "53100";
    private static final String READ_ONLY_TRANSACTION = "25006";

    /** Shutdown, crash, still starting, and the lack of memory or of connections. */
    private static final Set<String> AWAY =
            Set.of("57P01", "57P02", "57P03", "57P05", "53200", "53300");

    private final SQLExceptionTranslator others = new SQLExceptionSubclassTranslator();
    private final DiskGuard guard;

    SqlFaults(DiskGuard guard) {
        this.guard = guard;
    }

    @Override
    public @Nullable DataAccessException translate(
            String task, @Nullable String sql, SQLException problem) {
        Fault fault = fault(problem, task.contains("commit"));
        if (fault != null) {
            throw fault;
        }
        return others.translate(task, sql, problem);
    }

    /** The fault of an error; null where the error is the asker's own. */
    @Nullable Fault fault(SQLException problem, boolean committing) {
        String state = String.valueOf(problem.getSQLState());
        if (state.equals(DISK_FULL)) {
            guard.complain();
            return new Fault(problem, StoreFault.DISK_FULL);
        }
        if (state.equals(READ_ONLY_TRANSACTION)) {
            return guard.madeReadOnly() ? new Fault(problem, StoreFault.DISK_FULL) : null;
        }
        if (!isAway(problem, state)) {
            return null;
        }
        if (committing) {
            return new Fault(problem, StoreFault.OUTCOME_UNKNOWN);
        }
        return guard.look() instanceof DiskState.Full
                ? new Fault(problem, StoreFault.DISK_FULL)
                : new Fault(problem, StoreFault.DATABASE_UNAVAILABLE);
    }

    private static boolean isAway(SQLException problem, String state) {
        return problem instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || AWAY.contains(state);
    }
}
