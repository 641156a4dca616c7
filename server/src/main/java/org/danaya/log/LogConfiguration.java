package org.danaya.log;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyFolder;
import org.danaya.log.disk.Disk;
import org.danaya.log.disk.LogFolder;
import org.danaya.store.DiskState;
import org.danaya.store.Store;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log's parts, put together. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    Publications logPublications(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        return new Publications(jdbc, new TransactionTemplate(transactions), events);
    }

    @Bean
    PublicLog publicLog(JdbcClient jdbc, Store store) {
        return new PublicLog(jdbc, new LogFolder(store.home().log(), Disk.REAL));
    }

    @Bean
    LogProofs logProofs(JdbcClient jdbc, PublicLog log) {
        return new LogProofs(jdbc, log);
    }

    /** The data source is a parameter so that the schema is migrated before the sequencer looks. */
    @Bean
    SequencerTools sequencerTools(
            Store store,
            DataSource migrated,
            Settings settings,
            ObjectProvider<Cosigner> cosigners,
            Publications publications,
            Clock clock) {
        return new SequencerTools(
                store.address().dataSource(),
                settings.get(LogSettings.ORIGIN),
                new KeyFolder(store.home().keys()),
                new LogFolder(store.home().log(), Disk.REAL),
                UnaryOperator.identity(),
                cosigners.getIfAvailable(() -> Cosigner.CosignOutcome.Cosigned::new),
                publications,
                () -> store.disk() instanceof DiskState.Roomy,
                store.home().restored(),
                clock,
                settings.get(LogSettings.BATCH),
                settings.get(LogSettings.REFRESH));
    }

    @Bean
    SequencerLoop sequencerLoop(
            SequencerTools tools,
            SecureRandom random,
            JdbcClient jdbc,
            Publications publications,
            LogMetrics metrics,
            Settings settings) {
        return new SequencerLoop(
                new SequencerStart(tools, new LeafMaker(random)),
                new IdentityTable(jdbc),
                publications,
                metrics,
                settings.get(LogSettings.INTERVAL));
    }
}
