package org.danaya.mandates;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends what happens to mandates, with all that goes with it. Always within a transaction. */
final class Recording {

    /** The kind of leaf that a signed mandate is. */
    static final String SIGNED = "mandates.signed";

    /** The kind of leaf that a change of a mandate in force is. */
    static final String CHANGED = "mandates.changed";

    private final MandateTable mandates;
    private final EventTable events;
    private final Leaves leaves;
    private final ApplicationEventPublisher news;
    private final Days days;

    Recording(JdbcClient jdbc, Leaves leaves, ApplicationEventPublisher news, Days days) {
        this.mandates = new MandateTable(jdbc);
        this.events = new EventTable(jdbc);
        this.leaves = leaves;
        this.news = news;
        this.days = days;
    }

    /**
     * A mandate that nobody else changes until the transaction ends.
     *
     * @param now never before its last event
     */
    record Locked(Mandate mandate, List<MandateEvent> events, Instant now) {

        UUID id() {
            return mandate.id();
        }

        Terms terms() {
            return mandate.head().terms();
        }

        /** Faults: its state doesn't allow what is asked. */
        Fault wrongState() {
            return new Fault(MandateFault.WRONG_STATE, mandate.code());
        }
    }

    /**
     * Locks a mandate.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}
     */
    Locked lock(UUID id) {
        Mandate.Head head =
                mandates.lock(id).orElseThrow(() -> new Fault(MandateFault.UNKNOWN)).head();
        List<MandateEvent> happened = events.of(id);
        Instant now = days.now();
        if (!happened.isEmpty() && happened.getLast().at().isAfter(now)) {
            // The clock was set back: order goes before hour.
            now = happened.getLast().at();
        }
        return new Locked(new History(head, happened).at(now, days.zone()), happened, now);
    }

    /**
     * Locks mandates in the order of their ids, if each says what somebody saw.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}, {@link MandateFault#STALE}
     */
    List<Locked> lockAsSeen(List<Mandate.Head> seen) {
        return seen.stream()
                .sorted(Comparator.comparing(Mandate.Head::id))
                .map(
                        head -> {
                            Locked locked = lock(head.id());
                            if (!locked.mandate().head().equals(head)) {
                                throw new Fault(MandateFault.STALE);
                            }
                            return locked;
                        })
                .toList();
    }

    /** Appends an event and writes what the mandate has come to. */
    Mandate append(Locked locked, MandateEvent event, MandateAct act, Map<String, String> facts) {
        events.append(locked.id(), event);
        List<MandateEvent> all = new ArrayList<>(locked.events());
        all.add(event);
        Mandate after = new History(locked.mandate().head(), all).at(locked.now(), days.zone());
        mandates.change(after, locked.now());
        news.publishEvent(Act.done(act, "mandate:" + locked.id(), facts));
        news.publishEvent(new MandateChanged(locked.id(), after.code()));
        return after;
    }

    /** The same for a mandate that was public: with a leaf that says what changed. */
    Mandate appendInPublic(
            Locked locked, MandateEvent event, MandateAct act, Map<String, String> facts) {
        StringBuilder text = new StringBuilder("danaya mandate change v1\n");
        text.append("number ").append(locked.mandate().head().number()).append('\n');
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
                        "mandates:changed:" + locked.id() + ":" + (locked.events().size() + 1)));
        return append(locked, event, act, facts);
    }
}
