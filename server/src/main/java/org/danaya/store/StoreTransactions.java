package org.danaya.store;

import javax.sql.DataSource;
import org.danaya.base.Fault;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Transactions whose failures are told as {@link SqlFaults} tells them. */
final class StoreTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    StoreTransactions(DataSource source, SqlFaults faults) {
        super(source);
        setExceptionTranslator(faults);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        try {
            super.doBegin(transaction, definition);
        } catch (CannotCreateTransactionException e) {
            if (e.getCause() instanceof Fault fault) {
                throw fault;
            }
            throw e;
        }
    }
}
