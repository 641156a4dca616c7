package org.danaya.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.danaya.audit.AuditSettings;
import org.danaya.audit.CheckReport;
import org.danaya.audit.JournalCheck;
import org.danaya.base.Act;
import org.danaya.base.ActType;
import org.danaya.base.Actor;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.log.LogSettings;
import org.danaya.store.Store;
import org.danaya.store.StoreSettings;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many acts a second the journal takes while its chainer runs, alone in their transactions and
 * a hundred at a time; how far the chain then lags; and how fast the journal is verified.
 *
 * <p>Arguments: seconds for each writing (10 where absent), and how many entries to verify at least
 * (1,000,000 where absent). Goal: verification of hundreds of thousands of entries a second.
 */
public final class JournalBench {

    private static final int WRITERS = 12;
    private static final int TOGETHER = 100;

    private JournalBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        Duration time =
                Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 10);
        long entries = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
        Path home = Files.createTempDirectory("danaya-journal-bench-");
        List<Setting<?>> known =
                Stream.of(StoreSettings.ALL, LogSettings.ALL, AuditSettings.ALL)
                        .flatMap(List::stream)
                        .toList();
        Settings settings = Settings.of(known, Map.of("home", home.toString()));
        try (Store store = Store.open(settings);
                AnnotationConfigApplicationContext context = context(settings, store)) {
            measure(context, time, entries);
        }
    }

    private static void measure(
            AnnotationConfigApplicationContext context, Duration time, long entries)
            throws Exception {
        DataSource source = context.getBean(DataSource.class);
        JdbcClient jdbc = JdbcClient.create(source);
        System.out.printf("acts alone: %,d a second%n", write(context, time, 1));
        System.out.printf("chained %,d ms after the last commit%n", awaitChain(jdbc));
        System.out.printf("acts by the hundred: %,d a second%n", write(context, time, TOGETHER));
        System.out.printf("chained %,d ms after the last commit%n", awaitChain(jdbc));
        while (count(jdbc, "audit.link") < entries) {
            write(context, Duration.ofSeconds(5), TOGETHER);
            awaitChain(jdbc);
        }
        jdbc.sql("vacuum analyze audit.entry").update();
        jdbc.sql("vacuum analyze audit.link").update();
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            CheckReport report = JournalCheck.run(source, _ -> {});
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "verified %,d entries, %s, %,.0f a second%n",
                    report.head().position(),
                    report.sound() ? "sound" : "broken",
                    report.head().position() / seconds);
        }
    }

    private static long write(
            AnnotationConfigApplicationContext context, Duration time, int together) {
        TransactionTemplate transactions = context.getBean(TransactionTemplate.class);
        LongAdder written = new LongAdder();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.execute(
                        () -> {
                            while (System.nanoTime() < end) {
                                transactions.executeWithoutResult(_ -> tell(context, together));
                                written.add(together);
                            }
                        });
            }
        }
        return (long) (written.sum() / ((System.nanoTime() - begin) / 1e9));
    }

    private static void tell(AnnotationConfigApplicationContext context, int acts) {
        for (int i = 0; i < acts; i++) {
            ActType type = () -> "bench.act-told";
            context.publishEvent(
                    new Act(
                            type,
                            new Actor.Person(UUID.randomUUID(), "registrar", "192.0.2.1"),
                            "structure:" + UUID.randomUUID(),
                            Act.Outcome.DONE,
                            Map.of("kind", "ministère", "parent", UUID.randomUUID().toString())));
        }
    }

    private static long awaitChain(JdbcClient jdbc) throws InterruptedException {
        long begin = System.nanoTime();
        while (count(jdbc, "audit.unchained") > 0) {
            Thread.sleep(5);
        }
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static AnnotationConfigApplicationContext context(Settings settings, Store store) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(
                "store",
                Store.class,
                () -> store,
                definition -> ((AbstractBeanDefinition) definition).setDestroyMethodName(""));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(SecureRandom.class, SecureRandom::new);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(
                JdbcClient.class, () -> JdbcClient.create(context.getBean(DataSource.class)));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.scan("org.danaya.store", "org.danaya.log", "org.danaya.audit");
        context.refresh();
        return context;
    }
}
