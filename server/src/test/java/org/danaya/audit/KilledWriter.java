package org.danaya.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.log.Leaves;
import org.danaya.log.LogFigures;
import org.danaya.log.LogWatch;
import org.danaya.log.NewLeaf;
import org.danaya.store.Store;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A program that is made to be killed: store, log and journal as the platform runs them. It appends
 * leaves and writes acts, both in one transaction, and writes down each that was committed.
 */
final class KilledWriter {

    private static final int WRITERS = 3;
    private static final int MOST_LEAVES = 4;
    private static final long PAUSE_MILLIS = 2;

    private final AnnotationConfigApplicationContext context;
    private final TransactionTemplate transactions;

    private KilledWriter(AnnotationConfigApplicationContext context) {
        this.context = context;
        this.transactions = context.getBean(TransactionTemplate.class);
    }

    /**
     * Arguments: the home, the file of acknowledgements, and a seed; without the last two it
     * publishes and chains what there is, and ends.
     */
    public static void main(String[] arguments) throws Exception {
        Settings settings = KillTest.settings(Path.of(arguments[0]));
        try (Store store = Store.open(settings);
                AnnotationConfigApplicationContext context = context(store, settings)) {
            KilledWriter writer = new KilledWriter(context);
            if (arguments.length == 1) {
                writer.settle();
            } else {
                writer.write(
                        store.home().log().resolve("checkpoint"),
                        Path.of(arguments[1]),
                        Long.parseLong(arguments[2]));
            }
        }
    }

    private static AnnotationConfigApplicationContext context(Store store, Settings settings) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(
                "store",
                Store.class,
                () -> store,
                definition -> ((AbstractBeanDefinition) definition).setDestroyMethodName(""));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(SecureRandom.class, () -> new SecureRandom());
        context.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
        context.registerBean(
                JdbcClient.class, () -> JdbcClient.create(context.getBean(DataSource.class)));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.scan("org.danaya.store", "org.danaya.log");
        context.register(
                EntryTable.class,
                LinkTable.class,
                AnchorTable.class,
                Chainer.class,
                ChainKeeper.class,
                Journal.class,
                Anchors.class);
        context.refresh();
        return context;
    }

    private void write(Path checkpoint, Path acknowledged, long seed) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Random random = new Random(seed + i);
            threads.add(Thread.ofPlatform().start(() -> write(acknowledged, random)));
        }
        while (Files.notExists(checkpoint)
                || Files.notExists(acknowledged)
                || Files.size(acknowledged) == 0) {
            Thread.sleep(PAUSE_MILLIS);
        }
        System.out.println("ready");
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void write(Path acknowledged, Random random) {
        String run = Long.toHexString(random.nextLong());
        try (FileChannel file =
                FileChannel.open(
                        acknowledged, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int round = 0; ; round++) {
                String subject = "house:" + run + "-" + round;
                int leaves = 1 + random.nextInt(MOST_LEAVES);
                if (isCommitted(subject, leaves)) {
                    file.write(
                            ByteBuffer.wrap(
                                    (subject + " " + leaves + "\n")
                                            .getBytes(StandardCharsets.UTF_8)));
                }
                if (random.nextInt(50) == 0) {
                    anchor();
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isCommitted(String subject, int count) {
        List<NewLeaf> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(new NewLeaf("example.act", new byte[200], subject + ":" + i));
        }
        Act act =
                new Act(
                        TestJournal.Deed.BUILT,
                        new Actor.Program("an example"),
                        subject,
                        Act.Outcome.DONE,
                        Map.of("stones", "12"));
        try {
            transactions.executeWithoutResult(
                    _ -> {
                        context.getBean(Leaves.class).append(leaves);
                        context.publishEvent(act);
                    });
            return true;
        } catch (Fault | DataAccessException | TransactionException e) {
            // PostgreSQL was killed: whether it's committed isn't known, so nothing is promised.
            return false;
        }
    }

    private void anchor() {
        try {
            context.getBean(Anchors.class).anchor();
        } catch (Fault | DataAccessException | TransactionException e) {
            // It's done again later.
        }
    }

    private void settle() throws InterruptedException {
        LogWatch watch = context.getBean(LogWatch.class);
        EntryTable entries = context.getBean(EntryTable.class);
        LogFigures figures = watch.figures();
        while (figures.waiting() > 0
                || figures.publishedSize() < figures.placed()
                || entries.waiting(1) > 0) {
            Thread.sleep(PAUSE_MILLIS);
            figures = watch.figures();
        }
        System.out.println("settled " + figures.publishedSize());
    }
}
