package org.danaya.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.danaya.base.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs and servers killed at any moment: what was acknowledged is there afterwards. */
class KillTest {

    private static final int KILLS = 10;

    @TempDir Path home;

    @Test
    void nothingAcknowledgedIsLostByKilling() throws Exception {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("KillTest seed " + seed);
        Random random = new Random(seed);
        TestHome.fresh(home);
        Set<Long> acknowledged = new HashSet<>();
        long next = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildProgram writer =
                    ChildProgram.start(
                            List.of(), KilledWriter.class, home.toString(), Long.toString(next))) {
                writer.await(line -> line.startsWith("wrote"));
                Thread.sleep(random.nextInt(300));
                if (kill % 2 == 1) {
                    killOneOfPostgres(random);
                    String last = writer.lines().getLast();
                    writer.await(
                            line -> line.startsWith("wrote") && number(line) > number(last) + 20);
                }
                writer.kill();
                writer.lines().stream()
                        .filter(line -> line.startsWith("wrote"))
                        .forEach(line -> acknowledged.add(number(line)));
                next = acknowledged.stream().mapToLong(Long::longValue).max().orElseThrow() + 1000;
            }
        }
        assertThat(written()).as("seed %d", seed).containsAll(acknowledged);
        assertThat(new ClusterProcesses(PostgresCluster.folder(Home.at(home))).all()).isEmpty();
    }

    private void killOneOfPostgres(Random random) throws Exception {
        List<ProcessHandle> all = new ClusterProcesses(PostgresCluster.folder(Home.at(home))).all();
        ClusterProcesses.signal("KILL", all.get(random.nextInt(all.size())).pid());
    }

    private Set<Long> written() throws Exception {
        Set<Long> numbers = new HashSet<>();
        try (Store store =
                        Store.open(
                                Settings.of(StoreSettings.ALL, Map.of("home", home.toString())));
                Connection connection = store.address().dataSource().getConnection();
                ResultSet rows =
                        connection.createStatement().executeQuery("select number from written")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    private static long number(String line) {
        return line.startsWith("wrote") ? Long.parseLong(line.substring("wrote ".length())) : 0;
    }
}
