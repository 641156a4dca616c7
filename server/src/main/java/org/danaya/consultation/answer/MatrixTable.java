package org.danaya.consultation.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.consultation.observation.Conditions;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.Referral;
import org.danaya.consultation.observation.Sight;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Observations that were submitted, with the answer that counts for each. */
final class MatrixTable {

    private static final String COLUMNS =
            """
            select o.id, o.version, o.number, o.structure, r.structure_name, r.identifier, o.kind, o.wid,
                o.label, o.quote, o.confidential, o.receipt, o.submitted_at, o.comment, o.proposal,
                o.legal_basis, d.structure as lead, a.observation as a_observation, a.place as a_place,
                a.kind as a_kind, a.reason as a_reason, a.other as a_other, a.target as a_target,
                a.level as a_level, a.session as a_session, a.account as a_account, a.at as a_at,
                other.number as other_number, other.confidential as other_confidential,
                other.structure as other_structure, coalesce(l.hunks, 0) as linked
            """;

    private static final String FROM =
            """
            from consultation.observation o
            join consultation.referral r on r.id = o.referral
            join consultation.version v on v.id = o.version
            join consultation.dossier d on d.id = v.dossier
            """;

    /** One: what is asked is asked of it alone. */
    private static final String ONE =
            """
            left join lateral (select * from consultation.answer
                where answer.observation = o.id order by place desc limit 1) a on true
            left join lateral (select count(distinct hunk) as hunks from consultation.cause c
                where c.observation = o.id and c.ended_at is null) l on true
            left join consultation.observation other on other.id = a.other
            """;

    /**
     * All of a version, each thing asked once for all of them: {@code settled} are those of which,
     * or of a duplicate of which, a change comes.
     */
    private static final String WITH =
            """
            with last as materialized (
                select distinct on (observation) * from consultation.answer
                where version = :version order by observation, place desc
            ), linked as materialized (
                select observation, count(distinct hunk) as hunks from consultation.cause
                where former = :version and ended_at is null and observation is not null
                group by observation
            ), settled as materialized (
                select distinct coalesce(last.other, linked.observation) as observation
                from linked left join last on last.observation = linked.observation
            )
            """;

    private static final String ALL =
            """
            left join last a on a.observation = o.id
            left join linked l on l.observation = o.id
            left join consultation.observation other on other.id = a.other
            """;

    private static final Map<String, String> DISPOSITIONS =
            Map.of(
                    "open", "(a.kind is null or a.kind in ('to-examine', 'to-arbitrate'))",
                    "to-examine", "(a.kind is null or a.kind = 'to-examine')",
                    "unlinked",
                            """
                            (a.kind in ('accepted', 'partly-accepted')
                                and o.id not in (select observation from settled))
                            """);

    private final JdbcClient sql;

    MatrixTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Entry> list(MatrixSearch search, Sight sight, String orderBy, long skipped, int most) {
        Conditions conditions = conditions(search, sight);
        String order = orderBy.isEmpty() ? MatrixSearch.BY_NUMBER : orderBy;
        return sql.sql(
                        WITH
                                + COLUMNS
                                + FROM
                                + ALL
                                + conditions.where()
                                + " order by "
                                + order
                                + ", o.number limit :most offset :skipped")
                .params(conditions.given())
                .param("most", most)
                .param("skipped", skipped)
                .query((row, _) -> entry(row, sight))
                .list();
    }

    int count(MatrixSearch search, Sight sight) {
        Conditions conditions = conditions(search, sight);
        return sql.sql(WITH + "select count(*) " + FROM + ALL + conditions.where())
                .params(conditions.given())
                .query(Integer.class)
                .single();
    }

    Optional<Entry> find(UUID observation, Sight sight) {
        return sql.sql(COLUMNS + FROM + ONE + " where o.id = ? and o.state = 'submitted'")
                .param(observation)
                .query((row, _) -> entry(row, sight))
                .optional();
    }

    /** How many there are of each disposition on a version, by its code. */
    Map<String, Integer> tally(UUID version) {
        Map<String, Integer> tally = new LinkedHashMap<>();
        sql.sql(
                        """
                        with last as (select distinct on (observation) observation, kind
                            from consultation.answer
                            where version = :version order by observation, place desc)
                        select coalesce(last.kind, 'to-examine') as kind, count(*) as count
                        from consultation.observation o left join last on last.observation = o.id
                        where o.version = :version and o.state = 'submitted' group by 1
                        """)
                .param("version", version)
                .query(
                        row -> {
                            tally.put(row.getString("kind"), row.getInt("count"));
                        });
        return tally;
    }

    /** The structures that submitted something about a version, by name. */
    List<Referral.Structure> structures(UUID version) {
        return sql.sql(
                        """
                        select distinct r.structure, r.structure_name, r.identifier
                        from consultation.referral r
                        where version = ? and exists (select from consultation.observation o
                            where o.referral = r.id and o.state = 'submitted')
                        order by r.structure_name
                        """)
                .param(version)
                .query(
                        (row, _) ->
                                new Referral.Structure(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3)))
                .list();
    }

    /**
     * The parts that are observed on, by their lasting names, with what they are called; {@link
     * MatrixSearch#WHOLE} where the whole text is.
     */
    Map<String, String> parts(UUID version) {
        Map<String, String> parts = new LinkedHashMap<>();
        sql.sql(
                        """
                        select coalesce(wid, :whole) as wid, min(label) as label
                        from consultation.observation
                        where version = :version and state = 'submitted'
                            and wid is distinct from ''
                        group by 1 order by min(number)
                        """)
                .param("whole", MatrixSearch.WHOLE)
                .param("version", version)
                .query(
                        row -> {
                            parts.put(row.getString("wid"), row.getString("label"));
                        });
        return parts;
    }

    private static Conditions conditions(MatrixSearch search, Sight sight) {
        Conditions conditions =
                new Conditions(search.version())
                        .with("o.structure", "structure", search.structure())
                        .with("o.kind", "kind", search.kind())
                        .with("a.level", "level", search.level())
                        .with("o.confidential", "confidential", search.confidential())
                        .saying(search.text(), sight);
        if (search.part().filter(MatrixSearch.WHOLE::equals).isPresent()) {
            conditions.that("o.wid is null");
        } else {
            conditions.with("o.wid", "part", search.part());
        }
        Optional<String> state = search.disposition().map(DISPOSITIONS::get);
        return state.isPresent()
                ? conditions.that(state.get())
                : conditions.with("a.kind", "disposition", search.disposition());
    }

    private static Entry entry(ResultSet row, Sight sight) throws SQLException {
        boolean confidential = row.getBoolean("confidential");
        boolean told = !confidential || tells(row, "structure", sight);
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("version", UUID.class),
                row.getInt("number"),
                new Referral.Structure(
                        row.getObject("structure", UUID.class),
                        row.getString("structure_name"),
                        row.getString("identifier")),
                row.getString("kind"),
                text(row, "wid"),
                row.getString("label"),
                told ? text(row, "quote") : "",
                confidential,
                row.getString("receipt").equals("late"),
                Moments.of(row, "submitted_at"),
                told ? Optional.of(words(row)) : Optional.empty(),
                last(row, told),
                told ? duplicateOf(row, sight) : Optional.empty(),
                row.getInt("linked"));
    }

    private static boolean tells(ResultSet row, String structure, Sight sight) throws SQLException {
        return sight.own().covers(row.getObject(structure, UUID.class))
                || sight.leads().covers(row.getObject("lead", UUID.class));
    }

    /** What is the same as a confidential one would tell what that one says. */
    private static Optional<Integer> duplicateOf(ResultSet row, Sight sight) throws SQLException {
        int other = row.getInt("other_number");
        return row.wasNull()
                        || (row.getBoolean("other_confidential")
                                && !tells(row, "other_structure", sight))
                ? Optional.empty()
                : Optional.of(other);
    }

    private static Optional<Given> last(ResultSet row, boolean told) throws SQLException {
        if (row.getObject("a_place") == null) {
            return Optional.empty();
        }
        Given given = GivenTable.row(row, "a_");
        return Optional.of(told ? given : given.masked());
    }

    private static Observation.Words words(ResultSet row) throws SQLException {
        return new Observation.Words(
                row.getString("comment"),
                Optional.ofNullable(row.getString("proposal")),
                Optional.ofNullable(row.getString("legal_basis")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
