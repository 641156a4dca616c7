package org.danaya.defence.detection.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.sigma.explain.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found in an event.
 *
 * @param event the event's number in its part of the file
 * @param rule the rule's number
 * @param fields what correlations ask of the event, as they name it
 */
record Hit(
        int event,
        int rule,
        Optional<Instant> time,
        Optional<String> host,
        Map<String, String> fields,
        List<Reason> reasons,
        @Nullable String evidence) {}
