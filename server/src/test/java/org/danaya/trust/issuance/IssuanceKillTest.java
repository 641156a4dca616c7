package org.danaya.trust.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.crypto.KeySettings;
import org.danaya.log.Leaves;
import org.danaya.log.LogSettings;
import org.danaya.store.StoreSettings;
import org.danaya.store.TestCluster;
import org.danaya.store.Visit;
import org.danaya.trust.authority.AuthoritySettings;
import org.danaya.trust.authority.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The program or PostgreSQL is killed at random while certificates are issued and revoked. After
 * each round every certificate has its leaf and every leaf its certificate, no serial number stands
 * twice, and no revocation that was acknowledged is lost.
 */
class IssuanceKillTest {

    private static final int ROUNDS = Integer.getInteger("danaya.kill.rounds", 2);
    private static final int LONGEST_MILLIS = 700;
    private static final long LIMIT_SECONDS = 180;

    @TempDir Path folder;

    @Test
    void noCertificateIsWithoutItsLeafAndNoRevocationIsLost() throws Exception {
        long seed = Long.getLong("danaya.kill.seed", System.nanoTime());
        System.out.println("IssuanceKillTest seed " + seed);
        Random random = new Random(seed);
        Path home = folder.resolve("home");
        TestCluster.prepare(home);
        Process first = start(home.toString());
        await(first, "settled");
        assertThat(first.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        Set<String> issued = new HashSet<>();
        Set<Long> revoked = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Path acknowledged = folder.resolve("acknowledged-" + round);
            kill(home, acknowledged, random.nextBoolean(), random);
            for (String line : lines(acknowledged)) {
                String what = line.substring(line.indexOf(' ') + 1);
                if (line.startsWith("issued ")) {
                    issued.add(what);
                } else {
                    revoked.add(Long.parseLong(what));
                }
            }
            assertSound(home, issued, revoked, "seed " + seed + ", round " + round);
        }
        System.out.println(issued.size() + " issued, " + revoked.size() + " revoked, sound");
        assertThat(issued).isNotEmpty();
    }

    /** The settings of a home for the parts that a victim runs. */
    static Settings settings(Path home) {
        List<Setting<?>> known =
                Stream.of(
                                StoreSettings.ALL,
                                LogSettings.ALL,
                                KeySettings.ALL,
                                AuthoritySettings.ALL)
                        .flatMap(List::stream)
                        .toList();
        return Settings.of(known, Map.of("home", home.toString()));
    }

    private void kill(Path home, Path acknowledged, boolean server, Random random)
            throws Exception {
        Process program =
                start(home.toString(), acknowledged.toString(), Long.toString(random.nextLong()));
        try {
            await(program, "ready");
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            if (server) {
                TestCluster.killServer(home);
                Thread.sleep(random.nextInt(LONGEST_MILLIS));
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private static void assertSound(Path home, Set<String> issued, Set<Long> revoked, String what) {
        try (Visit visit = Visit.begin(settings(home))) {
            DataSource source = visit.address().dataSource();
            Set<String> certificates = Certificates.hashes(source);
            Set<String> lost = new HashSet<>(issued);
            lost.removeAll(certificates);
            assertThat(lost).as("certificates lost, %s", what).isEmpty();
            assertThat(leaves(source)).as("leaves, %s", what).isEqualTo(certificates);
            JdbcClient jdbc = JdbcClient.create(source);
            Set<Long> standing = new HashSet<>(revoked);
            jdbc.sql("select id from authority.certificate where state = 2")
                    .query((row, _) -> row.getLong(1))
                    .list()
                    .forEach(standing::remove);
            assertThat(standing).as("revocations lost, %s", what).isEmpty();
            assertThat(Leaves.of(source, "authority.revoked"))
                    .as("leaves of revocations, %s", what)
                    .hasSizeGreaterThanOrEqualTo(revoked.size());
            assertThat(
                            jdbc.sql(
                                            """
                                            select count(*) - count(distinct serial)
                                            from authority.certificate
                                            """)
                                    .query(Long.class)
                                    .single())
                    .as("serial numbers twice, %s", what)
                    .isZero();
        }
    }

    private static Set<String> leaves(DataSource source) {
        Set<String> hashes = new HashSet<>();
        for (Leaves.Told told : Leaves.of(source, "authority.issued")) {
            String text = ((Leaves.Told.Opened) told).text();
            IssuanceLeaf leaf = IssuanceLeaf.parse("authority.issued", text).orElseThrow();
            assertThat(hashes.add(((IssuanceLeaf.Issued) leaf).certificate())).isTrue();
        }
        return hashes;
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
            for (String line : Files.readAllLines(folder.resolve("said"))) {
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
