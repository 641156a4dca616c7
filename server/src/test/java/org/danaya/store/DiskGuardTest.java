package org.danaya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A disk that really fills up: a small one in memory, which only root can mount. */
class DiskGuardTest {

    private static final String PAYLOAD = "x".repeat(7000);

    @TempDir Path disk;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(PostgresCommand.isRoot(), "mounting a small disk needs root");
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=320m", "tmpfs", disk.toString()) == 0,
                "this root may not mount a small disk");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "--lazy", disk.toString());
    }

    @Test
    void belowTheReserveNothingIsWrittenAndReadingGoesOn() throws Exception {
        try (Stand stand = new Stand("64m")) {
            stand.write();
            Path filler = fill(40L << 20);
            until(() -> stand.store.disk() instanceof DiskState.Full);
            assertDiskFull(stand::write);
            assertDiskFull(() -> stand.template.update("insert into written values (2)"));
            assertThat(stand.count()).isEqualTo(1);
            Files.delete(filler);
            until(() -> stand.store.disk() instanceof DiskState.Roomy);
            stand.write();
            assertThat(stand.count()).isEqualTo(2);
        }
    }

    @Test
    void aDiskThatIsFullToTheLastByteLosesNothingAndRecoversByItself() throws Exception {
        try (Stand stand = new Stand("0")) {
            stand.write();
            Path filler = fill(0);
            int written = 1;
            Fault refusal = null;
            for (int i = 0; i < 20_000 && refusal == null; i++) {
                try {
                    stand.write();
                    written++;
                } catch (Fault e) {
                    refusal = e;
                }
            }
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isIn(StoreFault.DISK_FULL, StoreFault.OUTCOME_UNKNOWN);
            Files.delete(filler);
            until(
                    () -> {
                        try {
                            stand.write();
                            return true;
                        } catch (Fault e) {
                            return false;
                        }
                    });
            assertThat(stand.count()).isBetween((long) written + 1, (long) written + 2);
        }
    }

    @Test
    void aTransactionThatBeganOnAFullDiskIsRefusedAsSuchEvenWhenRoomCameBack() throws Exception {
        try (Stand stand = new Stand("64m")) {
            stand.write();
            Path filler = fill(40L << 20);
            until(() -> stand.store.disk() instanceof DiskState.Full);
            assertDiskFull(
                    () ->
                            stand.transactions.executeWithoutResult(
                                    _ -> {
                                        stand.count();
                                        makeRoom(filler, stand.store);
                                        stand.insert();
                                    }));
            stand.write();
            assertThat(stand.count()).isEqualTo(2);
        }
    }

    /** A store on the small disk, with the pool and the transactions that modules get. */
    private final class Stand implements AutoCloseable {

        final Store store;
        final GuardedDataSource source;
        final JdbcTemplate template;
        final TransactionTemplate transactions;

        Stand(String reserve) throws Exception {
            Path home = disk.resolve("home");
            TestHome.fresh(home);
            Settings settings =
                    Settings.of(
                            StoreSettings.ALL,
                            Map.of("home", home.toString(), "store.disk-reserve", reserve));
            store = Store.open(settings);
            SqlFaults faults = new SqlFaults(store.guard());
            HikariConfig config = new HikariConfig();
            config.setDataSource(store.address().dataSource());
            config.setMaximumPoolSize(2);
            config.setConnectionTimeout(Duration.ofMinutes(2).toMillis());
            source = new GuardedDataSource(new HikariDataSource(config), store.guard(), faults);
            template = new JdbcTemplate(source);
            template.setExceptionTranslator(faults);
            transactions = new TransactionTemplate(new StoreTransactions(source, faults));
            template.execute("create table written (number int, payload text)");
            template.execute("alter table written alter payload set storage external");
        }

        void write() {
            transactions.executeWithoutResult(_ -> insert());
        }

        void insert() {
            template.update("insert into written values (1, ?)", PAYLOAD);
        }

        Long count() {
            return template.queryForObject("select count(*) from written", Long.class);
        }

        @Override
        public void close() {
            source.close();
            store.close();
        }
    }

    /** Fills the disk until this much is left. */
    private Path fill(long left) throws IOException {
        Path filler = disk.resolve("filler");
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(disk).getUsableSpace() > left) {
                out.write(block);
            }
        } catch (IOException e) {
            if (left > 0) {
                throw e;
            }
        }
        return filler;
    }

    private static void makeRoom(Path filler, Store store) {
        try {
            Files.delete(filler);
            until(() -> store.disk() instanceof DiskState.Roomy);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertDiskFull(Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(StoreFault.DISK_FULL));
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
