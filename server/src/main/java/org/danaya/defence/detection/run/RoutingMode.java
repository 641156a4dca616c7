package org.danaya.defence.detection.run;

import java.util.List;
import org.danaya.sigma.pipeline.Pipeline;
import org.danaya.sigma.pipeline.Pipelines;
import org.danaya.sigma.route.EveryRule;
import org.danaya.sigma.route.OwnFields;
import org.danaya.sigma.route.Router;

/** What decides which rules concern an event. */
public enum RoutingMode {
    /** Pipelines, from the event's channel, provider and shape. */
    AUTO,
    /** The event's own fields {@code product}, {@code service}, {@code category}. */
    EVENT,
    /** Nothing: every rule is for every event, and fields are named as they are. */
    OFF;

    Router router(Pipelines pipelines) {
        return switch (this) {
            case AUTO -> pipelines;
            case EVENT -> new OwnFields();
            case OFF -> new EveryRule();
        };
    }

    /** Danaya's pipelines, with others besides or instead. */
    static Pipelines pipelines(List<Pipeline> others) {
        return Pipelines.with(others);
    }
}
