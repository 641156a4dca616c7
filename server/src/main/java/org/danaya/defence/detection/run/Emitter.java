package org.danaya.defence.detection.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.danaya.defence.detection.Findings;
import org.danaya.defence.detection.Match;
import org.danaya.sigma.correlate.Correlated;
import org.danaya.sigma.correlate.CorrelationSink;
import org.danaya.sigma.correlate.Correlator;
import org.danaya.sigma.correlate.EventFields;
import org.danaya.sigma.correlate.EventTime;
import org.danaya.sigma.correlate.Limits;
import org.danaya.sigma.rule.Correlation;
import org.danaya.sigma.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was found, in the order of the inputs, and gives it to correlations, which see it in
 * the order of the events' times and are told when all is read. For one thread.
 */
final class Emitter implements CorrelationSink {

    private static final int EVENT_BITS = 40;
    private static final long NANOSECONDS = 1_000_000_000;

    private final Rules rules;
    private final Detail detail;
    private final Findings findings;
    private final Account account;
    private final Correlator correlator;

    /** The rules whose matches are told. */
    private final BitSet told = new BitSet();

    private final List<String> files = new ArrayList<>();
    private long matches;

    /** What correlations ask of an event that a rule matched. */
    private record HitFields(Hit hit) implements EventFields {

        @Override
        public @Nullable String text(String field) {
            return hit.fields().get(field);
        }

        @Override
        public @Nullable String host() {
            return hit.host().orElse(null);
        }
    }

    Emitter(Rules rules, Detail detail, Findings findings, Account account) {
        this.rules = rules;
        this.detail = detail;
        this.findings = findings;
        this.account = account;
        List<Rule> all = rules.set().rules();
        for (int rule = 0; rule < all.size(); rule++) {
            told.set(rule, rules.set().reports(all.get(rule)));
        }
        correlator = new Correlator(rules.correlations(), Limits.of(Limits.UNTIL_THE_END), this);
    }

    /** Numbers a file, to be named with what is found in it. */
    int file(String name) {
        files.add(name);
        return files.size() - 1;
    }

    /** Tells what was found in a part of a file, whose first event has the number {@code first}. */
    void tell(int file, long first, Outcome outcome) {
        for (Hit hit : outcome.hits()) {
            long event = first + hit.event();
            Rule rule = rules.set().rules().get(hit.rule());
            if (rules.correlations().awaits(hit.rule())) {
                correlate(hit, ((long) file << EVENT_BITS) | event);
            }
            if (told.get(hit.rule())) {
                matches++;
                findings.found(
                        new Match(
                                files.get(file),
                                event,
                                rule.header(),
                                hit.time(),
                                hit.host(),
                                Optional.empty(),
                                hit.reasons(),
                                hit.evidence()));
            }
        }
    }

    /** Tells what correlations found. */
    void end() {
        correlator.flush();
        account.uncorrelated("correlation.evicted", correlator.evicted());
    }

    /** How many were told. */
    long matches() {
        return matches;
    }

    private void correlate(Hit hit, long place) {
        OptionalLong time =
                hit.time().isPresent() ? EventTime.of(hit.time().get()) : OptionalLong.empty();
        if (time.isEmpty()) {
            account.uncorrelated("correlation.untimed", 1);
            return;
        }
        correlator.accept(hit.rule(), time.getAsLong(), place, new HitFields(hit));
    }

    @Override
    public void found(Correlated correlated) {
        Correlation correlation = correlated.correlation();
        if (!rules.set().reports(correlation)) {
            return;
        }
        matches++;
        long place = correlated.place();
        findings.found(
                new Match(
                        files.get((int) (place >>> EVENT_BITS)),
                        place & ((1L << EVENT_BITS) - 1),
                        correlation.header(),
                        Optional.of(
                                Instant.ofEpochSecond(
                                        Math.floorDiv(correlated.time(), NANOSECONDS),
                                        Math.floorMod(correlated.time(), NANOSECONDS))),
                        correlated.host(),
                        Optional.of(new Match.Correlated(correlated.group(), correlated.events())),
                        detail.explained() ? List.of(Measured.of(correlated)) : List.of(),
                        null));
    }

    @Override
    public void late(int rule, long time, long place) {
        account.uncorrelated("correlation.late", 1);
    }

    @Override
    public void evicted(Correlation correlation) {
        // Counted by the correlator.
    }
}
