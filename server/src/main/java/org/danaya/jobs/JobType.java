package org.danaya.jobs;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A kind of one-time work.
 *
 * @param name the module, a dot, and words with hyphens, such as {@code people.invitation-mail};
 *     stays the same for ever, because waiting work is found by it
 * @param data what one piece of work is told: a record that survives JSON; no secret
 * @param limit the longest time that one run may take; then it is interrupted and has failed
 */
public record JobType<T>(String name, Class<T> data, Retry retry, Duration limit, Urgency urgency) {

    static final Pattern NAME = Pattern.compile("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*");

    public JobType {
        if (!NAME.matcher(name).matches() || !limit.isPositive()) {
            throw new IllegalArgumentException(name + " " + limit);
        }
    }

    /** Work that is tried as usual, a minute at most each time. */
    public static <T> JobType<T> of(String name, Class<T> data) {
        return new JobType<>(name, data, Retry.USUAL, Duration.ofMinutes(1), Urgency.NORMAL);
    }
}
