package org.danaya.people.files;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.form.Upload;
import org.danaya.people.PeopleFault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code people.import_file}: files between their preview and their confirmation. */
@Component
class ImportTable {

    /** How long a file waits. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final int LONGEST_NAME = 120;

    /**
     * A file.
     *
     * @param kind what it is about: {@code structures}, {@code persons}, {@code positions}
     */
    record Waiting(
            UUID id, String kind, Upload file, @Nullable LocalDate effective, boolean applied) {

        /** A file that was just uploaded; its name is only shown. */
        static Waiting of(UUID id, String kind, Upload sent, @Nullable LocalDate effective) {
            String line = sent.name().replaceAll("\\p{Cntrl}+", " ").strip();
            String name = line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME);
            return new Waiting(id, kind, new Upload(name, sent.bytes()), effective, false);
        }

        /** The hash of its content, for the journal. */
        String sha256() {
            return Sha256.hexOf(file.bytes());
        }
    }

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
                            (id, owner, kind, uploaded_at, name, content, effective)
                        values (:id, :owner, :kind, :now, :name, :content, :effective)
                        """)
                .param("id", file.id())
                .param("owner", owner())
                .param("kind", file.kind())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("name", file.file().name())
                .param("content", file.file().bytes())
                .param("effective", file.effective())
                .update();
    }

    /** A file, held until the end of the transaction, so that it is imported once. */
    Optional<Waiting> lock(UUID id, String kind) {
        return jdbc.sql(
                        """
                        select * from people.import_file
                        where id = :id and owner = :owner and kind = :kind
                        and uploaded_at > :oldest
                        for update
                        """)
                .param("id", id)
                .param("owner", owner())
                .param("kind", kind)
                .param("oldest", clock.instant().minus(LONGEST).atOffset(ZoneOffset.UTC))
                .query(
                        (row, _) ->
                                new Waiting(
                                        row.getObject("id", UUID.class),
                                        row.getString("kind"),
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

    void delete(UUID id) {
        jdbc.sql("delete from people.import_file where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner())
                .update();
    }

    /** Forgets the files that waited too long. */
    void forgetOld() {
        jdbc.sql("delete from people.import_file where uploaded_at <= :oldest")
                .param("oldest", clock.instant().minus(LONGEST).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who goes on with a file: the same account, whatever its address and role then. */
    private static String owner() {
        return switch (Actor.current()) {
            case Actor.Person(UUID account, String _, String _) -> "person:" + account;
            case Actor.Key(UUID id, String _) -> "key:" + id;
            case Actor.Operator(String user) -> "operator:" + user;
            case Actor.Program(String part) -> "program:" + part;
            case Actor.Stranger _ -> throw new Fault(PeopleFault.IMPORT_UNKNOWN);
        };
    }
}
