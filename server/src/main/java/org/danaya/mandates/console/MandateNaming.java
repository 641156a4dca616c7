package org.danaya.mandates.console;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Ids;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandates;
import org.springframework.stereotype.Component;

/** What mandates are called: their number, for whoever may see those of the structure. */
@Component
final class MandateNaming implements Naming {

    private final Mandates mandates;
    private final Clock clock;

    MandateNaming(Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "mandate";
    }

    @Override
    public Optional<Named> name(String id, Locale locale) {
        return Ids.read(id)
                .flatMap(read -> mandates.register().find(read, clock.instant()))
                .map(Known::head)
                .filter(
                        head ->
                                Rights.current()
                                        .hold(Right.READ_MANDATES, head.terms().structure()))
                .map(
                        head ->
                                new Named(
                                        "M-" + head.number() + " " + head.names().holder(),
                                        MandatePages.PATH + "/" + id));
    }
}
