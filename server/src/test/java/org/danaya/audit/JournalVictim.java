package org.danaya.audit;

import java.security.SecureRandom;
import java.time.Clock;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A program that writes acts and chains them until it is killed; prints each acknowledged one. */
final class JournalVictim {

    private JournalVictim() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(arguments[1]);
        source.setPassword(System.getenv("VICTIM_PASSWORD"));
        JdbcClient jdbc = JdbcClient.create(source);
        JdbcTransactionManager transactions = new JdbcTransactionManager(source);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        EntryTable entries = new EntryTable(jdbc);
        Chainer chainer = new Chainer(entries, new LinkTable(jdbc), transaction);
        ChainKeeper keeper = new ChainKeeper(chainer);
        Journal journal =
                new Journal(entries, keeper, transactions, Clock.systemUTC(), new SecureRandom());
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            while (true) {
                                chainer.chain();
                            }
                        });
        int first = Integer.parseInt(arguments[2]);
        for (int number = first; ; number++) {
            int told = number;
            transaction.executeWithoutResult(_ -> journal.on(TestJournal.built(told)));
            System.out.println(number);
        }
    }
}
