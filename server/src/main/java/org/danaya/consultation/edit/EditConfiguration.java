package org.danaya.consultation.edit;

import java.time.Clock;
import org.danaya.consultation.Texts;
import org.danaya.consultation.UnsavedWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The editing of drafts on the platform. */
@Configuration(proxyBeanMethods = false)
class EditConfiguration {

    @Bean
    DraftEditing draftEditing(
            Texts texts, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        return new DraftEditing(texts, jdbc, transaction, clock);
    }

    @Bean
    UnsavedWords unsavedWords(DraftEditing editing) {
        return editing.typed()::waiting;
    }
}
