package org.danaya.mandates;

import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Ids;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What mandates are called: their number, for whoever may see those of the structure. */
@Component
final class MandateNaming implements Naming {

    /** Where the console shows mandates. */
    static final String PATH = "/console/mandates/";

    private final MandateTable mandates;

    MandateNaming(JdbcClient jdbc) {
        this.mandates = new MandateTable(jdbc);
    }

    @Override
    public String kind() {
        return "mandate";
    }

    @Override
    public Optional<Named> name(String id, Locale locale) {
        return Ids.read(id)
                .flatMap(mandates::find)
                .map(MandateTable.Row::head)
                .filter(
                        head ->
                                Rights.current()
                                        .hold(Right.READ_MANDATES, head.terms().structure()))
                .map(
                        head ->
                                new Named(
                                        "M-" + head.number() + " " + head.names().holder(),
                                        PATH + id));
    }
}
