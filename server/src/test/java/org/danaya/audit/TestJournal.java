package org.danaya.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.danaya.base.Act;
import org.danaya.base.ActType;
import org.danaya.base.Actor;
import org.danaya.store.DatabaseAddress;
import org.danaya.store.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal on a database of its own, without Spring and without a chainer that runs. */
final class TestJournal implements AutoCloseable {

    /** An act of no module. */
    enum Deed implements ActType {
        BUILT,
        REFUSED;

        @Override
        public String code() {
            return this == BUILT ? "example.house-built" : "example.house-refused";
        }
    }

    final DatabaseAddress address = TestDatabase.fresh();
    final HikariDataSource source = pool();
    final JdbcClient jdbc = JdbcClient.create(source);
    final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(source));
    final EntryTable entries = new EntryTable(jdbc);
    final LinkTable links = new LinkTable(jdbc);
    final Chainer chainer = new Chainer(entries, links, transaction);
    final ChainKeeper keeper = new ChainKeeper(chainer);
    final Journal journal =
            new Journal(
                    entries,
                    keeper,
                    new JdbcTransactionManager(source),
                    Clock.systemUTC(),
                    new SecureRandom());

    /** Writes entries, one transaction each, and chains them. */
    TestJournal write(int count) {
        for (int i = 0; i < count; i++) {
            int number = i;
            transaction.executeWithoutResult(_ -> journal.on(built(number)));
        }
        chainer.chain();
        return this;
    }

    /** Enables or disables what refuses changes, as the owner of the tables can. */
    void triggers(String verb) {
        for (String table : List.of("entry", "link", "anchor")) {
            jdbc.sql("alter table audit.%s %s trigger user".formatted(table, verb)).update();
        }
    }

    static Act built(int number) {
        return new Act(
                Deed.BUILT,
                new Actor.Stranger("192.0.2." + number % 250),
                "house:" + number,
                Act.Outcome.DONE,
                Map.of("stones", "12", "colour", "ochre"));
    }

    int count(String table) {
        return jdbc.sql("select count(*) from audit." + table).query(Integer.class).single();
    }

    @Override
    public void close() {
        source.close();
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(address.dataSource());
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
