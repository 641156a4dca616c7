package org.danaya.trust.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.danaya.log.Leaves;
import org.danaya.store.TestCluster;
import org.danaya.store.Visit;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.Profiles;
import org.danaya.verify.LeafEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The program, PostgreSQL or both are killed at random while certificates are asked for, approved,
 * issued and revoked. After each round every certificate has its leaf and its approvals and every
 * leaf its certificate, no serial number stands twice, each request is what its certificate says,
 * and nothing that was acknowledged is lost. In the end OCSP and list tell every revocation.
 *
 * <p>{@code -Ddanaya.kill.rounds=100} makes more rounds of it, {@code -Ddanaya.seed} repeats one.
 */
class IssuanceKillTest {

    private static final int ROUNDS = Integer.getInteger("danaya.kill.rounds", 2);
    private static final int ROUNDS_BETWEEN_STATUS = 20;
    private static final int LONGEST_MILLIS = 700;
    private static final long LIMIT_SECONDS = 180;

    @TempDir Path folder;

    private enum Killed {
        PROGRAM,
        SERVER_THEN_PROGRAM,
        BOTH_AT_ONCE
    }

    /** What the victims said that they had committed. */
    private record Acknowledged(
            Set<String> issued,
            Set<Long> revoked,
            Set<UUID> requested,
            Set<UUID> prepared,
            Set<UUID> answered) {

        Acknowledged() {
            this(
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>());
        }

        void add(String line) {
            int space = line.indexOf(' ');
            String what = line.substring(space + 1);
            switch (line.substring(0, space)) {
                case "issued" -> issued.add(what);
                case "revoked" -> revoked.add(Long.parseLong(what));
                case "requested" -> requested.add(UUID.fromString(what));
                case "prepared" -> prepared.add(UUID.fromString(what));
                case "answered" -> answered.add(UUID.fromString(what));
                default -> throw new AssertionError(line);
            }
        }
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws Exception {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("IssuanceKillTest seed " + seed);
        Random random = new Random(seed);
        Path home = folder.resolve("home");
        TestCluster.prepare(home);
        Process first = start(home.toString());
        await(first, "settled");
        assertThat(first.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        Acknowledged said = new Acknowledged();
        Map<Killed, Integer> kills = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            String what = "seed " + seed + ", round " + round;
            Path acknowledged = folder.resolve("acknowledged-" + round);
            Killed killed = Killed.values()[random.nextInt(Killed.values().length)];
            kills.merge(killed, 1, Integer::sum);
            kill(home, acknowledged, killed, random);
            lines(acknowledged).forEach(said::add);
            assertSound(home, said, what);
            if (round == ROUNDS - 1 || round % ROUNDS_BETWEEN_STATUS == ROUNDS_BETWEEN_STATUS - 1) {
                ToldStatus.assertTold(home, said.revoked, what);
            }
        }
        System.out.printf(
                "%s: %d requested, %d prepared, %d issued (%d on request), %d revoked, sound%n",
                kills,
                said.requested.size(),
                said.prepared.size(),
                said.issued.size(),
                said.answered.size(),
                said.revoked.size());
        assertThat(said.issued).isNotEmpty();
    }

    private void kill(Path home, Path acknowledged, Killed killed, Random random) throws Exception {
        Process program =
                start(home.toString(), acknowledged.toString(), Long.toString(random.nextLong()));
        try {
            await(program, "ready");
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            switch (killed) {
                case PROGRAM -> {}
                case SERVER_THEN_PROGRAM -> {
                    TestCluster.killServer(home);
                    Thread.sleep(random.nextInt(LONGEST_MILLIS));
                }
                case BOTH_AT_ONCE -> {
                    program.destroyForcibly();
                    TestCluster.killServer(home);
                }
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private static void assertSound(Path home, Acknowledged said, String what) {
        try (Visit visit = Visit.begin(IssuerPlatform.settings(home))) {
            DataSource source = visit.address().dataSource();
            JdbcClient jdbc = JdbcClient.create(source);
            Set<String> certificates = Certificates.hashes(source);
            assertThat(missing(said.issued, certificates))
                    .as("certificates lost, %s", what)
                    .isEmpty();
            assertThat(
                            missing(
                                    said.revoked,
                                    jdbc.sql("select id from authority.certificate where state = 2")
                                            .query((row, _) -> row.getLong(1))
                                            .set()))
                    .as("revocations lost, %s", what)
                    .isEmpty();
            assertThat(Leaves.of(source, "authority.revoked"))
                    .as("leaves of revocations, %s", what)
                    .hasSize(
                            number(
                                    jdbc,
                                    "select count(*) from authority.certificate where state = 2"));
            assertThat(
                            number(
                                    jdbc,
                                    """
                                    select count(*) - count(distinct serial)
                                    from authority.certificate
                                    """))
                    .as("serial numbers twice, %s", what)
                    .isZero();
            assertRequests(jdbc, said, what);
            assertThat(audit(jdbc, certificates).problems()).as(what).isEmpty();
        }
    }

    private static void assertRequests(JdbcClient jdbc, Acknowledged said, String what) {
        assertThat(missing(said.requested, requests(jdbc, "true")))
                .as("requests lost, %s", what)
                .isEmpty();
        assertThat(missing(said.prepared, requests(jdbc, "state in ('PREPARED', 'ISSUED')")))
                .as("preparations lost, %s", what)
                .isEmpty();
        assertThat(missing(said.answered, requests(jdbc, "state = 'ISSUED'")))
                .as("answers lost, %s", what)
                .isEmpty();
        assertThat(
                        number(
                                jdbc,
                                """
                                select count(*) from authority.request r
                                full join (select * from authority.certificate_body
                                    where request is not null) b on b.request = r.id
                                where (r.state = 'ISSUED') is distinct from (b.request is not null)
                                """))
                .as("requests that aren't what their certificate says, %s", what)
                .isZero();
        assertThat(
                        number(
                                jdbc,
                                """
                                select count(*) from authority.approval a
                                join authority.request r on r.id = a.request
                                where r.state <> 'ISSUED' or r.tbs_sha256 <> a.tbs_sha256
                                """))
                .as("approvals of what isn't issued, %s", what)
                .isZero();
    }

    /** Everything that the log says of issuance, from its first leaf, with every approval. */
    private static IssuanceReport audit(JdbcClient jdbc, Set<String> certificates) {
        Map<String, Integer> asked = new HashMap<>();
        for (Profile profile : Profiles.shipped().all()) {
            asked.put(HexFormat.of().formatHex(profile.digest()), profile.approvals());
        }
        IssuanceAudit audit = new IssuanceAudit(asked);
        jdbc.sql("select id, entry, content from log.leaf order by id")
                .query(
                        row -> {
                            LeafEntry entry = LeafEntry.parse(row.getBytes(2)).orThrow();
                            if (entry.kind().startsWith("authority.")) {
                                audit.take(
                                        row.getLong(1),
                                        entry.kind(),
                                        entry.time(),
                                        Optional.of(
                                                new String(
                                                        row.getBytes(3), StandardCharsets.UTF_8)));
                            }
                        });
        audit.compare(certificates);
        return audit.report();
    }

    private static Set<UUID> requests(JdbcClient jdbc, String condition) {
        return jdbc.sql("select id from authority.request where " + condition)
                .query((row, _) -> row.getObject(1, UUID.class))
                .set();
    }

    private static int number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static <T> Set<T> missing(Set<T> said, Set<T> there) {
        Set<T> missing = new HashSet<>(said);
        missing.removeAll(there);
        return missing;
    }

    private Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledIssuer.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private void await(Process program, String beginning) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (System.nanoTime() < deadline) {
            boolean over = !program.isAlive();
            for (String line :
                    Files.readAllLines(folder.resolve("said"), StandardCharsets.ISO_8859_1)) {
                if (line.startsWith(beginning)) {
                    return;
                }
            }
            if (over) {
                break;
            }
            Thread.sleep(5);
        }
        throw new AssertionError(Files.readString(folder.resolve("said")));
    }

    /** What was said whole: the kill may have cut the last line. */
    private static List<String> lines(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
