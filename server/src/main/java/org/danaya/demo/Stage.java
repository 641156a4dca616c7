package org.danaya.demo;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The platform on which the story is played.
 *
 * @param beans what a person can't reach: the operator's own commands
 * @param portal where people come
 * @param edge where machines come
 * @param folder where the story leaves its files
 */
public record Stage(
        Beans beans,
        URI portal,
        URI edge,
        Path folder,
        Clock clock,
        ZoneId zone,
        SecureRandom random) {

    /** Where the platform's beans come from. */
    @FunctionalInterface
    public interface Beans {

        /** The one bean of a type. */
        <T> T get(Class<T> type);
    }

    /** Somebody new before a browser. */
    Visitor visitor() {
        return new Visitor(portal, random);
    }

    /** The day in the country. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
