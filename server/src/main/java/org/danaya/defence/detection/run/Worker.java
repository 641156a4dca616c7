package org.danaya.defence.detection.run;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.danaya.sigma.engine.JsonScanner;
import org.danaya.sigma.engine.Memory;
import org.danaya.sigma.explain.Explanation;
import org.danaya.sigma.explain.Reason;
import org.danaya.sigma.input.Cause;
import org.danaya.sigma.input.EventSink;
import org.danaya.sigma.input.Part;
import org.danaya.sigma.live.Evaluator;
import org.danaya.sigma.live.LiveRules;
import org.danaya.sigma.route.Coverage;

/** Evaluates the events of one part after another, for one thread. */
final class Worker implements EventSink {

    private final Rules rules;
    private final Window window;
    private final Detail detail;
    private final Evaluator evaluator;
    private final int[] times;
    private final int[] hosts;
    private Outcome outcome = new Outcome();

    Worker(Rules rules, Window window, Detail detail, Memory memory) {
        this.rules = rules;
        this.window = window;
        this.detail = detail;
        evaluator = new Evaluator(new LiveRules(rules.routing()), memory);
        times = rules.times();
        hosts = rules.hosts();
    }

    /** Reads a part. */
    Outcome read(Part part) {
        Outcome filled = new Outcome();
        outcome = filled;
        part.read(this);
        return filled;
    }

    /** How many times a rule was looked at. */
    long looked() {
        return evaluator.looked();
    }

    /** Adds what came so far. */
    void tell(Coverage coverage) {
        evaluator.tell(coverage);
    }

    @Override
    public void setAside(Cause cause) {
        outcome.next();
        outcome.setAside(cause);
    }

    @Override
    public void event(byte[] buffer, int from, int to) {
        int number = outcome.next();
        int found = evaluator.evaluate(buffer, from, to);
        if (found == Evaluator.MALFORMED) {
            outcome.setAside(cause(evaluator.why()));
            return;
        }
        if (found == 0 && window.isEverything()) {
            outcome.evaluated();
            return;
        }
        Optional<Instant> time = time();
        if (!window.holds(time)) {
            outcome.outside();
            return;
        }
        outcome.evaluated();
        if (time.isEmpty() && !window.isEverything()) {
            outcome.undated();
        }
        if (found == 0) {
            return;
        }
        Optional<String> host = first(hosts);
        String event =
                detail.evidence()
                        ? new String(buffer, from, to - from, StandardCharsets.UTF_8)
                        : null;
        for (int rule : IntStream.range(0, found).map(evaluator::match).sorted().toArray()) {
            outcome.hit(new Hit(number, rule, time, host, fields(rule), reasons(rule), event));
        }
    }

    private List<Reason> reasons(int rule) {
        return detail.explained()
                ? Explanation.of(rules.set().rules().get(rule), evaluator.values(rule))
                        .map(Explanation::reasons)
                        .orElse(List.of())
                : List.of();
    }

    /** What correlations ask of the event. */
    private Map<String, String> fields(int rule) {
        List<String> wanted = rules.correlations().fields(rule);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<String, String> fields = new HashMap<>();
        for (String field : wanted) {
            evaluator.text(rule, field).ifPresent(text -> fields.put(field, text));
        }
        return fields;
    }

    private Optional<Instant> time() {
        for (int place : times) {
            Optional<Instant> time = evaluator.textAt(place).flatMap(EventTimes::read);
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    private Optional<String> first(int[] places) {
        for (int place : places) {
            Optional<String> text = evaluator.textAt(place);
            if (text.isPresent() && !text.get().isBlank()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Cause cause(JsonScanner.Malformed why) {
        return switch (why) {
            case NOT_JSON -> Cause.NOT_JSON;
            case NO_OBJECT -> Cause.NO_OBJECT;
            case TOO_DEEP -> Cause.TOO_DEEP;
        };
    }
}
