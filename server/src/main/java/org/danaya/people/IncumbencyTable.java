package org.danaya.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code people.incumbency}. */
@Component
class IncumbencyTable {

    private static final String SELECT =
            """
            select i.*, p.version as person_version, p.given_names, p.family_name
            from people.incumbency i join people.person p on p.id = i.person_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    IncumbencyTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Incumbency> find(UUID id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id)
                .query(IncumbencyTable::incumbency)
                .optional();
    }

    /** All that were ever recorded of a position, the last one first. */
    List<Incumbency> of(UUID position) {
        return jdbc.sql(SELECT + "where i.position_id = :position order by from_date desc, i.id")
                .param("position", position)
                .query(IncumbencyTable::incumbency)
                .list();
    }

    /** All that were ever recorded of a person, the last one first. */
    List<Incumbency> ofPerson(UUID person) {
        return jdbc.sql(SELECT + "where i.person_id = :person order by from_date desc, i.id")
                .param("person", person)
                .query(IncumbencyTable::incumbency)
                .list();
    }

    /** Those of a position, acting or not, that share a day with a period. */
    List<Incumbency> overlapping(
            UUID position, boolean acting, LocalDate from, @Nullable LocalDate until) {
        return jdbc.sql(
                        SELECT
                                + """
                                where i.position_id = :position and i.acting = :acting
                                  and daterange(i.from_date, i.until_date)
                                      && daterange(:from, :until)
                                order by i.from_date
                                """)
                .param("position", position)
                .param("acting", acting)
                .param("from", from)
                .param("until", until)
                .query(IncumbencyTable::incumbency)
                .list();
    }

    /**
     * Those of a position that held on a day as far as was recorded by then, the acting one last.
     */
    List<Incumbency> known(UUID position, LocalDate day, Instant at) {
        return jdbc.sql(
                        """
                        select i.id, i.position_id, i.person_id, k.version, i.acting, i.title_form,
                               i.from_date, k.until_date, i.act,
                               case when k.version = i.version then i.end_act end as end_act,
                               case when k.version = i.version then i.end_cause
                                    when k.until_date is not null then 'ENDED' end as end_cause,
                               p.version as person_version, p.given_names, p.family_name
                        from people.incumbency i
                        join people.person p on p.id = i.person_id
                        join lateral (
                            select version, until_date from people.incumbency_known
                            where incumbency_id = i.id and recorded_at <= :at
                            order by version desc limit 1) k on true
                        where i.position_id = :position and i.from_date <= :day
                          and (k.until_date is null or k.until_date > :day)
                        order by i.acting
                        """)
                .param("position", position)
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(IncumbencyTable::incumbency)
                .list();
    }

    /** Those of a position that hold on a day or begin later. */
    List<Incumbency> lasting(UUID position, LocalDate day) {
        return jdbc.sql(
                        SELECT
                                + """
                                where i.position_id = :position
                                  and (i.until_date is null or i.until_date > :day)
                                order by i.from_date
                                """)
                .param("position", position)
                .param("day", day)
                .query(IncumbencyTable::incumbency)
                .list();
    }

    void insert(Incumbency incumbency) {
        jdbc.sql(
                        """
                        insert into people.incumbency
                            (id, position_id, person_id, version, acting, title_form, from_date,
                             until_date, act, end_act, end_cause)
                        values (:id, :position, :person, :version, :acting, :form, :from, :until,
                                :act, :endAct, :endCause)
                        """)
                .param("id", incumbency.id())
                .param("position", incumbency.position())
                .param("person", incumbency.person().id())
                .param("version", incumbency.version())
                .param("acting", incumbency.acting())
                .param("form", incumbency.form().code())
                .param("from", incumbency.from())
                .param("until", incumbency.until())
                .param("act", incumbency.act())
                .param("endAct", incumbency.endAct())
                .param("endCause", code(incumbency.endCause()))
                .update();
        remember(incumbency);
    }

    private void remember(Incumbency incumbency) {
        jdbc.sql(
                        """
                        insert into people.incumbency_known
                            (incumbency_id, version, until_date, recorded_at)
                        values (:id, :version, :until, :at)
                        """)
                .param("id", incumbency.id())
                .param("version", incumbency.version())
                .param("until", incumbency.until())
                .param(
                        "at",
                        clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes the end in an incumbency's next version; says no if another came before. */
    boolean end(Incumbency ended) {
        boolean latest =
                jdbc.sql(
                                        """
                                update people.incumbency
                                set version = :version, until_date = :until, end_act = :act,
                                    end_cause = :cause
                                where id = :id and version = :version - 1
                                """)
                                .param("id", ended.id())
                                .param("version", ended.version())
                                .param("until", ended.until())
                                .param("act", ended.endAct())
                                .param("cause", code(ended.endCause()))
                                .update()
                        == 1;
        if (latest) {
            remember(ended);
        }
        return latest;
    }

    private static @Nullable String code(Incumbency.@Nullable EndCause cause) {
        return cause == null ? null : cause.name();
    }

    private static Incumbency incumbency(ResultSet row, int number) throws SQLException {
        String cause = row.getString("end_cause");
        return new Incumbency(
                row.getObject("id", UUID.class),
                row.getObject("position_id", UUID.class),
                new Person(
                        row.getObject("person_id", UUID.class),
                        row.getInt("person_version"),
                        row.getString("given_names"),
                        row.getString("family_name")),
                row.getInt("version"),
                row.getBoolean("acting"),
                Position.TitleForm.read(row.getString("title_form")).orElseThrow(),
                row.getObject("from_date", LocalDate.class),
                row.getObject("until_date", LocalDate.class),
                row.getString("act"),
                row.getString("end_act"),
                cause == null ? null : Incumbency.EndCause.valueOf(cause));
    }
}
