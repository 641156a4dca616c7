package org.danaya.mandates.position.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Ids;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.mandates.position.OfficialPositions;
import org.danaya.mandates.position.PositionNames;
import org.danaya.page.Glance;
import org.danaya.page.Section;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.Visitor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The parts of the console that this package gives. */
@Configuration(proxyBeanMethods = false)
class PositionSections {

    @Bean
    Section positionsSection() {
        return new Section("positions", PositionConsolePages.PATH, Right.READ_MANDATES, 31);
    }

    @Bean
    Section ownPositionsSection() {
        return new Section("own-positions", OwnPositionPages.PATH, null, 95);
    }

    /** On the console's first page: what waits for the person's validation or signature. */
    @Component
    static class Waiting implements Glance {

        private final OfficialPositions positions;
        private final OwnPositionPages own;
        private final PositionDesk desk;

        Waiting(OfficialPositions positions, OwnPositionPages own, PositionDesk desk) {
            this.positions = positions;
            this.own = own;
            this.desk = desk;
        }

        @Override
        public List<Seen> look(Visitor visitor) {
            List<Seen> seen = new ArrayList<>();
            int sign = own.toSign().size();
            if (sign > 0) {
                seen.add(
                        Seen.waiting(
                                new Tag("positions.state.validated", Tone.INFO),
                                "positions.glance.sign",
                                OwnPositionPages.PATH,
                                sign));
            }
            if (visitor.rights().contains(Right.APPROVE_MANDATES)) {
                long drafts =
                        positions
                                .register()
                                .toValidate(
                                        PositionDesk.reach(Right.APPROVE_MANDATES),
                                        desk.accounts());
                if (drafts > 0) {
                    seen.add(
                            Seen.waiting(
                                    new Tag("positions.state.draft", Tone.INFO),
                                    "positions.glance.validate",
                                    PositionConsolePages.PATH + "?state=draft",
                                    drafts));
                }
            }
            return seen;
        }
    }

    /** What positions are called in the journal, for whoever may see those of the structure. */
    @Component
    static class PositionNaming implements Naming {

        private final OfficialPositions positions;

        PositionNaming(OfficialPositions positions) {
            this.positions = positions;
        }

        @Override
        public String kind() {
            return "official-position";
        }

        @Override
        public Optional<Named> name(String id, Locale locale) {
            return Ids.read(id)
                    .flatMap(positions.register()::find)
                    .filter(
                            known ->
                                    Rights.current()
                                            .hold(
                                                    Right.READ_MANDATES,
                                                    known.head().terms().structure()))
                    .map(
                            known ->
                                    new Named(
                                            PositionNames.of(known.position())
                                                    + " "
                                                    + known.head().terms().french().subject(),
                                            PositionConsolePages.PATH + "/" + id));
        }
    }
}
