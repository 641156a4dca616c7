package org.danaya.audit;

import java.security.SecureRandom;
import java.time.Clock;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes every act that is told.
 *
 * <p>An act that was done is written in the transaction that does it; without one, or where the
 * entry can't be written, the telling fails and the act with it. A refused act is written in a
 * transaction of its own at once, whether or not there is one around it: what was attempted may
 * roll back, the refusal stays.
 */
@Component
class Journal {

    private static final String REQUEST = "X-Request-Id";
    private static final int SALT_BYTES = 16;

    private final EntryTable entries;
    private final ChainKeeper keeper;
    private final TransactionTemplate own;
    private final Clock clock;
    private final SecureRandom random;

    Journal(
            EntryTable entries,
            ChainKeeper keeper,
            PlatformTransactionManager transactions,
            Clock clock,
            SecureRandom random) {
        this.entries = entries;
        this.keeper = keeper;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.random = random;
    }

    @EventListener
    void on(Act act) {
        switch (act.outcome()) {
            case DONE -> {
                if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw new Fault(AuditFault.NO_TRANSACTION, act.type().code());
                }
                write(act);
            }
            case REFUSED -> own.executeWithoutResult(_ -> write(act));
        }
    }

    private void write(Act act) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String request = MDC.get(REQUEST);
        entries.insert(NewEntry.of(act, clock.instant(), request == null ? "" : request), salt);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        keeper.tell();
                    }
                });
    }
}
