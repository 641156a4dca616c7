package org.danaya.trust.authority;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.danaya.base.Fault;
import org.danaya.trust.authority.CertificateStatus.State;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * What changes in the status of certificates, from the database or a replica of it, which is only
 * read. The numbers of changes follow the order of commits, so that none is passed over.
 */
public final class StatusFeed {

    /** What the database notifies when a status changed. */
    static final String CHANNEL = "authority_status";

    private static final int ROWS_AT_ONCE = 5_000;

    /** Of PostgreSQL, for what a replica doesn't do. */
    private static final String READ_ONLY = "25006";

    private static final byte[] NOTHING = {};

    private static final String WITHOUT_HASHES =
            """
            select change, authority, serial, profile_id, not_after, state, state_at, reason,
                   invalid_since
            from authority.certificate where change > ? order by change
            """;

    private static final String WITH_HASHES =
            """
            select change, authority, serial, profile_id, not_after, state, state_at, reason,
                   invalid_since, sha256
            from authority.certificate left join authority.certificate_body on certificate = id
            where change > ? order by change
            """;

    private final DataSource source;

    /** A feed from a database; its connections aren't taken from a pool. */
    public StatusFeed(DataSource source) {
        this.source = source;
    }

    /** How far one has read. */
    public record Mark(long change) {

        /** Before the first change. */
        public static final Mark START = new Mark(0);
    }

    /**
     * Reads what changed after a mark, each certificate once with its state of now.
     *
     * @param hashes whether with the certificates' hashes, which takes longer
     * @return the mark to go on from
     * @throws Fault {@link AuthorityFault#STATUS_UNREADABLE}
     */
    public Mark read(Mark after, boolean hashes, Consumer<CertificateStatus> to) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement query =
                    connection.prepareStatement(hashes ? WITH_HASHES : WITHOUT_HASHES)) {
                query.setLong(1, after.change);
                query.setFetchSize(ROWS_AT_ONCE);
                long last = after.change;
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        last = rows.getLong(1);
                        to.accept(status(rows, hashes));
                    }
                }
                connection.commit();
                return new Mark(last);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * Watches for changes.
     *
     * @throws Fault {@link AuthorityFault#STATUS_UNREADABLE}
     */
    public Watch watch() {
        try {
            Connection connection = source.getConnection();
            return new Watch(connection, listens(connection));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** A connection that hears of changes; for one thread. */
    public static final class Watch implements AutoCloseable {

        private static final Duration REPLICA_PAUSE = Duration.ofMillis(500);

        private final Connection connection;
        private final boolean listens;

        private Watch(Connection connection, boolean listens) {
            this.connection = connection;
            this.listens = listens;
        }

        /**
         * Waits for a change, or for half a second where a replica notifies nothing.
         *
         * @return whether there may be something to read
         * @throws Fault {@link AuthorityFault#STATUS_UNREADABLE}
         */
        public boolean await(Duration atMost) throws InterruptedException {
            if (!listens) {
                Thread.sleep(atMost.compareTo(REPLICA_PAUSE) < 0 ? atMost : REPLICA_PAUSE);
                return true;
            }
            try {
                return connection
                                .unwrap(PGConnection.class)
                                .getNotifications(Math.toIntExact(atMost.toMillis()))
                                .length
                        > 0;
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException _) {
                // It was lost before.
            }
        }
    }

    private static boolean listens(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            return true;
        } catch (SQLException e) {
            if (READ_ONLY.equals(e.getSQLState())) {
                return false;
            }
            connection.close();
            throw e;
        }
    }

    private static CertificateStatus status(ResultSet row, boolean hashes) throws SQLException {
        return new CertificateStatus(
                row.getInt(2),
                row.getBytes(3),
                row.getInt(4),
                row.getTimestamp(5).toInstant(),
                state(row),
                hashes ? Objects.requireNonNullElse(row.getBytes("sha256"), NOTHING) : NOTHING);
    }

    static State state(ResultSet row) throws SQLException {
        return switch (row.getInt("state")) {
            case 0 -> CertificateStatus.GOOD;
            case 1 -> new State.Suspended(at(row));
            case 2 ->
                    new State.Revoked(
                            at(row),
                            RevocationReason.of(row.getInt("reason")),
                            Optional.ofNullable(row.getTimestamp("invalid_since"))
                                    .map(Timestamp::toInstant));
            default -> throw new IllegalStateException("state " + row.getInt("state"));
        };
    }

    private static Instant at(ResultSet row) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp("state_at");
        return Objects.requireNonNull(at).toInstant();
    }

    private static Fault unreadable(SQLException e) {
        return new Fault(e, AuthorityFault.STATUS_UNREADABLE, String.valueOf(e.getMessage()));
    }
}
