package org.danaya.consultation.observation.own;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.danaya.base.Right;
import org.danaya.consultation.observation.Referral;
import org.danaya.page.Glance;
import org.danaya.page.Section;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.Visitor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The part of the console that this package gives. */
@Configuration(proxyBeanMethods = false)
class OwnTextSections {

    @Bean
    Section ownTextsSection() {
        return new Section("own-texts", OwnTexts.PATH, null, 93);
    }

    /** On the console's first page: what a structure's people are awaited for. */
    @Component
    static class OwnTextsWaiting implements Glance {

        private final OwnTexts own;
        private final Clock clock;

        OwnTextsWaiting(OwnTexts own, Clock clock) {
            this.own = own;
            this.clock = clock;
        }

        @Override
        public List<Seen> look(Visitor visitor) {
            List<Seen> seen = new ArrayList<>();
            if (visitor.rights().contains(Right.WRITE_OBSERVATIONS)) {
                long awaited =
                        own.all().stream()
                                .filter(each -> each.referral() instanceof Referral.Awaited)
                                .filter(OwnTexts.Own::takes)
                                .filter(
                                        each ->
                                                each.referral()
                                                        .head()
                                                        .deadline()
                                                        .isAfter(clock.instant()))
                                .count();
                if (awaited > 0) {
                    seen.add(
                            Seen.waiting(
                                    new Tag("observation.referral.awaited", Tone.INFO),
                                    "observation.glance",
                                    OwnTexts.PATH,
                                    awaited));
                }
            }
            return seen;
        }
    }
}
