package org.danaya.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.base.SearchText;
import org.danaya.verify.mandate.Powers;
import org.danaya.verify.mandate.ShortCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of the table {@code mandates.mandate}. */
final class ListTable {

    private final JdbcClient sql;

    ListTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A search as SQL.
     *
     * @param where made of our own words alone; what was typed is in the parameters
     */
    private record Conditions(String where, Map<String, Object> parameters) {

        static Conditions of(MandateSearch search, LocalDate today) {
            List<String> all = new ArrayList<>(List.of("true"));
            Map<String, Object> given = new HashMap<>();
            text(search.text().strip(), all, given);
            search.standing().ifPresent(standing -> all.add(condition(standing, today, given)));
            search.structure()
                    .ifPresent(id -> put("structure = :structure", "structure", id, all, given));
            search.holder().ifPresent(id -> put("person = :person", "person", id, all, given));
            search.kind().ifPresent(each -> put("kind = :kind", "kind", each.code(), all, given));
            search.power()
                    .ifPresent(
                            each ->
                                    put(
                                            "powers_left & :power <> 0",
                                            "power",
                                            Powers.of(each).bits(),
                                            all,
                                            given));
            search.endingWithin()
                    .ifPresent(
                            days -> {
                                all.add("state in ('in-force', 'suspended') and ends > :today");
                                given.put("today", today);
                                put("ends <= :soon", "soon", today.plusDays(days), all, given);
                            });
            if (search.reach() instanceof Reach.Structures(var ids)) {
                put("structure = any (:reach)", "reach", ids.toArray(UUID[]::new), all, given);
            }
            return new Conditions(" where " + String.join(" and ", all), given);
        }

        JdbcClient.StatementSpec fill(JdbcClient.StatementSpec statement) {
            return statement.params(parameters);
        }

        private static void text(String text, List<String> all, Map<String, Object> given) {
            if (text.toUpperCase(Locale.ROOT).matches("M-[0-9]{1,15}")) {
                put("number = :number", "number", Long.valueOf(text.substring(2)), all, given);
            } else if (ShortCode.read(text) instanceof ShortCode.Reading.Good(ShortCode code)) {
                put("code = :code", "code", code.data(), all, given);
            } else {
                List<String> patterns = SearchText.patterns(text);
                for (int i = 0; i < patterns.size(); i++) {
                    put("search like :word" + i, "word" + i, patterns.get(i), all, given);
                }
            }
        }

        private static String condition(
                MandateSearch.Standing standing, LocalDate today, Map<String, Object> given) {
            given.put("today", today);
            return switch (standing) {
                case IN_FORCE -> "state = 'in-force' and ends > :today";
                case SUSPENDED -> "state = 'suspended' and ends > :today";
                case EXPIRED -> "state in ('in-force', 'suspended') and ends <= :today";
                case DRAFT, APPROVED, SIGNED, REVOKED, REPLACED, WITHDRAWN ->
                        "state = '" + standing.name().toLowerCase(Locale.ROOT) + "'";
            };
        }

        private static void put(
                String condition,
                String name,
                Object value,
                List<String> all,
                Map<String, Object> given) {
            all.add(condition);
            given.put(name, value);
        }
    }

    List<MandateSearch.Found> find(
            MandateSearch search, LocalDate today, String orderBy, long skipped, int most) {
        Conditions conditions = Conditions.of(search, today);
        return conditions
                .fill(
                        sql.sql(
                                "select * from mandates.mandate"
                                        + conditions.where()
                                        + " order by "
                                        + (orderBy.isEmpty() ? "" : orderBy + ", ")
                                        + "number desc limit :most offset :skipped"))
                .param("most", most)
                .param("skipped", skipped)
                .query((row, number) -> found(row, number, today))
                .list();
    }

    /**
     * A page, and how many there are. They are counted first: where they are few, all of them are
     * found and put in order; where they are many, walking the order meets a page of them soon. The
     * database alone can't tell the one from the other, and errs by seconds.
     */
    MandateSearch.Page page(
            MandateSearch search, LocalDate today, String orderBy, long skipped, int most) {
        long total = count(search, today);
        return new MandateSearch.Page(
                total < MandateSearch.MOST_COUNTED
                        ? findAmongFew(search, today, orderBy, skipped, most)
                        : find(search, today, orderBy, skipped, most),
                total);
    }

    private List<MandateSearch.Found> findAmongFew(
            MandateSearch search, LocalDate today, String orderBy, long skipped, int most) {
        Conditions conditions = Conditions.of(search, today);
        String order = (orderBy.isEmpty() ? "" : orderBy + ", ") + "number desc";
        return conditions
                .fill(
                        sql.sql(
                                """
                                with few as materialized (
                                    select id, number, ends from mandates.mandate %s)
                                select * from mandates.mandate where id in (
                                    select id from few order by %s limit :most offset :skipped)
                                order by %s
                                """
                                        .formatted(conditions.where(), order, order)))
                .param("most", most)
                .param("skipped", skipped)
                .query((row, number) -> found(row, number, today))
                .list();
    }

    /** How many there are; whatever isn't everything is counted up to a limit. */
    long count(MandateSearch search, LocalDate today) {
        Conditions conditions = Conditions.of(search, today);
        String limit =
                conditions.parameters().isEmpty() ? "" : " limit " + MandateSearch.MOST_COUNTED;
        return conditions
                .fill(
                        sql.sql(
                                "select count(*) from (select 1 from mandates.mandate"
                                        + conditions.where()
                                        + limit
                                        + ") found"))
                .query(Long.class)
                .single();
    }

    /** How many drafts of others are within a reach. */
    long draftsOfOthers(Reach reach, Collection<UUID> accounts) {
        Conditions conditions =
                Conditions.of(
                        MandateSearch.of(reach).in(MandateSearch.Standing.DRAFT), LocalDate.EPOCH);
        return conditions
                .fill(
                        sql.sql(
                                "select count(*) from mandates.mandate"
                                        + conditions.where()
                                        + " and drafted_by <> all (:accounts)"))
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    /** Approved ones that these may sign, by number. */
    List<MandateSearch.Found> waiting(
            Collection<UUID> offices, UUID holder, LocalDate today, int most) {
        return sql.sql(
                        """
                        select m.* from mandates.mandate m
                        where m.state = 'approved'
                          and (m.grantor_office = any (:offices)
                            or m.grantor_mandate in
                                (select id from mandates.mandate where person = :holder))
                        order by m.number limit :most
                        """)
                .param("offices", offices.toArray(UUID[]::new))
                .param("holder", holder)
                .param("most", most)
                .query((row, number) -> found(row, number, today))
                .list();
    }

    /** Those granted under one, and under these, that aren't over; by number. */
    List<MandateSearch.Found> below(UUID mandate, LocalDate today, int most) {
        return below("grantor_mandate = :top", mandate, today, most);
    }

    /** The same under an office. */
    List<MandateSearch.Found> belowOffice(UUID office, LocalDate today, int most) {
        return below("grantor_office = :top", office, today, most);
    }

    private List<MandateSearch.Found> below(String first, UUID top, LocalDate today, int most) {
        return sql.sql(
                        """
                        with recursive down (id, place) as (
                            select id, 1 from mandates.mandate where %s
                            union all
                            select m.id, down.place + 1
                            from down join mandates.mandate m on m.grantor_mandate = down.id
                            where down.place < 20)
                        select m.* from down join mandates.mandate m on m.id = down.id
                        where m.state in ('draft', 'approved', 'signed', 'in-force', 'suspended')
                          and m.ends > :today
                        order by m.number limit :most
                        """
                                .formatted(first))
                .param("top", top)
                .param("today", today)
                .param("most", most)
                .query((row, number) -> found(row, number, today))
                .list();
    }

    private static MandateSearch.Found found(ResultSet row, int number, LocalDate today)
            throws SQLException {
        String state = row.getString("state");
        LocalDate ends = row.getObject("ends", LocalDate.class);
        boolean held = "in-force".equals(state) || "suspended".equals(state);
        return new MandateSearch.Found(
                MandateTable.row(row, number).head(),
                held && !ends.isAfter(today) ? "expired" : state,
                new Powers(row.getInt("powers_left")),
                ends);
    }
}
