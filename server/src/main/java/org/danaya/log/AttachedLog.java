package org.danaya.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyFolder;
import org.danaya.log.disk.Disk;
import org.danaya.log.disk.LogFolder;
import org.danaya.store.Visit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log for one command, whether the platform runs or not. */
public final class AttachedLog implements AutoCloseable {

    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int ATTEMPTS = 5;

    private final Visit visit;
    private final DataSource source;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final LogFolder folder;

    private AttachedLog(Visit visit) {
        this.visit = visit;
        this.source = visit.address().dataSource();
        this.pool = pool(source);
        this.jdbc = JdbcClient.create(pool);
        this.folder = new LogFolder(visit.home().log(), Disk.REAL);
    }

    /**
     * Finds the log of a home.
     *
     * @throws Fault {@link LogFault#NOT_BEGUN}, and what {@link Visit#begin} throws
     */
    public static AttachedLog to(Settings settings) {
        AttachedLog log = new AttachedLog(Visit.begin(settings));
        boolean begun = false;
        try {
            log.visit.migrate();
            begun =
                    log.jdbc
                                    .sql("select to_regclass('log.identity') is not null")
                                    .query(Boolean.class)
                                    .single()
                            && log.identity().read().isPresent();
        } finally {
            if (!begun) {
                log.close();
            }
        }
        if (!begun) {
            throw new Fault(LogFault.NOT_BEGUN);
        }
        return log;
    }

    /** Whether a program runs on the installation. */
    public boolean isRunning() {
        return visit.isRunning();
    }

    /** What the log shows of itself. */
    public PublicLog publicLog() {
        return new PublicLog(jdbc, folder);
    }

    /** The database, for a module that compares its own records with the log. */
    public DataSource database() {
        return pool;
    }

    /** How the log is. */
    public LogFigures figures() {
        return LogFigures.read(jdbc);
    }

    /** Proofs and openings. */
    public LogProofs proofs() {
        return new LogProofs(jdbc, publicLog());
    }

    /** A check of the whole log, on all processors. */
    public Fsck fsck() {
        return new Fsck(jdbc, publicLog(), Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Takes the sequencer's lock for a recovery.
     *
     * @throws Fault {@link LogFault#RUNNING} where a sequencer has it
     */
    public Recovery recovery(Clock clock) {
        LockedDatabase locked =
                LockedDatabase.lock(source).orElseThrow(() -> new Fault(LogFault.RUNNING));
        return new Recovery(tools(clock), locked);
    }

    /**
     * What keeps the log from signing, or would if it started now; nothing where all is well. The
     * log may run meanwhile.
     */
    public Optional<Halt> examine(Clock clock) throws IOException {
        SequencerStart start = new SequencerStart(tools(clock), new LeafMaker(new SecureRandom()));
        for (int attempt = 1; ; attempt++) {
            byte[] before = checkpoint();
            Optional<Halt> found = start.examine(jdbc);
            // Where the log went on while it was looked at, what was seen fits together by chance.
            if (found.isEmpty() || attempt == ATTEMPTS || Arrays.equals(before, checkpoint())) {
                return found;
            }
        }
    }

    private byte[] checkpoint() {
        return publicLog().file().orElse(new byte[0]);
    }

    /** Where the leaf of a reference is; nothing where there is none. */
    public Optional<LeafPlace> find(String reference) {
        return new LeafTable(jdbc).byReference(reference).map(LeafPlace::of);
    }

    /**
     * Ends where the content of a leaf is there and may be destroyed.
     *
     * @throws Fault {@link LogFault#UNKNOWN_LEAF}, {@link LogFault#ERASED} or {@link
     *     LogFault#PERMANENT} where not
     */
    public void requireErasable(String reference) {
        LeafPlace place =
                find(reference).orElseThrow(() -> new Fault(LogFault.UNKNOWN_LEAF, reference));
        if (place instanceof LeafPlace.Erased) {
            throw new Fault(LogFault.ERASED, reference);
        }
        new LeafTable(jdbc).requireErasable(reference);
    }

    /**
     * Destroys what a leaf commits to, and tells the journal.
     *
     * @param operator the name of whoever does it
     * @return false where there was nothing left to destroy
     */
    public boolean erase(String reference, String operator, Clock clock) {
        Boolean erased = transactions().execute(_ -> erased(reference, operator, clock));
        // The old row goes with a vacuum; without it it would wait for PostgreSQL's next.
        jdbc.sql("vacuum log.leaf").update();
        return Boolean.TRUE.equals(erased);
    }

    private boolean erased(String reference, String operator, Clock clock) {
        boolean erased = new LeafTable(jdbc).erase(reference);
        if (erased) {
            new OperatorActTable(jdbc)
                    .insert(
                            new OperatorActTable.Done(
                                    LogAct.LEAF_ERASED,
                                    operator,
                                    "leaf:" + reference,
                                    "",
                                    clock.instant()));
        }
        return erased;
    }

    private IdentityTable identity() {
        return new IdentityTable(jdbc);
    }

    private TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** What a recovery works with: nothing waits, nothing is told. */
    private SequencerTools tools(Clock clock) {
        return new SequencerTools(
                source,
                identity().read().orElseThrow().origin(),
                new KeyFolder(visit.home().keys()),
                folder,
                UnaryOperator.identity(),
                Cosigner.CosignOutcome.Cosigned::new,
                new Publications(jdbc, transactions(), _ -> {}),
                () -> true,
                visit.home().restored(),
                clock,
                1,
                Duration.ofDays(1));
    }

    /** A check of the whole log asks thousands of times; the lock has a connection of its own. */
    private static HikariDataSource pool(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(THREADS + 1);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        pool.close();
        visit.close();
    }
}
