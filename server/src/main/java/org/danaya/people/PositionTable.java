package org.danaya.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code people.position}. */
@Component
class PositionTable {

    private final JdbcClient jdbc;

    PositionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Position> find(UUID id) {
        return jdbc.sql("select * from people.position where id = :id")
                .param("id", id)
                .query(PositionTable::position)
                .optional();
    }

    /** Makes whoever appoints to a position wait for whoever is doing so. */
    Optional<Position> lock(UUID id) {
        return jdbc.sql("select * from people.position where id = :id for update")
                .param("id", id)
                .query(PositionTable::position)
                .optional();
    }

    List<Position> of(UUID structure) {
        return jdbc.sql(
                        """
                        select * from people.position where structure_id = :structure order by id
                        """)
                .param("structure", structure)
                .query(PositionTable::position)
                .list();
    }

    void insert(Position position) {
        write(
                """
                insert into people.position
                    (id, structure_id, version, title_fr, title_fr_feminine, title_en, basis_act,
                     from_date, until_date)
                values (:id, :structure, :version, :fr, :feminine, :en, :basis, :from, :until)
                """,
                position);
    }

    /** Writes a position's next version; says no if another came before. */
    boolean update(Position position) {
        return write(
                        """
                        update people.position
                        set version = :version, title_fr = :fr, title_fr_feminine = :feminine,
                            title_en = :en, basis_act = :basis, from_date = :from,
                            until_date = :until
                        where id = :id and structure_id = :structure and version = :version - 1
                        """,
                        position)
                == 1;
    }

    private int write(String sql, Position position) {
        return jdbc.sql(sql)
                .param("id", position.id())
                .param("structure", position.structure())
                .param("version", position.version())
                .param("fr", position.titleFr())
                .param("feminine", position.titleFrFeminine())
                .param("en", position.titleEn())
                .param("basis", position.basisAct())
                .param("from", position.from())
                .param("until", position.until())
                .update();
    }

    private static Position position(ResultSet row, int number) throws SQLException {
        return new Position(
                row.getObject("id", UUID.class),
                row.getObject("structure_id", UUID.class),
                row.getInt("version"),
                row.getString("title_fr"),
                row.getString("title_fr_feminine"),
                row.getString("title_en"),
                row.getString("basis_act"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("until_date", LocalDate.class));
    }
}
