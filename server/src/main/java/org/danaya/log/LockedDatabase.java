package org.danaya.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A connection that holds the sequencer's lock. Leaves are placed on this connection and no other:
 * when it dies, PostgreSQL frees the lock, and nothing more can be committed on it.
 */
final class LockedDatabase implements AutoCloseable {

    /** "danayalo" in ASCII; the key of the advisory lock. */
    private static final long LOCK = 0x64616e6179616c6fL;

    private final Connection connection;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final LeafTable leaves;
    private final TreeHeadTable heads;
    private final IdentityTable identity;
    private final OperatorActTable acts;

    private LockedDatabase(Connection connection) {
        this.connection = connection;
        DataSource single = new SingleConnectionDataSource(connection, true);
        this.jdbc = JdbcClient.create(single);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(single));
        this.leaves = new LeafTable(jdbc);
        this.heads = new TreeHeadTable(jdbc);
        this.identity = new IdentityTable(jdbc);
        this.acts = new OperatorActTable(jdbc);
    }

    /** Opens a connection of its own and takes the lock; nothing where another holds it. */
    static Optional<LockedDatabase> lock(DataSource source) {
        try {
            LockedDatabase database = new LockedDatabase(source.getConnection());
            if (database.take()) {
                return Optional.of(database);
            }
            database.disconnect();
            return Optional.empty();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The log's database can't be reached", e);
        }
    }

    LeafTable leaves() {
        return leaves;
    }

    TreeHeadTable heads() {
        return heads;
    }

    IdentityTable identity() {
        return identity;
    }

    OperatorActTable acts() {
        return acts;
    }

    <T> T inTransaction(Supplier<T> work) {
        T done = transactions.execute(_ -> work.get());
        if (done == null) {
            throw new IllegalStateException("A transaction without a result");
        }
        return done;
    }

    /** Throws where the connection, and with it the lock, is gone. */
    void check() {
        jdbc.sql("select 1").query(Integer.class).single();
    }

    /**
     * Gives the lock back at once: of a connection that is only closed, PostgreSQL frees it a
     * little later, when whoever comes next may already have been told that another holds it.
     */
    @Override
    public void close() {
        try {
            jdbc.sql("select pg_advisory_unlock(?)").param(LOCK).query(Boolean.class).single();
        } catch (DataAccessException _) {
            // PostgreSQL frees the lock of a connection that is gone.
        }
        disconnect();
    }

    private void disconnect() {
        try {
            connection.close();
        } catch (SQLException _) {
            // It is gone either way.
        }
    }

    private boolean take() {
        return jdbc.sql("select pg_try_advisory_lock(?)").param(LOCK).query(Boolean.class).single();
    }
}
