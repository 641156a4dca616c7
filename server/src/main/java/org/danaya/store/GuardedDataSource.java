package org.danaya.store;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.danaya.base.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool as the modules see it. Whoever comes first is served first: the pool itself lets a
 * newcomer overtake, so that under a steady crowd somebody may wait for ever. While the disk is
 * full it gives connections on which PostgreSQL itself refuses every write, so reading goes on and
 * nothing is half-written. A pool without a database, or without a free connection in time, throws
 * a {@link Fault}.
 */
final class GuardedDataSource extends DelegatingDataSource implements AutoCloseable {

    private static final String READ_ONLY = "set session characteristics as transaction read only";
    private static final String READ_WRITE =
            "set session characteristics as transaction read write";

    private final HikariDataSource pool;
    private final DiskGuard guard;
    private final SqlFaults faults;

    /** One permit a connection, in the order of asking. */
    private final Semaphore permits;

    GuardedDataSource(HikariDataSource pool, DiskGuard guard, SqlFaults faults) {
        super(pool);
        this.pool = pool;
        this.guard = guard;
        this.faults = faults;
        this.permits = new Semaphore(pool.getMaximumPoolSize(), true);
    }

    /**
     * Waits for a connection, no longer than the pool's own limit for its turn and once more for
     * the database.
     */
    @Override
    public Connection getConnection() throws SQLException {
        takePermit();
        boolean given = false;
        try {
            Connection connection = guarded(pool.getConnection());
            given = true;
            return connection;
        } catch (SQLException e) {
            Fault fault = faults.fault(e, false);
            if (fault != null) {
                throw fault;
            }
            throw e;
        } finally {
            if (!given) {
                permits.release();
            }
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return permits.getQueueLength();
    }

    @Override
    public void close() {
        pool.close();
    }

    private void takePermit() {
        try {
            if (permits.tryAcquire(pool.getConnectionTimeout(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(e, StoreFault.DATABASE_UNAVAILABLE);
        }
        // Those before us wait for the database too, where they have no connection either.
        boolean served =
                pool.getHikariPoolMXBean().getActiveConnections() >= pool.getMaximumPoolSize();
        throw new Fault(served ? StoreFault.BUSY : StoreFault.DATABASE_UNAVAILABLE);
    }

    private Connection guarded(Connection connection) throws SQLException {
        boolean readOnly =
                switch (guard.state()) {
                    case DiskState.Roomy _ -> false;
                    case DiskState.Full _ -> true;
                };
        if (readOnly) {
            try {
                execute(connection, READ_ONLY);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
        return (Connection)
                Proxy.newProxyInstance(
                        GuardedDataSource.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new Given(connection, readOnly));
    }

    /** A connection in somebody's hands. */
    private final class Given implements InvocationHandler {

        private final Connection connection;
        private final boolean readOnly;
        private final AtomicBoolean returned = new AtomicBoolean();

        Given(Connection connection, boolean readOnly) {
            this.connection = connection;
            this.readOnly = readOnly;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    giveBack();
                    return null;
                }
                case "equals" -> {
                    return arguments != null && isOf(arguments[0]);
                }
                case "hashCode" -> {
                    return hashCode();
                }
                default -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }
            }
        }

        private boolean isOf(@Nullable Object other) {
            return other != null
                    && Proxy.isProxyClass(other.getClass())
                    && Proxy.getInvocationHandler(other).equals(this);
        }

        private void giveBack() throws SQLException {
            if (!returned.compareAndSet(false, true)) {
                return;
            }
            try {
                if (!readOnly || isWritableAgain()) {
                    connection.close();
                }
            } finally {
                permits.release();
            }
        }

        /** A connection that can't be made writable again must not go back to the pool. */
        private boolean isWritableAgain() {
            try {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                execute(connection, READ_WRITE);
                return true;
            } catch (SQLException e) {
                pool.evictConnection(connection);
                return false;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
