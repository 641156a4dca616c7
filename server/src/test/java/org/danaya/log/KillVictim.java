package org.danaya.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyFolder;
import org.danaya.store.Migrations;
import org.danaya.store.Store;
import org.danaya.store.StoreSettings;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process of its own that appends and publishes until it is killed. It writes each reference to
 * the file of acknowledgements once its commit has returned.
 */
final class KillVictim {

    private KillVictim() {}

    /**
     * Arguments: the home, the file of acknowledgements, a seed, and {@code settle} to end well.
     */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Path acknowledged = Path.of(arguments[1]);
        Random random = new Random(Long.parseLong(arguments[2]));
        Settings settings = Settings.of(StoreSettings.ALL, Map.of("home", home.toString()));
        try (Store store = Store.open(settings)) {
            PGSimpleDataSource source = store.address().dataSource();
            Migrations.run(source);
            JdbcClient jdbc = JdbcClient.create(source);
            TransactionTemplate transactions =
                    new TransactionTemplate(new JdbcTransactionManager(source));
            SequencerTools tools =
                    new SequencerTools(
                            source,
                            TestLog.ORIGIN,
                            new KeyFolder(store.home().keys()),
                            new LogFolder(store.home().log(), Disk.REAL),
                            UnaryOperator.identity(),
                            Cosigner.CosignOutcome.Cosigned::new,
                            new Publications(jdbc, transactions, _ -> {}),
                            () -> true,
                            store.home().restored(),
                            Clock.systemUTC(),
                            64,
                            Duration.ofHours(1));
            Sequencer sequencer = sequencer(tools);
            if (arguments.length > 3) {
                settle(sequencer);
                check(jdbc, new PublicLog(jdbc, tools.folder()), acknowledged);
                return;
            }
            Thread appender =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> append(jdbc, transactions, acknowledged, random));
            while (appender.isAlive()) {
                sequencer.cycle();
            }
        }
    }

    private static Sequencer sequencer(SequencerTools tools) throws InterruptedException {
        SequencerStart start = new SequencerStart(tools, new LeafMaker(new SecureRandom()));
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline) {
            switch (start.start()) {
                case SequencerStart.Started.Running(Sequencer sequencer) -> {
                    return sequencer;
                }
                case SequencerStart.Started.Halted(Halt halt) ->
                        throw new AssertionError(halt.toString());
                case SequencerStart.Started.Standby() -> Thread.sleep(50);
            }
        }
        throw new AssertionError("the lock of the killed sequencer is never freed");
    }

    private static void append(
            JdbcClient jdbc, TransactionTemplate transactions, Path acknowledged, Random random) {
        Leaves leaves =
                new Leaves(jdbc, Clock.systemUTC(), new SecureRandom(), LogMetrics.unread());
        String run = Long.toHexString(random.nextLong());
        try (FileChannel file =
                FileChannel.open(
                        acknowledged, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int round = 0; ; round++) {
                List<NewLeaf> batch = new ArrayList<>();
                StringBuilder lines = new StringBuilder();
                for (int i = 0, many = 1 + random.nextInt(100); i < many; i++) {
                    String reference = "kill:" + run + ":" + round + ":" + i;
                    batch.add(TestLog.leaf(reference));
                    lines.append(reference).append('\n');
                }
                transactions.executeWithoutResult(_ -> leaves.append(batch));
                file.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
                if (round == 0) {
                    System.out.println("ready");
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void settle(Sequencer sequencer) {
        while (!(sequencer.cycle() instanceof Sequencer.Cycle.Idle)) {
            // One more turn.
        }
        sequencer.close();
    }

    private static void check(JdbcClient jdbc, PublicLog log, Path acknowledged)
            throws IOException {
        long published = log.latest().orElseThrow().checkpoint().size();
        LeafTable leaves = new LeafTable(jdbc);
        List<String> references =
                Files.exists(acknowledged) ? Files.readAllLines(acknowledged) : List.of();
        for (String reference : references) {
            LeafTable.Found found =
                    leaves.byReference(reference)
                            .orElseThrow(() -> new AssertionError(reference + " is lost"));
            Long index = found.index();
            if (index == null || index >= published) {
                throw new AssertionError(reference + " isn't published: " + index);
            }
        }
        if (!(new Fsck(jdbc, log, 2).run(_ -> {}) instanceof Fsck.Outcome.Sound(long size, _, _))) {
            throw new AssertionError("fsck finds a difference");
        }
        System.out.println("sound " + size + " " + references.size());
    }
}
