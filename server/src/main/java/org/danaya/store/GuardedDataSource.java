package org.danaya.store;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.danaya.base.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool as the modules see it. While the disk is full it gives connections on which PostgreSQL
 * itself refuses every write, so reading goes on and nothing is half-written. A pool without a
 * database throws a {@link Fault}.
 */
final class GuardedDataSource extends DelegatingDataSource implements AutoCloseable {

    private static final String READ_ONLY = "set session characteristics as transaction read only";
    private static final String READ_WRITE =
            "set session characteristics as transaction read write";

    private final HikariDataSource pool;
    private final DiskGuard guard;
    private final SqlFaults faults;

    GuardedDataSource(HikariDataSource pool, DiskGuard guard, SqlFaults faults) {
        super(pool);
        this.pool = pool;
        this.guard = guard;
        this.faults = faults;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection connection = pool.getConnection();
            return switch (guard.state()) {
                case DiskState.Roomy _ -> connection;
                case DiskState.Full _ -> readOnly(connection);
            };
        } catch (SQLException e) {
            Fault fault = faults.fault(e, false);
            if (fault != null) {
                throw fault;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private Connection readOnly(Connection connection) throws SQLException {
        try {
            execute(connection, READ_ONLY);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return (Connection)
                Proxy.newProxyInstance(
                        GuardedDataSource.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> call(connection, method, arguments));
    }

    private @Nullable Object call(
            Connection connection, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close") && !connection.isClosed()) {
            giveBack(connection);
            return null;
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** A connection that can't be made writable again must not go back to the pool. */
    private void giveBack(Connection connection) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            execute(connection, READ_WRITE);
        } catch (SQLException e) {
            pool.evictConnection(connection);
            return;
        }
        connection.close();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
