package org.danaya.people.files;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.danaya.form.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code people.import_file}: files between their preview and their confirmation. */
@Component
class ImportTable {

    /** How long a file waits. */
    static final Duration LONGEST = Duration.ofHours(24);

    /**
     * A file.
     *
     * @param owner who uploaded it, who alone may go on
     */
    record Waiting(
            UUID id, String owner, Upload file, @Nullable LocalDate effective, boolean applied) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Waiting file) {
        jdbc.sql(
                        """
                        insert into people.import_file
                            (id, owner, uploaded_at, name, content, effective)
                        values (:id, :owner, :now, :name, :content, :effective)
                        """)
                .param("id", file.id())
                .param("owner", file.owner())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("name", file.file().name())
                .param("content", file.file().bytes())
                .param("effective", file.effective())
                .update();
    }

    /** A file, held until the end of the transaction, so that it is imported once. */
    Optional<Waiting> lock(UUID id, String owner) {
        return jdbc.sql(
                        """
                        select * from people.import_file
                        where id = :id and owner = :owner and uploaded_at > :oldest
                        for update
                        """)
                .param("id", id)
                .param("owner", owner)
                .param("oldest", clock.instant().minus(LONGEST).atOffset(ZoneOffset.UTC))
                .query(
                        (row, _) ->
                                new Waiting(
                                        row.getObject("id", UUID.class),
                                        row.getString("owner"),
                                        new Upload(row.getString("name"), row.getBytes("content")),
                                        row.getObject("effective", LocalDate.class),
                                        row.getObject("applied_at") != null))
                .optional();
    }

    void applied(UUID id) {
        jdbc.sql("update people.import_file set applied_at = :now where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void delete(UUID id, String owner) {
        jdbc.sql("delete from people.import_file where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    /** Forgets the files that waited too long. */
    void forgetOld() {
        jdbc.sql("delete from people.import_file where uploaded_at <= :oldest")
                .param("oldest", clock.instant().minus(LONGEST).atOffset(ZoneOffset.UTC))
                .update();
    }
}
