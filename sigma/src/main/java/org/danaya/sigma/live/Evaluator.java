package org.danaya.sigma.live;

import java.util.Optional;
import org.danaya.sigma.engine.JsonScanner;
import org.danaya.sigma.engine.Memory;
import org.danaya.sigma.engine.RoutedSession;
import org.danaya.sigma.engine.Routing;
import org.danaya.sigma.engine.Slots;
import org.danaya.sigma.explain.EventValues;
import org.danaya.sigma.route.Coverage;

/**
 * Evaluates events by the rules in force, one after another, for one thread. What it tells is about
 * the last event, and good until the next.
 */
public final class Evaluator {

    /** What {@link #evaluate} answers for what is no event: {@link #why} tells. */
    public static final int MALFORMED = -1;

    private final LiveRules live;
    private final Memory memory;
    private final Slots slots = new Slots();
    private Routing rules;
    private JsonScanner scanner;
    private RoutedSession session;
    private JsonScanner.Malformed why = JsonScanner.Malformed.NOT_JSON;

    public Evaluator(LiveRules live) {
        this(live, new Memory());
    }

    /** An evaluator that remembers values together with those of other threads. */
    public Evaluator(LiveRules live, Memory memory) {
        this.live = live;
        this.memory = memory;
        rules = live.current();
        scanner = new JsonScanner(rules.names(), rules.searchesEverywhere());
        session = new RoutedSession(rules, memory);
    }

    /**
     * Evaluates an event.
     *
     * @param buffer holds a JSON object between the places, perhaps with blanks around it, and at
     *     least 8 bytes behind
     * @return how many rules match: {@link #match} tells them; or {@link #MALFORMED}
     */
    public int evaluate(byte[] buffer, int from, int to) {
        Routing now = live.current();
        if (now != rules) {
            rules = now;
            scanner = new JsonScanner(now.names(), now.searchesEverywhere());
            session = new RoutedSession(now, memory);
        }
        int begin = blank(buffer, from, to);
        int end = scanner.scan(buffer, begin, to, slots);
        if (end < 0) {
            why = scanner.why();
            return MALFORMED;
        }
        if (blank(buffer, end, to) < to) {
            why = JsonScanner.Malformed.NOT_JSON;
            return MALFORMED;
        }
        return session.evaluate(slots);
    }

    /** Why the last event couldn't be read. */
    public JsonScanner.Malformed why() {
        return why;
    }

    /** The rules that the last event was evaluated by. */
    public Routing rules() {
        return rules;
    }

    /** The number of a rule that matched, among {@link #rules}; in no order. */
    public int match(int at) {
        return session.match(at);
    }

    /** The text of the event's field, as the rule of that number names it, if it has one. */
    public Optional<String> text(int rule, String field) {
        return session.text(rule, field);
    }

    /**
     * What the event holds, by the names that the rule of that number gives to fields: what its
     * match is explained from.
     */
    public EventValues values(int rule) {
        return session.values(rule);
    }

    /** The text at a place of the event, by its number among the names of the rules. */
    public Optional<String> textAt(int place) {
        return session.textAt(place);
    }

    /** How many times one of the rules in force was looked at. */
    public long looked() {
        return session.looked();
    }

    /** Adds what came so far, by the rules in force. */
    public void tell(Coverage coverage) {
        session.tell(coverage);
    }

    private static int blank(byte[] buffer, int from, int to) {
        int at = from;
        while (at < to
                && (buffer[at] == ' '
                        || buffer[at] == '\n'
                        || buffer[at] == '\r'
                        || buffer[at] == '\t')) {
            at++;
        }
        return at;
    }
}
