package org.danaya.defence.detection.findings;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
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

    /** What is told of each rule, as it is written. */
    private final IdentityHashMap<Header, byte[]> rules = new IdentityHashMap<>();

    private Optional<Instant> time = Optional.empty();
    private String timeText = "";

    JsonFindings(OutputStream out, boolean live) {
        this.lines = new JsonLines(out);
        this.live = live;
    }

    @Override
    public void found(Match match) {
        lines.begin();
        lines.name("file").text(match.file());
        lines.name("event").number(match.event());
        lines.members(rules.computeIfAbsent(match.rule(), _ -> rule(match)));
        match.time().ifPresent(at -> lines.name("time").text(text(match.time(), at)));
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

    private static byte[] rule(Match match) {
        Header rule = match.rule();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonLines lines = new JsonLines(bytes);
        lines.name("rule").text(Told.rule(rule));
        lines.name("level").text(match.level().word());
        lines.name("title").text(rule.title());
        lines.name("author").text(rule.author());
        if (!rule.tags().isEmpty()) {
            lines.name("tags").list(rule.tags());
        }
        lines.flush();
        return bytes.toByteArray();
    }

    /** Matches of one event follow each other, and have one time. */
    private String text(Optional<Instant> of, Instant at) {
        if (!of.equals(time)) {
            time = of;
            timeText = at.toString();
        }
        return timeText;
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
