package org.danaya.defence.detection.findings;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.OutputStream;
import org.danaya.defence.detection.Findings;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Match;

/**
 * One page that can be handed on: it needs no network, no script and no other file. Nothing is
 * written before the end; what is kept until then is counts, and the first matches of each rule.
 */
final class HtmlFindings implements Findings {

    private final Lines out;
    private final Showing showing;
    private final Summary summary = new Summary();
    private final Periods periods = new Periods();
    private final Kept kept = new Kept();

    HtmlFindings(OutputStream out, Showing showing) {
        this.out = new Lines(out, false);
        this.showing = showing;
    }

    @Override
    public void found(Match match) {
        summary.found(match);
        Told.time(match).ifPresent(time -> periods.add(time, match.level()));
        kept.add(match);
    }

    @Override
    public void end(Ledger ledger) {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "detection/report.jte",
                        new Report(showing, summary, periods, kept, ledger),
                        page);
        out.write(page.toString());
        out.flush();
    }
}
