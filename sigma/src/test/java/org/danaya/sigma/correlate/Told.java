package org.danaya.sigma.correlate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.danaya.sigma.rule.Correlation;

/** Writes down what a correlator tells. */
final class Told implements CorrelationSink {
    /** What was found, kept. */
    record Found(
            Correlation correlation,
            long time,
            long place,
            Map<String, String> group,
            int events,
            BigDecimal value,
            String host) {}

    final List<Found> found = new ArrayList<>();
    final List<Long> late = new ArrayList<>();
    int evicted;

    @Override
    public void found(Correlated correlated) {
        found.add(
                new Found(
                        correlated.correlation(),
                        correlated.time(),
                        correlated.place(),
                        correlated.group(),
                        correlated.events(),
                        correlated.value(),
                        correlated.host().orElse("")));
    }

    @Override
    public void late(int rule, long time, long place) {
        late.add(place);
    }

    @Override
    public void evicted(Correlation correlation) {
        evicted++;
    }

    /** The places of what was found, with a space between. */
    String places() {
        return String.join(" ", found.stream().map(one -> Long.toString(one.place())).toList());
    }
}
