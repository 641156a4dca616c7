package org.danaya.sigma.engine;

import java.util.Arrays;
import org.danaya.sigma.search.Found;
import org.jspecify.annotations.Nullable;

/** One thread's evaluation of events by an {@link Engine}; remembers what it saw. */
public final class Session {

    private final Engine engine;
    private final Text text = new Text();
    private final Text other = new Text();
    private final Asked question = new Asked();
    private final Known known;
    private final Lookup.Finds finds = new Lookup.Finds();
    private final Found satisfied;
    private final Found waiting;

    /**
     * What was last found out of each check: the number of the event, which is even, where the
     * check was asked and didn't hold, and the odd number behind it where it held.
     */
    private final int[] told;

    /** The event at which a rule was last waiting to be looked at. */
    private final int[] asked;

    /** Whether a name had a value, in any event. */
    private final boolean[] came;

    private int event;
    private int[] candidates = new int[64];
    private int candidateCount;
    private int[] matches = new int[16];
    private int matchCount;
    private long looked;
    private @Nullable Slots slots;

    public Session(Engine engine) {
        this(engine, new Memory());
    }

    /** An evaluation that remembers together with others. */
    Session(Engine engine, Memory memory) {
        this.engine = engine;
        known = memory.of(engine);
        told = new int[engine.checks];
        asked = new int[engine.rules.size()];
        came = new boolean[engine.names.size()];
        satisfied = new Found(engine.checks);
        waiting = new Found(engine.rules.size());
    }

    /**
     * Evaluates all rules on an event.
     *
     * @return how many match: {@link #match} tells them
     */
    public int evaluate(Slots of) {
        slots = of;
        event += 2;
        if (event < 0) {
            Arrays.fill(told, 0);
            Arrays.fill(asked, 0);
            event = 2;
        }
        candidateCount = 0;
        matchCount = 0;
        question.begin(of.count);
        for (int i = 0; i < of.count; i++) {
            value(of, i);
        }
        for (int rule : engine.always) {
            candidate(rule);
        }
        for (int i = 0; i < candidateCount; i++) {
            int rule = candidates[i];
            if (holds(engine.starts[rule])) {
                matched(rule);
            }
        }
        looked += candidateCount;
        return matchCount;
    }

    /** The number of a rule that matched, in no order. */
    public int match(int at) {
        return matches[at];
    }

    /** How many times a rule was looked at, since the beginning. */
    public long looked() {
        return looked;
    }

    /** Whether an event had something by that name. */
    boolean came(int name) {
        return came[name];
    }

    private void matched(int rule) {
        if (matchCount == matches.length) {
            matches = Arrays.copyOf(matches, matchCount * 2);
        }
        matches[matchCount++] = rule;
    }

    private void value(Slots of, int at) {
        int name = of.name[at];
        byte kind = of.kind[at];
        Lookup lookup = null;
        if (name >= 0) {
            came[name] = true;
            int there = engine.present[name];
            if (there >= 0) {
                hold(there);
            }
            lookup = engine.lookups[name];
        }
        if (kind == Kind.CONTAINER) {
            return;
        }
        if (kind == Kind.NULL) {
            if (lookup != null) {
                for (int check : lookup.nulls()) {
                    hold(check);
                }
            }
            return;
        }
        if (lookup != null) {
            text(of, at, name, kind, lookup);
        } else if (engine.anywhere != null) {
            text(of, at, Slots.UNNAMED, kind, engine.anywhere);
        }
    }

    private void text(Slots of, int at, int name, byte kind, Lookup lookup) {
        byte[] bytes = of.bytes;
        int from = of.from[at];
        int to = of.to[at];
        boolean keep = known.isWorth(name, to - from);
        long hash = 0;
        if (keep) {
            hash = Known.hash(bytes, from, to, name, kind);
            Known.Value value = known.find(hash, name, bytes, from, to);
            if (value != null) {
                question.know(at, value);
                hold(value.checks);
                for (int rule : value.rules) {
                    candidate(rule);
                }
                return;
            }
            keep = known.again(hash, name, to - from);
        }
        text.take(bytes, from, to, kind);
        satisfied.begin(engine.checks);
        lookup.look(text, finds, satisfied);
        if (keep) {
            keep(at, hash, name, Arrays.copyOfRange(bytes, from, to));
        } else {
            for (int i = 0; i < satisfied.count(); i++) {
                hold(satisfied.get(i));
            }
        }
    }

    private void keep(int at, long hash, int name, byte[] bytes) {
        int[] checks = Table.ordered(satisfied);
        waiting.begin(engine.rules.size());
        for (int check : checks) {
            for (int rule : engine.watchers[check]) {
                waiting.add(rule);
            }
        }
        Known.Value value = new Known.Value(hash, name, bytes, checks, Table.ordered(waiting));
        known.keep(value);
        question.know(at, value);
        hold(checks);
        for (int rule : value.rules) {
            candidate(rule);
        }
    }

    private void hold(int[] checks) {
        for (int check : checks) {
            told[check] = event + 1;
        }
    }

    private void hold(int check) {
        told[check] = event + 1;
        for (int rule : engine.watchers[check]) {
            candidate(rule);
        }
    }

    private void candidate(int rule) {
        if (asked[rule] != event) {
            asked[rule] = event;
            if (candidateCount == candidates.length) {
                candidates = Arrays.copyOf(candidates, candidateCount * 2);
            }
            candidates[candidateCount++] = rule;
        }
    }

    private boolean holds(int start) {
        int[] code = engine.code;
        int at = start;
        while (at >= 0) {
            int check = code[at];
            boolean yes = check < 0 ? ask(~check) : told[check] == event + 1;
            at = yes ? code[at + 1] : code[at + 2];
        }
        return at == Program.YES;
    }

    /** What is found out only when a rule asks, once an event. */
    private boolean ask(int check) {
        int known = told[check];
        Slots of = slots;
        if (known >= event || of == null) {
            return known > event;
        }
        Deferred deferred = engine.deferred[check];
        Check.Refers refers = engine.refers[check];
        boolean holds =
                deferred != null
                        ? deferred.holds(of, question)
                        : refers != null && Referring.holds(refers, of, text, other);
        told[check] = holds ? event + 1 : event;
        return holds;
    }
}
