package org.danaya.mandates.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.danaya.verify.Parsed;
import org.danaya.verify.Verdict;
import org.danaya.verify.mandate.Snapshot;
import org.danaya.verify.mandate.StatusList;
import org.danaya.verify.mandate.TrustedSnapshot;

/**
 * Measures what the status of a large register costs, for {@code bench/run MandateStatusBench}.
 *
 * <p>Of the mandates of 1,000 offices one in ten is below another, 4 % are revoked, 1 % suspended,
 * 1 % lost a power, and a fifth have a limit.
 */
public final class StatusMeasure {

    private static final int ROUNDS = 6;

    private StatusMeasure() {}

    /** Argument: how many mandates. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("danaya-status-bench-");
        try (TestStatus status = new TestStatus(folder)) {
            fill(status, count);
            for (int round = 0; round < ROUNDS; round++) {
                measure(status, count);
            }
        }
        System.exit(0);
    }

    private static void measure(TestStatus status, int count) {
        long start = System.nanoTime();
        WholeStatus whole = WholeStatus.of(status.kit.mandates.whole());
        long folded = System.nanoTime();
        Published published = status.publisher.publish().orElseThrow();
        long end = System.nanoTime();
        byte[] cwt = published.lists().getFirst().cwt();
        long checked = System.nanoTime();
        if (!(Snapshot.read(published.snapshot()) instanceof Parsed.Ok<Snapshot>(Snapshot parts)
                && parts.check(published.anchor()) instanceof Verdict.Valid<TrustedSnapshot>)) {
            throw new AssertionError("a snapshot that isn't good");
        }
        long read = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%,d mandates: fold %,d ms; fold, sign and write %,d ms; list 0: %,d entries, CWT %,d"
                        + " bytes, of which %,d the list; snapshot %,d bytes, read and checked in %,d"
                        + " ms%n",
                count,
                (folded - start) / 1_000_000,
                (end - folded) / 1_000_000,
                Math.min(count, StatusList.MAX_ENTRIES),
                cwt.length,
                whole.lists().getFirst().list().compressed().length,
                published.snapshot().length,
                (read - checked) / 1_000_000);
    }

    private static void fill(TestStatus status, int count) {
        var sql = status.kit.people.jdbc;
        sql.sql(
                        """
                        insert into mandates.office (id, position, structure, powers, scope, depth,
                            basis, from_day, until_day, proposed_by, proposed_at, state, decided_by,
                            decided_at, evidence)
                        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 255,
                            '{}', 3, 'Décret (exemple)', '2025-01-01', '2035-01-01',
                            gen_random_uuid(), '2025-01-01', 'recorded', gen_random_uuid(),
                            '2025-01-02', gen_random_uuid()
                        from generate_series(1, 1000)
                        """)
                .update();
        String columns =
                """
                insert into mandates.mandate (id, code, version, kind, structure, grantor_office,
                    grantor_mandate, person, powers, scope, from_day, until_day, depth, basis,
                    holder, function, home, structure_name, identifier, brief, grantor_name,
                    drafted_by, drafted_at, state, powers_left, ends, changed_at, search)
                select gen_random_uuid(), upper(lpad(translate(to_hex(n), 'ilou', 'xyz0'), 10, '0')),
                    1, 'mandate', gen_random_uuid(), %s, %s, gen_random_uuid(), 7,
                    case when n %% 5 = 0 then array['territory ML', 'matters Exemple'] else '{}' end,
                    '2026-01-01', '2028-01-01', %s, 'Décision (exemple)', 'Exemple', 'Conseiller',
                    'Ministère', 'Ministère', 'exemple', 'ME', 'Ministre', gen_random_uuid(), now(),
                    case when random() < 0.04 then 'revoked' when random() < 0.01 then 'suspended'
                        else 'in-force' end,
                    case when random() < 0.01 then 5 else 7 end, '2028-01-01', now(), 'exemple'
                """;
        int roots = count - count / 10;
        sql.sql(
                        columns.formatted("o.id", "null::uuid", "2")
                                + """
                                from generate_series(1, ?) n
                                join (select id, row_number() over () - 1 as place
                                      from mandates.office) o on o.place = n % 1000
                                order by n
                                """)
                .param(roots)
                .update();
        sql.sql(
                        columns.formatted("null::uuid", "p.id", "0")
                                + """
                                from generate_series(?::int, ?::int) n
                                join mandates.mandate p on p.number = n - ?
                                order by n
                                """)
                .params(roots + 1, count, roots)
                .update();
        sql.sql("analyze mandates.mandate").update();
    }
}
