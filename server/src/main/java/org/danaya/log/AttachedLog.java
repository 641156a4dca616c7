package org.danaya.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyFolder;
import org.danaya.store.Attached;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log for one command, whether the platform runs or not. */
public final class AttachedLog implements AutoCloseable {

    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Attached attached;
    private final DataSource source;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final LogFolder folder;

    private AttachedLog(Attached attached) {
        this.attached = attached;
        this.source = attached.address().dataSource();
        this.pool = pool(source);
        this.jdbc = JdbcClient.create(pool);
        this.folder = new LogFolder(attached.home().log(), Disk.REAL);
    }

    /**
     * Finds the log of a home.
     *
     * @throws Fault {@link LogFault#NOT_BEGUN}
     */
    public static AttachedLog to(Settings settings) {
        AttachedLog log = new AttachedLog(Attached.to(settings));
        boolean begun = false;
        try {
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

    /** What the log shows of itself. */
    public PublicLog publicLog() {
        return new PublicLog(jdbc, folder);
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

    /** Where the leaf of a reference is; nothing where there is none. */
    public Optional<LeafPlace> find(String reference) {
        return new LeafTable(jdbc).byReference(reference).map(LeafPlace::of);
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
                new KeyFolder(attached.home().keys()),
                folder,
                UnaryOperator.identity(),
                Cosigner.CosignOutcome.Cosigned::new,
                new Publications(jdbc, transactions(), _ -> {}),
                () -> true,
                attached.home().restored(),
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
        attached.close();
    }
}
