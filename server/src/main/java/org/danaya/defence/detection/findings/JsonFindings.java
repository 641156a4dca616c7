package org.danaya.defence.detection.findings;

import java.io.OutputStream;
import java.util.List;
import org.danaya.defence.detection.Findings;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Match;
import org.danaya.sigma.explain.Reason;
import org.danaya.sigma.rule.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON object a match, each on a line of its own. */
final class JsonFindings implements Findings {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonLines lines;
    private final boolean live;

    JsonFindings(OutputStream out, boolean live) {
        this.lines = new JsonLines(out);
        this.live = live;
    }

    @Override
    public void found(Match match) {
        Header rule = match.rule();
        lines.begin();
        lines.name("file").text(match.file());
        lines.name("event").number(match.event());
        lines.name("rule").text(Told.rule(rule));
        lines.name("level").text(match.level().word());
        lines.name("title").text(rule.title());
        lines.name("author").text(rule.author());
        if (!rule.tags().isEmpty()) {
            lines.name("tags").list(rule.tags());
        }
        match.time().ifPresent(time -> lines.name("time").text(time.toString()));
        match.host().ifPresent(host -> lines.name("host").text(host));
        match.correlation().ifPresent(this::correlation);
        if (!match.reasons().isEmpty()) {
            reasons(match.reasons());
        }
        String evidence = match.evidence();
        if (evidence != null) {
            lines.name("evidence");
            evidence(evidence);
        }
        lines.end().line();
        if (live) {
            lines.flush();
        }
    }

    @Override
    public void end(Ledger ledger) {
        lines.flush();
    }

    private void correlation(Match.Correlated seen) {
        lines.name("correlation").begin().name("group").begin();
        seen.group().forEach((field, value) -> lines.name(field).text(value));
        lines.end().name("events").number(seen.events()).end();
    }

    private void reasons(List<Reason> reasons) {
        lines.name("reasons").beginList();
        for (Reason reason : reasons) {
            lines.begin();
            lines.name("selection").text(reason.selection());
            lines.name("field").text(reason.field());
            lines.name("value").text(reason.value());
            lines.name("test").text(reason.test());
            lines.end();
        }
        lines.endList();
    }

    /** An object where it is one; else a text, so that the line stays JSON whatever came in. */
    private void evidence(String evidence) {
        if (isObject(evidence)) {
            lines.json(evidence);
        } else {
            lines.text(evidence);
        }
    }

    private static boolean isObject(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && parser.skipChildren().currentToken() == JsonToken.END_OBJECT
                    && parser.nextToken() == null;
        } catch (JacksonException _) {
            return false;
        }
    }
}
