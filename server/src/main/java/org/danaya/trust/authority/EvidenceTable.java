package org.danaya.trust.authority;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Hex;
import org.danaya.base.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code authority.evidence} and {@code authority.identity_check}. */
final class EvidenceTable {

    private final JdbcClient jdbc;

    EvidenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A check that somebody did. */
    record Done(IdentityCheck check, UUID by, Instant at) {}

    void insert(UUID request, Evidence evidence, byte[] content) {
        jdbc.sql(
                        """
                        insert into authority.evidence
                            (id, request, kind, name, sha256, content, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        evidence.id(),
                        request,
                        evidence.kind(),
                        evidence.name(),
                        evidence.sha256(),
                        content,
                        evidence.addedBy(),
                        evidence.addedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Evidence> of(UUID request) {
        return of(List.of(request)).getOrDefault(request, List.of());
    }

    /** The files of those requests that have any. */
    Map<UUID, List<Evidence>> of(List<UUID> requests) {
        Map<UUID, List<Evidence>> files = new HashMap<>();
        jdbc.sql(
                        """
                        select request, id, kind, name, sha256, octet_length(content) as bytes,
                               added_by, added_at
                        from authority.evidence where request = any (?) order by id
                        """)
                .param(requests.toArray(UUID[]::new))
                .query(
                        row -> {
                            files.computeIfAbsent(
                                            row.getObject("request", UUID.class),
                                            _ -> new ArrayList<>())
                                    .add(evidence(row));
                        });
        return files;
    }

    Optional<byte[]> content(UUID request, UUID id) {
        return jdbc.sql("select content from authority.evidence where request = ? and id = ?")
                .params(request, id)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    void check(List<UUID> requests, List<IdentityCheck> checks, UUID by, Instant at) {
        jdbc.sql(
                        """
                        insert into authority.identity_check (request, kind, checked_by, checked_at)
                        select request, kind, ?, ?
                        from unnest(?::uuid[]) request, unnest(?::text[]) kind
                        on conflict do nothing
                        """)
                .params(
                        by,
                        at.atOffset(ZoneOffset.UTC),
                        requests.toArray(UUID[]::new),
                        checks.stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    List<Done> checks(UUID request) {
        return checks(List.of(request)).getOrDefault(request, List.of());
    }

    /** The checks of those requests that have any. */
    Map<UUID, List<Done>> checks(List<UUID> requests) {
        Map<UUID, List<Done>> checks = new HashMap<>();
        jdbc.sql("select * from authority.identity_check where request = any (?) order by kind")
                .param(requests.toArray(UUID[]::new))
                .query(
                        row -> {
                            checks.computeIfAbsent(
                                            row.getObject("request", UUID.class),
                                            _ -> new ArrayList<>())
                                    .add(
                                            new Done(
                                                    IdentityCheck.valueOf(row.getString("kind")),
                                                    row.getObject("checked_by", UUID.class),
                                                    row.getTimestamp("checked_at").toInstant()));
                        });
        return checks;
    }

    /** SHA-256 over a line for each file and each check, in the order of their names. */
    static byte[] digest(List<Evidence> files, List<Done> checks) {
        StringBuilder lines = new StringBuilder("danaya evidence v1\n");
        files.stream()
                .map(file -> "file " + file.kind() + " " + Hex.of(file.sha256()) + "\n")
                .sorted()
                .forEach(lines::append);
        checks.stream()
                .map(
                        done ->
                                "check "
                                        + done.check().code()
                                        + " "
                                        + done.by()
                                        + " "
                                        + done.at()
                                        + "\n")
                .sorted()
                .forEach(lines::append);
        return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("name"),
                row.getBytes("sha256"),
                row.getLong("bytes"),
                row.getObject("added_by", UUID.class),
                row.getTimestamp("added_at").toInstant());
    }
}
