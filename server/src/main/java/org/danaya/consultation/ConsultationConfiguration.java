package org.danaya.consultation;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.danaya.access.Accounts;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.log.Leaves;
import org.danaya.page.PageSettings;
import org.danaya.people.InWhoseName;
import org.danaya.people.Persons;
import org.danaya.signin.FreshAssertions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Texts on the platform. */
@Configuration(proxyBeanMethods = false)
class ConsultationConfiguration {

    @Bean
    TextRegister textRegister(JdbcClient jdbc) {
        return new TextRegister(jdbc);
    }

    @Bean
    Texts texts(
            JdbcClient jdbc,
            TextRegister register,
            List<FreezeCheck> checks,
            Leaves leaves,
            Accounts accounts,
            Persons persons,
            InWhoseName names,
            FreshAssertions assertions,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock,
            Settings settings) {
        Calendar calendar =
                new Calendar(
                        clock,
                        settings.get(PageSettings.TIME_ZONE),
                        settings.get(PageSettings.COUNTRY).toLowerCase(Locale.ROOT));
        Way way =
                new Way(
                        jdbc,
                        register,
                        checks,
                        leaves,
                        new Way.People(accounts, persons, names),
                        transaction,
                        news,
                        calendar);
        return new Texts(
                register,
                new Drafting(jdbc, register, transaction, news, ids, calendar),
                way,
                new Adopting(jdbc, register, way, leaves, transaction, news, calendar),
                new Publishing(
                        jdbc,
                        register,
                        way,
                        assertions::answer,
                        leaves,
                        transaction,
                        news,
                        calendar));
    }
}
