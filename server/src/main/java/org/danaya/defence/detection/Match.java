package org.danaya.defence.detection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.sigma.explain.Reason;
import org.danaya.sigma.rule.Header;
import org.danaya.sigma.rule.Level;
import org.jspecify.annotations.Nullable;

/**
 * What a rule, or a correlation of rules, found in one event.
 *
 * @param file as it was given on the command line, or below a folder of it
 * @param event the event's number in the file, from 0
 * @param rule what the rule says of itself
 * @param time when it happened, as the event says
 * @param host the computer that the event is about, as the event says; of a correlation that of all
 *     its events, nothing where they are about several
 * @param correlation what a correlation saw; nothing for a rule
 * @param reasons what was asked for and found, where explanations were asked for; of a correlation
 *     what it measured
 * @param evidence the event, as JSON, where it was asked for; null for a correlation
 */
public record Match(
        String file,
        long event,
        Header rule,
        Optional<Instant> time,
        Optional<String> host,
        Optional<Correlated> correlation,
        List<Reason> reasons,
        @Nullable String evidence) {

    public Match {
        reasons = List.copyOf(reasons);
    }

    /**
     * What a correlation saw.
     *
     * @param group the group's fields and their values; a field that wasn't there has an empty
     *     value
     * @param events how many events were within the time span
     */
    public record Correlated(Map<String, String> group, int events) {}

    /** The rule's level; informational where it says none. */
    public Level level() {
        Level level = rule.level();
        return level == null ? Level.INFORMATIONAL : level;
    }
}
