package org.danaya.trust.authority;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code authority.approval}. */
final class ApprovalTable {

    private final JdbcClient jdbc;

    ApprovalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID request, Approval approval) {
        jdbc.sql(
                        """
                        insert into authority.approval
                            (request, approver, tbs_sha256, assertion, approved_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (request, approver) do update
                            set tbs_sha256 = excluded.tbs_sha256, assertion = excluded.assertion,
                                approved_at = excluded.approved_at
                        """)
                .params(
                        request,
                        approval.approver(),
                        approval.tbsSha256(),
                        approval.assertion(),
                        approval.at().atOffset(ZoneOffset.UTC))
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
                                        row.getTimestamp("approved_at").toInstant()))
                .list();
    }

    /** An approval of one exact TBSCertificate; the assertion is kept by {@code signin}. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Approval(UUID approver, byte[] tbsSha256, UUID assertion, Instant at) {}
}
