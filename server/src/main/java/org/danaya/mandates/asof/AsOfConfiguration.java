package org.danaya.mandates.asof;

import java.time.Clock;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.log.LeafPlace;
import org.danaya.log.Leaves;
import org.danaya.log.LogProofs;
import org.danaya.mandates.Days;
import org.danaya.mandates.Mandates;
import org.danaya.page.PageSettings;
import org.danaya.page.Section;
import org.danaya.people.Incumbencies;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who could, on the platform. */
@Configuration(proxyBeanMethods = false)
class AsOfConfiguration {

    @Bean
    WhoCould whoCould(
            Mandates mandates, Positions positions, Incumbencies incumbencies, Leaves leaves) {
        return new WhoCould(
                mandates,
                positions,
                incumbencies,
                reference ->
                        leaves.find(reference)
                                .filter(LeafPlace.Placed.class::isInstance)
                                .isPresent());
    }

    @Bean
    Asking askingWhoCould(
            WhoCould who, Structures structures, LogProofs proofs, Clock clock, Settings settings) {
        return new Asking(
                who, structures, proofs, new Days(clock, settings.get(PageSettings.TIME_ZONE)));
    }

    @Bean
    Section whoCouldSection() {
        return new Section("who-could", WhoCouldPages.PATH, Right.READ_MANDATES, 32);
    }
}
