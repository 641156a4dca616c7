package org.danaya.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.mandates.Mandate.Held;
import org.danaya.mandates.Worth.Hold;
import org.danaya.verify.mandate.Powers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every mandate of the register with what it is worth now, in one pass over one consistent state of
 * the database.
 *
 * <p>It relies on the columns that are written with each event, where {@link Register} folds the
 * events themselves. Only what mandates are worth that others were granted under is kept in memory.
 */
public final class WholeRegister {

    private static final int ROWS_AT_ONCE = 5_000;

    private static final Set<String> UNSIGNED = Set.of("draft", "approved", "withdrawn");

    private static final String ALL =
            """
            select number, state, grantor_office, grantor_mandate, powers, powers_left,
                from_day - date '1970-01-01' as from_day,
                until_day - date '1970-01-01' as until_day,
                ends - date '1970-01-01' as ends, depth,
                case when cardinality(scope) > 0 then scope end as scope,
                above.id as above
            from mandates.mandate
            left join (select distinct grantor_mandate as id from mandates.mandate
                       where grantor_mandate is not null) above using (id)
            order by number
            """;

    private final JdbcClient sql;
    private final TransactionTemplate snapshot;
    private final OfficeTable offices;
    private final Days days;

    WholeRegister(JdbcClient sql, TransactionTemplate transaction, Days days) {
        this.sql = sql;
        DefaultTransactionDefinition definition =
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        definition.setReadOnly(true);
        this.snapshot =
                new TransactionTemplate(
                        Objects.requireNonNull(transaction.getTransactionManager()), definition);
        this.offices = new OfficeTable(sql);
        this.days = days;
    }

    /**
     * A mandate, or a draft.
     *
     * @param signed whether its grantor ever signed it
     * @param granted the powers that it says
     * @param said the days that it says
     */
    public record Line(long number, boolean signed, Powers granted, Period said, Worth worth) {}

    /** Takes what is read. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Takes one mandate.
         *
         * @param day the country's day of the whole pass
         */
        void take(Line line, LocalDate day);
    }

    /** Whether anybody ever signed a mandate. */
    public boolean isBegun() {
        return sql.sql(
                        """
                        select exists (select from mandates.mandate
                            where state not in ('draft', 'approved', 'withdrawn'))
                        """)
                .query(Boolean.class)
                .single();
    }

    /**
     * Reads all of it, mostly in the order of the numbers; each line is handed over once.
     *
     * @return the instant to which it is true
     */
    public Instant read(Reader to) {
        Instant now = days.now();
        snapshot.executeWithoutResult(
                _ -> {
                    Fold fold = new Fold(now, to);
                    sql.sql(ALL).withFetchSize(ROWS_AT_ONCE).query(fold::take);
                });
        return now;
    }

    /** What one pass knows. */
    private final class Fold {

        private final Instant at;
        private final LocalDate day;
        private final Reader to;
        private final Map<UUID, Optional<Worth>> tops = new HashMap<>();

        /** What mandates are worth that others were granted under. */
        private final Map<UUID, Worth> known = new HashMap<>();

        /** Those that came before the one that they were granted under. */
        private final Map<UUID, List<Row>> waiting = new HashMap<>();

        Fold(Instant at, Reader to) {
            this.at = at;
            this.day = days.day(at);
            this.to = to;
        }

        void take(ResultSet row) throws SQLException {
            UUID office = row.getObject("grantor_office", UUID.class);
            Row read = read(row);
            if (office != null) {
                put(read, tops.computeIfAbsent(office, this::top));
                return;
            }
            UUID parent = row.getObject("grantor_mandate", UUID.class);
            Worth above = known.get(parent);
            if (above == null) {
                waiting.computeIfAbsent(parent, _ -> new ArrayList<>()).add(read);
            } else {
                put(read, Optional.of(above));
            }
        }

        private Optional<Worth> top(UUID office) {
            return offices.find(office).orElseThrow().worth(at);
        }

        private void put(Row row, Optional<Worth> above) {
            Worth worth = Worth.below(above, row.own, row.held, row.scope, row.said, row.depth);
            to.take(new Line(row.number, row.signed, row.granted, row.said, worth), day);
            if (row.id != null) {
                known.put(row.id, worth);
                for (Row below : waiting.getOrDefault(row.id, List.of())) {
                    put(below, Optional.of(worth));
                }
                waiting.remove(row.id);
            }
        }
    }

    /**
     * A row.
     *
     * @param id where others were granted under it
     */
    private record Row(
            @Nullable UUID id,
            long number,
            boolean signed,
            Hold own,
            Powers granted,
            Held held,
            Period said,
            Scope scope,
            int depth) {}

    private static Row read(ResultSet row) throws SQLException {
        LocalDate from = LocalDate.ofEpochDay(row.getInt("from_day"));
        Period said = new Period(from, LocalDate.ofEpochDay(row.getInt("until_day")));
        String state = row.getString("state");
        LocalDate ends = LocalDate.ofEpochDay(row.getInt("ends"));
        java.sql.Array scope = row.getArray("scope");
        return new Row(
                row.getObject("above", UUID.class),
                row.getLong("number"),
                !UNSIGNED.contains(state),
                own(state),
                new Powers(row.getInt("powers")),
                new Held(
                        new Powers(row.getInt("powers_left")),
                        ends.isAfter(from) ? new Period(from, ends) : said),
                said,
                scope == null ? Scope.OPEN : Scope.read(Arrays.asList((String[]) scope.getArray())),
                row.getInt("depth"));
    }

    private static Hold own(String state) {
        return switch (state) {
            case "in-force", "expired" -> Hold.NONE;
            case "draft", "approved", "signed" -> Hold.PENDING;
            case "suspended" -> Hold.SUSPENDED;
            case "revoked", "replaced", "withdrawn" -> Hold.REVOKED;
            default -> throw new IllegalStateException("A mandate that is " + state);
        };
    }
}
