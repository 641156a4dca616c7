package org.danaya.consultation.observation.form;

import java.time.Clock;
import java.util.Locale;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.consultation.Calendar;
import org.danaya.consultation.Texts;
import org.danaya.consultation.observation.Observations;
import org.danaya.page.PageSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Forms on the platform. */
@Configuration(proxyBeanMethods = false)
class CommentFormConfiguration {

    @Bean
    CommentForms commentForms(
            JdbcClient jdbc,
            Observations observations,
            Texts texts,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock,
            Settings settings) {
        return new CommentForms(
                jdbc,
                observations,
                texts.register(),
                transaction,
                ids,
                new Calendar(
                        clock,
                        settings.get(PageSettings.TIME_ZONE),
                        settings.get(PageSettings.COUNTRY).toLowerCase(Locale.ROOT)));
    }
}
