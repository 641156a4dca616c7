package org.danaya.mandates.position;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.base.SearchText;
import org.danaya.mandates.position.PositionSearch.Found;
import org.danaya.mandates.position.PositionSearch.Standing;
import org.danaya.store.Moments;
import org.danaya.verify.mandate.ShortCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of the table {@code mandates.official_position}. */
final class PositionListTable {

    private final JdbcClient sql;

    PositionListTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The country's day, and where it ends. */
    record Day(LocalDate today, Instant end) {}

    /** A search as SQL: our own words alone; what was typed is in the parameters. */
    private static final class Conditions {

        private final List<String> all = new ArrayList<>(List.of("true"));
        private final Map<String, Object> given = new HashMap<>();

        Conditions(PositionSearch search, LocalDate today, Optional<Day> on) {
            text(search.text().strip());
            search.standing().ifPresent(standing -> standing(standing, today));
            search.kind().ifPresent(kind -> put("kind = :kind", "kind", kind.code()));
            search.structure().ifPresent(id -> put("structure = :structure", "structure", id));
            on.ifPresent(this::on);
            if (search.known()) {
                all.add("number is not null and cardinality(audience) = 0");
            }
            if (search.reach() instanceof Reach.Structures(var ids)) {
                put("structure = any (:reach)", "reach", ids.toArray(UUID[]::new));
            }
        }

        private void text(String text) {
            String upper = text.toUpperCase(Locale.ROOT);
            if (upper.matches("[PR]-[0-9]{1,15}")) {
                put("number = :number", "number", Long.valueOf(text.substring(2)));
                all.add("(cardinality(audience) = 0) = " + upper.startsWith("P"));
            } else if (ShortCode.read(text) instanceof ShortCode.Reading.Good(ShortCode code)) {
                put("code = :code", "code", code.data());
            } else {
                List<String> patterns = SearchText.patterns(text);
                for (int i = 0; i < patterns.size(); i++) {
                    put("search like :word" + i, "word" + i, patterns.get(i));
                }
            }
        }

        private void standing(Standing standing, LocalDate today) {
            switch (standing) {
                case IN_FORCE ->
                        put(
                                "state = 'in-force' and (until_day is null or until_day > :today)",
                                "today",
                                today);
                case LAPSED -> put("state = 'in-force' and until_day <= :today", "today", today);
                case DRAFT, VALIDATED, EMBARGOED, REPLACED, WITHDRAWN ->
                        put(
                                "state = :state",
                                "state",
                                standing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }

        private void on(Day day) {
            put("in_force_at <= :end", "end", Moments.column(day.end()));
            all.add("(ended_at is null or ended_at > :end)");
            put("(until_day is null or until_day > :on)", "on", day.today());
        }

        private void put(String condition, String name, Object value) {
            all.add(condition);
            given.put(name, value);
        }

        String where() {
            return " where " + String.join(" and ", all);
        }
    }

    List<Found> find(
            PositionSearch search,
            LocalDate today,
            Optional<Day> on,
            String orderBy,
            long skipped,
            int most) {
        Conditions conditions = new Conditions(search, today, on);
        return sql.sql(
                        "select * from mandates.official_position"
                                + conditions.where()
                                + " order by "
                                + (orderBy.isEmpty()
                                        ? PositionSearch.BY_TIME + " desc"
                                        : orderBy + " nulls last")
                                + ", id desc limit :most offset :skipped")
                .params(conditions.given)
                .param("most", most)
                .param("skipped", skipped)
                .query((row, number) -> found(row, number, today))
                .list();
    }

    long count(PositionSearch search, LocalDate today, Optional<Day> on) {
        Conditions conditions = new Conditions(search, today, on);
        return sql.sql("select count(*) from mandates.official_position" + conditions.where())
                .params(conditions.given)
                .query(Long.class)
                .single();
    }

    /** How many drafts within a reach others wrote. */
    long draftsOfOthers(Reach reach, Collection<UUID> accounts) {
        Conditions conditions =
                new Conditions(
                        PositionSearch.of(reach).in(Standing.DRAFT),
                        LocalDate.EPOCH,
                        Optional.empty());
        return sql.sql(
                        "select count(*) from mandates.official_position"
                                + conditions.where()
                                + " and drafted_by <> all (:accounts)")
                .params(conditions.given)
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    /** Validated ones of some structures, the oldest first. */
    List<Found> toSign(Collection<UUID> structures, LocalDate today, int most) {
        return sql.sql(
                        """
                        select * from mandates.official_position
                        where state = 'validated' and structure = any (?)
                        order by changed_at limit ?
                        """)
                .params(structures.toArray(UUID[]::new), most)
                .query((row, number) -> found(row, number, today))
                .list();
    }

    /** Known ones that are told to some kinds of structure, the last first. */
    List<Found> toldTo(Collection<String> kinds, LocalDate today, int most) {
        return sql.sql(
                        """
                        select * from mandates.official_position
                        where number is not null and audience && ?::text[]
                        order by in_force_at desc limit ?
                        """)
                .params(kinds.toArray(String[]::new), most)
                .query((row, number) -> found(row, number, today))
                .list();
    }

    /** Those in force that everybody may know of and that no file was made of. */
    List<UUID> withoutFile(int most) {
        return sql.sql(
                        """
                        select p.id from mandates.official_position p
                        where p.state = 'in-force' and cardinality(p.audience) = 0
                            and not exists (select from mandates.official_position_file f
                                where f.position = p.id)
                        order by p.number limit ?
                        """)
                .param(most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Found found(ResultSet row, int number, LocalDate today) throws SQLException {
        PositionTable.Row read = PositionTable.row(row, number);
        String state = row.getString("state");
        boolean over =
                "in-force".equals(state)
                        && read.head()
                                .terms()
                                .until()
                                .filter(end -> !today.isBefore(end))
                                .isPresent();
        return new Found(
                read.head(),
                over ? "lapsed" : state,
                Optional.ofNullable(row.getObject("number", Long.class)),
                Optional.ofNullable(Moments.ofNullable(row, "in_force_at")));
    }
}
