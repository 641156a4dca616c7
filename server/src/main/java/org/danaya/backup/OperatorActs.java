package org.danaya.backup;

import java.time.Duration;
import org.danaya.base.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands what operators did at the command line to the journal: each act leaves its table in the
 * transaction that journals it, so that none is lost and none is told twice.
 */
@Component("backupOperatorActs")
final class OperatorActs implements DisposableBean {

    private static final Logger LOGGER = LoggerFactory.getLogger(OperatorActs.class);
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final OperatorActTable table;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Thread teller = Thread.ofVirtual().name("backup-acts").unstarted(this::run);

    OperatorActs(
            JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transactions) {
        this.table = new OperatorActTable(jdbc);
        this.events = events;
        this.transactions = transactions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        teller.start();
    }

    /** Hands on what waits. */
    void tell() {
        transactions.executeWithoutResult(_ -> table.take().forEach(events::publishEvent));
    }

    @Override
    public void destroy() throws InterruptedException {
        teller.interrupt();
        teller.join();
    }

    private void run() {
        try {
            while (true) {
                try {
                    tell();
                } catch (DataAccessException | Fault e) {
                    LOGGER.warn("The acts of operators wait: {}", e.getMessage());
                }
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
