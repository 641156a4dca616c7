package org.danaya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.danaya.base.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More who ask for a connection than there are connections. */
class GuardedDataSourceTest {

    private static final int CONNECTIONS = 2;
    private static final int CROWD = 64;

    /** For a connection that is to come. */
    private static final Duration LONG = Duration.ofMinutes(2);

    /** For one that never comes. */
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir Path folder;

    @Test
    void whoComesFirstIsServedFirst() throws Exception {
        try (DiskGuard guard = guard();
                GuardedDataSource source = source(guard, pool())) {
            List<Integer> served = new CopyOnWriteArrayList<>();
            List<Thread> crowd = new ArrayList<>();
            Connection first = source.getConnection();
            try (Connection _ = source.getConnection()) {
                for (int i = 0; i < CROWD; i++) {
                    int number = i;
                    crowd.add(Thread.ofVirtual().start(() -> ask(source, number, served)));
                    until(source, i + 1);
                }
                // With one connection they are served one by one, so the order shows.
                first.close();
                for (Thread each : crowd) {
                    each.join();
                }
            }
            assertThat(served).isSorted().hasSize(CROWD);
        }
    }

    @Test
    void aSteadyCrowdIsServedWhole() throws Exception {
        try (DiskGuard guard = guard();
                GuardedDataSource source = source(guard, pool())) {
            AtomicInteger done = new AtomicInteger();
            List<Thread> crowd = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                crowd.add(
                        Thread.ofVirtual()
                                .start(
                                        () -> {
                                            for (int turn = 0; turn < 20; turn++) {
                                                ask(source, turn, new ArrayList<>());
                                                done.incrementAndGet();
                                            }
                                        }));
            }
            for (Thread each : crowd) {
                each.join();
            }
            assertThat(done).hasValue(CROWD * 20);
        }
    }

    @Test
    void whoWaitsTooLongIsToldThatItIsBusy() throws Exception {
        try (DiskGuard guard = guard();
                HikariDataSource pool = pool();
                GuardedDataSource source = source(guard, pool)) {
            Connection first = source.getConnection();
            try (Connection _ = source.getConnection()) {
                pool.setConnectionTimeout(SHORT.toMillis());
                assertThatThrownBy(source::getConnection)
                        .isInstanceOfSatisfying(
                                Fault.class,
                                fault -> assertThat(fault.code()).isEqualTo(StoreFault.BUSY));
                first.close();
                first.close();
                pool.setConnectionTimeout(LONG.toMillis());
                try (Connection _ = source.getConnection()) {
                    pool.setConnectionTimeout(SHORT.toMillis());
                    assertThatThrownBy(source::getConnection)
                            .as("a connection closed twice is given back once")
                            .isInstanceOf(Fault.class);
                }
            }
        }
    }

    private static void ask(GuardedDataSource source, int number, List<Integer> served) {
        try (Connection connection = source.getConnection()) {
            served.add(number);
            connection.createStatement().execute("select 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(GuardedDataSource source, int waiting) throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (source.waiting() < waiting) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.sleep(1);
        }
    }

    private DiskGuard guard() {
        return DiskGuard.start(Home.open(folder.resolve("home")), 0);
    }

    private static HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestDatabase.empty().dataSource());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(LONG.toMillis());
        return new HikariDataSource(config);
    }

    private static GuardedDataSource source(DiskGuard guard, HikariDataSource pool) {
        return new GuardedDataSource(pool, guard, new SqlFaults(guard));
    }
}
