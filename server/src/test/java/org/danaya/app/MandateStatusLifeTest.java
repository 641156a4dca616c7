package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.status.MandateSeals;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.Freshness;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Remembered;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the whole platform: what changes shows at the edge by itself, under the log's checkpoint. */
class MandateStatusLifeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Mandates mandates = TestPlatform.bean(Mandates.class);
    private final JdbcClient sql = TestPlatform.bean(JdbcClient.class);

    @Test
    void aRevocationShowsAtTheEdge() throws Exception {
        UUID id = inForce();
        // As for any mandate, something happens to it that the publisher hears of.
        UUID account = TestAccounts.with(TestPlatform::bean, Role.COORDINATOR);
        mandates.endings().suspend(id, account, "Exemple");
        mandates.endings().resume(id, account);
        String seal =
                TestPlatform.bean(MandateSeals.class).seal(mandates.register().get(id)).text();
        Anchor pinned = Anchor.parse(eventually("/mandates/anchor.json")).orThrow();
        eventually(seal, pinned, MandateVerdict.Valid.class);
        mandates.endings().revoke(id, account, "Exemple");
        eventually(seal, pinned, MandateVerdict.Revoked.class);
    }

    private static void eventually(
            String seal, Anchor pinned, Class<? extends MandateVerdict> expected) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        MandateVerdict verdict = verdict(seal, pinned);
        while (!expected.isInstance(verdict) && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
            verdict = verdict(seal, pinned);
        }
        assertThat(verdict).isInstanceOf(expected);
    }

    private static MandateVerdict verdict(String seal, Anchor pinned) throws Exception {
        return MandateCheck.offline(
                seal,
                get("/mandates/snapshot").body(),
                pinned,
                Instant.now(),
                Freshness.DEFAULT_LIMIT,
                Remembered.NOTHING);
    }

    private static byte[] eventually(String path) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        HttpResponse<byte[]> answer = get(path);
        while (answer.statusCode() != 200 && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
            answer = get(path);
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        URI address = TestPlatform.edgeAddress().resolve(path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    /** A mandate with its office, as the register has them; its people are nobody. */
    private UUID inForce() {
        UUID office = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        sql.sql(
                        """
                        insert into mandates.office (id, position, structure, powers, scope, depth,
                            basis, from_day, until_day, proposed_by, proposed_at, state, decided_by,
                            decided_at, evidence)
                        values (?, gen_random_uuid(), gen_random_uuid(), 255, '{}', 0,
                            'Décret (exemple)', '2025-01-01', '2099-01-01', gen_random_uuid(),
                            '2025-01-01', 'recorded', gen_random_uuid(), '2025-01-02',
                            gen_random_uuid())
                        """)
                .param(office)
                .update();
        sql.sql(
                        """
                        insert into mandates.mandate (id, code, version, kind, structure,
                            grantor_office, person, powers, scope, from_day, until_day, depth,
                            basis, holder, function, home, structure_name, identifier, brief,
                            grantor_name, drafted_by, drafted_at, state, powers_left, ends,
                            changed_at, search)
                        values (?, 'STATVSTEST', 1, 'mandate', gen_random_uuid(), ?,
                            gen_random_uuid(), 7, '{}', '2025-02-01', '2098-01-01', 0,
                            'Décision (exemple)', 'Exemple', 'Conseiller', 'Ministère', 'Ministère',
                            'exemple', 'ME', 'Ministre', gen_random_uuid(), '2025-01-03',
                            'in-force', 7, '2098-01-01', now(), 'exemple')
                        """)
                .params(id, office)
                .update();
        sql.sql(
                        """
                        insert into mandates.event (mandate, place, kind, at, account, evidence,
                            other, leaf)
                        values
                            (?, 1, 'approved', '2025-01-04', gen_random_uuid(),
                                gen_random_uuid(), null, null),
                            (?, 2, 'signed-for-office', '2025-01-05', gen_random_uuid(),
                                gen_random_uuid(), ?, null),
                            (?, 3, 'effective', '2025-01-06', null, null, null, 0)
                        """)
                .params(id, id, office, id)
                .update();
        return id;
    }
}
