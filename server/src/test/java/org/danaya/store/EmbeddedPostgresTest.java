package org.danaya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.danaya.base.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir Path folder;

    @Test
    void aKilledServerIsThereAgainOnTheSamePort() throws Exception {
        Home home = TestHome.fresh(folder);
        ClusterProcesses processes = new ClusterProcesses(PostgresCluster.folder(home));
        try (EmbeddedPostgres server = TestHome.start(home)) {
            String url = server.address().url();
            // Without this file no server starts: it stays away for as long as we look.
            Path control = PostgresCluster.folder(home).resolve("global/pg_control");
            Path aside = Files.move(control, folder.resolve("pg_control"));
            ClusterProcesses.signal("KILL", processes.server().orElseThrow().pid());
            until(() -> server.state() instanceof DatabaseState.Restarting);
            Files.move(aside, control);
            until(() -> server.state() instanceof DatabaseState.Up);
            assertThat(server.address().url()).isEqualTo(url);
            assertThat(setting(server, "server_version")).startsWith("18");
            assertThat(EmbeddedPostgres.running(home).orElseThrow().url()).isEqualTo(url);
        }
        assertThat(processes.all()).isEmpty();
        assertThat(EmbeddedPostgres.running(home)).isEmpty();
    }

    @Test
    void whatDurabilityRestsOnIsOn() throws Exception {
        try (EmbeddedPostgres server = TestHome.start(TestHome.fresh(folder))) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "full_page_writes")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "data_checksums")).isEqualTo("on");
            assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void whatAnInterruptedStartLeftBlocksNothing() throws Exception {
        Home home = Home.open(folder);
        Files.createDirectories(home.data().resolve("cluster.new/base"));
        Files.writeString(home.data().resolve("cluster.new/PG_VERSION"), "18");
        Files.createDirectories(home.data().resolve("postgres-abc.new/bin"));
        Files.writeString(home.keys().resolve("database.password"), "of a cluster never finished");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
        assertThat(home.data().resolve("cluster.new")).doesNotExist();
        assertThat(home.data().resolve("postgres-abc.new")).doesNotExist();
    }

    @Test
    void aStalePidFileWhoseNumberAnotherProcessGotBlocksNothing() throws Exception {
        Home home = TestHome.fresh(folder);
        String self = Long.toString(ProcessHandle.current().pid());
        Path file = PostmasterFile.of(PostgresCluster.folder(home));
        Files.writeString(file, self + "\n" + file.getParent() + "\n1\n5432\n\n127.0.0.1\n");
        try (EmbeddedPostgres server = TestHome.start(home)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
        Files.writeString(file, "no number");
        try (EmbeddedPostgres server = TestHome.start(home)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void anOrphanServerIsStoppedAndReplaced() throws Exception {
        Home home = TestHome.fresh(folder);
        try (EmbeddedPostgres orphan = TestHome.start(home)) {
            String before = orphan.address().url();
            try (EmbeddedPostgres server = TestHome.start(home)) {
                assertThat(server.address().url()).isNotEqualTo(before);
                assertThat(setting(server, "fsync")).isEqualTo("on");
            }
        }
    }

    @Test
    void aServerThatComesTooLateTouchesNothing() throws Exception {
        Home home = TestHome.fresh(folder);
        PostgresCluster cluster = new PostgresCluster(home, TestDatabase.binaries());
        try (EmbeddedPostgres server = TestHome.start(home)) {
            Path file = PostmasterFile.of(PostgresCluster.folder(home));
            String before = Files.readString(file);
            Process late = cluster.server(PostgresTuning.DEFAULT.options(1)).start();
            assertThat(late.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(late.exitValue()).isEqualTo(PostgresCluster.LOCKED);
            assertThat(file).hasContent(before);
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
    }

    /** What a program leaves that is killed just after it asked for its server. */
    @Test
    void aServerThatIsJustBecomingOneIsStoppedAndReplaced() throws Exception {
        Home home = TestHome.fresh(folder);
        PostgresCluster cluster = new PostgresCluster(home, TestDatabase.binaries());
        ClusterProcesses processes = new ClusterProcesses(PostgresCluster.folder(home));
        for (int round = 0; round < 4; round++) {
            Process unseen = cluster.server(PostgresTuning.DEFAULT.options(0)).start();
            try (EmbeddedPostgres server = TestHome.start(home)) {
                assertThat(setting(server, "fsync")).isEqualTo("on");
                assertThat(unseen.waitFor(2, TimeUnit.MINUTES)).isTrue();
                assertThat(setting(server, "fsync")).isEqualTo("on");
                assertThat(processes.server()).isPresent();
            }
        }
    }

    @Test
    void aClusterOfAnotherVersionIsRefused() throws Exception {
        Home home = TestHome.fresh(folder);
        Files.writeString(PostgresCluster.folder(home).resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> TestHome.start(home))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(StoreFault.CLUSTER_VERSION));
    }

    @Test
    void aServerThatCannotStartSaysWhy() throws Exception {
        Home home = TestHome.fresh(folder);
        Files.delete(PostgresCluster.folder(home).resolve("global/pg_control"));
        assertThatThrownBy(() -> TestHome.start(home))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo(StoreFault.POSTGRES_FAILED);
                            assertThat(fault.facts().getFirst().toString()).contains("pg_control");
                        });
    }

    @Test
    void restartsAreSpacedOutAndNeverGivenUp() {
        assertThat(EmbeddedPostgres.pause(0)).isEqualTo(Duration.ZERO);
        assertThat(EmbeddedPostgres.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(EmbeddedPostgres.pause(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(EmbeddedPostgres.pause(1000)).isEqualTo(Duration.ofSeconds(30));
    }

    private static String setting(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection connection = server.address().dataSource().getConnection();
                ResultSet row = connection.createStatement().executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.sleep(1);
        }
    }
}
