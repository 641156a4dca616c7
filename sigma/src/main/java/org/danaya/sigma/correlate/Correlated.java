package org.danaya.sigma.correlate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.danaya.sigma.rule.Correlation;
import org.jspecify.annotations.Nullable;

/** What a correlation found, as long as {@link CorrelationSink#found} lasts. */
public final class Correlated {
    private final Texts texts;
    private @Nullable Windows windows;
    private int group;
    private long time;
    private long place;
    private BigDecimal value = BigDecimal.ZERO;

    Correlated(Texts texts) {
        this.texts = texts;
    }

    void set(Windows of, int at, BigDecimal measured, long happened, long event) {
        windows = of;
        group = at;
        value = measured;
        time = happened;
        place = event;
    }

    public Correlation correlation() {
        return windows().plan().correlation();
    }

    /** When the event happened that made the condition hold, in nanoseconds since 1970. */
    public long time() {
        return time;
    }

    /** The event that made the condition hold, as {@link Correlator#accept} was given it. */
    public long place() {
        return place;
    }

    /**
     * The fields of {@link Correlation#groupBy} with their values, in its order; a field that the
     * events don't have isn't in it. Of a longer value only the first 1,024 characters.
     */
    public Map<String, String> group() {
        List<String> fields = correlation().groupBy();
        Map<String, String> group = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            int text = windows().key(this.group, i);
            if (text != Texts.NONE) {
                group.put(fields.get(i), texts.text(text));
            }
        }
        return group;
    }

    /**
     * The computer that all events of the group within the time span are about; nothing where they
     * are about several, or one of them doesn't say. Of a longer name the first 1,024 characters.
     */
    public Optional<String> host() {
        int host = windows().host(group);
        return host == Texts.NONE ? Optional.empty() : Optional.of(texts.text(host));
    }

    /** How many hits the group has within the time span, this one included. */
    public int events() {
        return windows().events(group);
    }

    /** What was measured: the count, the sum, the average or the percentile. */
    public BigDecimal value() {
        return value;
    }

    private Windows windows() {
        return Objects.requireNonNull(windows, "nothing was found yet");
    }
}
