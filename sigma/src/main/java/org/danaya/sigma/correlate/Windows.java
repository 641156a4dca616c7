package org.danaya.sigma.correlate;

import java.math.BigDecimal;
import java.util.List;
import org.danaya.sigma.rule.Correlation.Bound;
import org.jspecify.annotations.Nullable;

/**
 * One correlation at work: its groups, the hits within its time span, and what is measured. All
 * groups share one queue of hits, so that what leaves the time span is found at its front,
 * whichever group it is of.
 */
final class Windows {
    private final Plan plan;
    private final Room room;
    private final List<Bound> bounds;
    private final Tuples groups;
    private final Tally tally;
    private final HitQueue hits = new HitQueue();
    private final Hosts hosts;

    Windows(Plan plan, Texts texts, Room room, Mixer mixer) {
        this.plan = plan;
        this.room = room;
        bounds = plan.bounds();
        groups = new Tuples(plan.correlation().groupBy().size(), 0, texts, room, mixer);
        tally = Tally.of(plan, texts, room, mixer);
        hosts = new Hosts(texts);
    }

    Plan plan() {
        return plan;
    }

    int hits() {
        return hits.size();
    }

    int groups() {
        return groups.size();
    }

    /** How many hits a group has. */
    int events(int group) {
        return groups.count(group);
    }

    /** The text of a field that a group is by; 0 where it has none. */
    int key(int group, int field) {
        return groups.get(group, field);
    }

    /** The text of the host that all hits of a group have; 0 where they haven't one. */
    int host(int group) {
        return hosts.shared(group, groups.count(group));
    }

    /** Whether there is a group already for a hit's fields from {@code at} on. */
    boolean hasGroup(int reference, int[] hit, int at) {
        want(reference, hit, at);
        return groups.find() != Tuples.NONE;
    }

    /** Takes a hit; there must be room. The group that it is of. */
    int add(long time, int reference, int[] hit, int at) {
        want(reference, hit, at);
        int group = groups.add();
        if (groups.count(group) == 1) {
            room.groups++;
        }
        hosts.add(group, Plan.text(hit, at, Plan.HOST));
        hits.add(time, group, tally.add(group, time, reference, hit, at));
        room.hits++;
        return group;
    }

    /** What is measured of a group, if the condition holds. */
    @Nullable BigDecimal holding(int group) {
        BigDecimal value = tally.value(group, groups.count(group));
        if (value != null) {
            for (Bound bound : bounds) {
                if (!bound.order().holds(value, bound.value())) {
                    return null;
                }
            }
        }
        return value;
    }

    /** Lets hits go that are out of the time span now. */
    void expire(long now) {
        long from = EventTime.before(now, plan.span);
        while (hits.size() > 0 && hits.time() < from) {
            forget();
        }
    }

    /** Lets the oldest hit go. */
    void forget() {
        int group = hits.group();
        tally.remove(group, hits.kept());
        hits.remove();
        room.hits--;
        if (groups.remove(group)) {
            hosts.remove(group);
            room.groups--;
        }
    }

    private void want(int reference, int[] hit, int at) {
        int[] columns = plan.keys(reference);
        for (int i = 0; i < columns.length; i++) {
            groups.wanted[i] = Plan.text(hit, at, columns[i]);
        }
    }
}
