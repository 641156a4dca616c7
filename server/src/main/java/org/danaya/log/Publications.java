package org.danaya.log;

import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks checkpoints published and tells whose leaves they cover, in one transaction; and tells what
 * operators did at the command line.
 */
final class Publications {

    private static final int CHUNK = 4_096;

    private final IdentityTable identity;
    private final LeafTable leaves;
    private final OperatorActTable acts;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    /**
     * @param transactions of the modules' own data source, so that the registry of events takes
     *     part
     */
    Publications(
            JdbcClient jdbc, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.identity = new IdentityTable(jdbc);
        this.leaves = new LeafTable(jdbc);
        this.acts = new OperatorActTable(jdbc);
        this.transactions = transactions;
        this.events = events;
    }

    /** Marks the tree of {@code size} published, of which {@code before} leaves were already. */
    void mark(long before, long size, Instant now) {
        transactions.executeWithoutResult(
                _ -> {
                    for (long from = before; from < size; from += CHUNK) {
                        long to = Math.min(size, from + CHUNK);
                        List<LeafTable.Named> named = leaves.named(from, to);
                        named.forEach(
                                leaf ->
                                        events.publishEvent(
                                                new LeafIntegrated(
                                                        leaf.kind(),
                                                        leaf.reference(),
                                                        leaf.index(),
                                                        size)));
                    }
                    identity.published(size, now);
                });
    }

    /** Hands on what operators did, now or while the platform was stopped. */
    void tellActs() {
        transactions.executeWithoutResult(_ -> acts.tell(events));
    }
}
