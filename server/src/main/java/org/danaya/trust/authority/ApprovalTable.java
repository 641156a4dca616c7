package org.danaya.trust.authority;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.people.Basis;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code authority.approval}. */
final class ApprovalTable {

    private final JdbcClient jdbc;

    ApprovalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One assertion's approvals: of each request, and of what it is about. */
    void insert(
            UUID approver,
            UUID assertion,
            Optional<Basis> basis,
            Instant at,
            List<UUID> requests,
            List<byte[]> hashes) {
        jdbc.sql(
                        """
                        insert into authority.approval
                            (request, approver, tbs_sha256, assertion, approved_at, basis)
                        select request, ?, sha256, ?, ?, ?
                        from unnest(?::uuid[], ?::bytea[]) as given (request, sha256)
                        on conflict (request, approver) do update
                            set tbs_sha256 = excluded.tbs_sha256, assertion = excluded.assertion,
                                approved_at = excluded.approved_at, basis = excluded.basis
                        """)
                .params(
                        approver,
                        assertion,
                        at.atOffset(ZoneOffset.UTC),
                        basis.map(Basis::column).orElse(Basis.NONE),
                        requests.toArray(UUID[]::new),
                        hashes.toArray(byte[][]::new))
                .update();
    }

    /** All that were given, also for what was prepared earlier. */
    List<Approval> of(UUID request) {
        return jdbc.sql(
                        """
                        select * from authority.approval where request = ? order by approved_at
                        """)
                .param(request)
                .query(
                        (row, _) ->
                                new Approval(
                                        row.getObject("approver", UUID.class),
                                        row.getBytes("tbs_sha256"),
                                        row.getObject("assertion", UUID.class),
                                        row.getTimestamp("approved_at").toInstant(),
                                        Basis.read(row.getString("basis"))))
                .list();
    }

    /** The least number of approvals that any of some requests has for what is prepared now. */
    int least(List<UUID> requests) {
        return jdbc.sql(
                        """
                        select coalesce(min(given), 0) from (
                            select count(a.approver) as given
                            from authority.request r
                            left join authority.approval a
                                on a.request = r.id and a.tbs_sha256 = r.tbs_sha256
                            where r.id = any (?) group by r.id) as each
                        """)
                .param(requests.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /** An approval of one exact TBSCertificate; the assertion is kept by {@code signin}. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Approval(
            UUID approver, byte[] tbsSha256, UUID assertion, Instant at, Optional<Basis> basis) {}
}
