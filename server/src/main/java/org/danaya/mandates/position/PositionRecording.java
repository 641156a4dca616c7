package org.danaya.mandates.position;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.mandates.Days;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.position.OfficialPosition.Head;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends what happens to positions, with all that goes with it. Always within a transaction. */
final class PositionRecording {

    /** The kind of leaf that a signed mandate is: the log must not tell that this is none. */
    static final String SIGNED = "mandates.signed";

    /** The kind of leaf that a change of a mandate is. */
    static final String CHANGED = "mandates.changed";

    /** What the references of signed positions begin with. */
    static final String REFERENCE = "mandates:signed:position:";

    private final PositionTable positions;
    private final PositionEventTable events;
    private final Leaves leaves;
    private final ApplicationEventPublisher news;
    private final Days days;

    PositionRecording(JdbcClient jdbc, Leaves leaves, ApplicationEventPublisher news, Days days) {
        this.positions = new PositionTable(jdbc);
        this.events = new PositionEventTable(jdbc);
        this.leaves = leaves;
        this.news = news;
        this.days = days;
    }

    /**
     * A position that nobody else changes until the transaction ends.
     *
     * @param now never before its last event
     */
    record Locked(OfficialPosition position, List<PositionEvent> events, Instant now) {

        UUID id() {
            return position.id();
        }

        PositionTerms terms() {
            return position.head().terms();
        }

        Fault wrongState() {
            return new Fault(PositionFault.WRONG_STATE, position.code());
        }
    }

    /**
     * Locks a position.
     *
     * @throws Fault {@link PositionFault#UNKNOWN}
     */
    Locked lock(UUID id) {
        Head head = positions.lock(id).orElseThrow(() -> new Fault(PositionFault.UNKNOWN)).head();
        List<PositionEvent> happened = events.of(id);
        Instant now = days.now();
        if (!happened.isEmpty() && happened.getLast().at().isAfter(now)) {
            // The clock was set back: order goes before hour.
            now = happened.getLast().at();
        }
        return new Locked(new PositionHistory(head, happened).now(), happened, now);
    }

    /**
     * Locks a position, if it says what somebody saw.
     *
     * @throws Fault {@link PositionFault#UNKNOWN}, {@link MandateFault#STALE}
     */
    Locked lockAsSeen(Head seen) {
        Locked locked = lock(seen.id());
        if (!locked.position().head().equals(seen)) {
            throw new Fault(MandateFault.STALE);
        }
        return locked;
    }

    /** Appends an event and writes what the position has come to. */
    OfficialPosition append(
            Locked locked, PositionEvent event, PositionAct act, Map<String, String> facts) {
        events.append(locked.id(), event);
        List<PositionEvent> all = new ArrayList<>(locked.events());
        all.add(event);
        OfficialPosition after = new PositionHistory(locked.position().head(), all).now();
        positions.change(after, locked.now());
        news.publishEvent(Act.done(act, PositionAct.subject(locked.id()), facts));
        news.publishEvent(new PositionChanged(locked.id(), after.code()));
        return after;
    }

    /** The same for one that is known: with a leaf that says what changed. */
    OfficialPosition appendInPublic(
            Locked locked, PositionEvent event, PositionAct act, Map<String, String> facts) {
        StringBuilder text = new StringBuilder("danaya position change v1\n");
        text.append("code ").append(locked.position().head().code()).append('\n');
        text.append("change ").append(act.code()).append('\n');
        facts.entrySet().stream()
                .filter(fact -> !"reason".equals(fact.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        fact ->
                                text.append(fact.getKey())
                                        .append(' ')
                                        .append(fact.getValue())
                                        .append('\n'));
        text.append("at ").append(locked.now()).append('\n');
        leaves.append(
                new NewLeaf(
                        CHANGED,
                        text.toString().getBytes(StandardCharsets.UTF_8),
                        "mandates:changed:position:"
                                + locked.id()
                                + ":"
                                + (locked.events().size() + 1)));
        return append(locked, event, act, facts);
    }
}
