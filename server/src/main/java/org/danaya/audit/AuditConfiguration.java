package org.danaya.audit;

import java.time.Duration;
import java.time.LocalTime;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.page.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of the journal, and its place in the console. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    RecurringJob eraseAddresses(AddressErasure erasure) {
        return new RecurringJob(
                "audit.erase-addresses",
                new Rhythm.Daily(LocalTime.of(2, 30)),
                Duration.ofMinutes(30),
                erasure::erase);
    }

    @Bean
    RecurringJob anchorJournal(Anchors anchors, Settings settings) {
        return new RecurringJob(
                "audit.anchor",
                new Rhythm.Every(settings.get(AuditSettings.ANCHOR_INTERVAL)),
                Duration.ofMinutes(1),
                anchors::anchor);
    }

    @Bean
    Section journalSection() {
        return new Section("journal", JournalPages.PATH, Right.READ_JOURNAL, 80);
    }
}
