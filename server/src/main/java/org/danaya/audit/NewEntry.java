package org.danaya.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Fault;

/**
 * An entry as it is written. Its texts hold neither U+0000 nor half a character, which PostgreSQL
 * and UTF-8 can't keep; each is replaced by U+FFFD.
 *
 * @param at in whole microseconds
 * @param actor the account, the API key, the user or the part; empty for a stranger
 * @param address an IP address; empty where the request came from nowhere
 */
record NewEntry(
        Instant at,
        String actorKind,
        String actor,
        String role,
        String act,
        String subject,
        String outcome,
        String facts,
        String request,
        String address) {

    static final int TEXT_LIMIT = 300;
    static final int FACTS_LIMIT = 32_768;

    static NewEntry of(Act act, Instant now, String request) {
        Map<String, String> facts = new HashMap<>();
        act.facts().forEach((key, value) -> facts.put(clean(key), clean(value)));
        NewEntry entry =
                switch (act.actor()) {
                    case Actor.Person(var account, String role, String address) ->
                            of(
                                    act,
                                    now,
                                    request,
                                    facts,
                                    "PERSON",
                                    account.toString(),
                                    role,
                                    address);
                    case Actor.Key(var id, String address) ->
                            of(act, now, request, facts, "KEY", id.toString(), "", address);
                    case Actor.Stranger(String address) ->
                            of(act, now, request, facts, "STRANGER", "", "", address);
                    case Actor.Operator(String user) ->
                            of(act, now, request, facts, "OPERATOR", user, "", "");
                    case Actor.Program(String part) ->
                            of(act, now, request, facts, "PROGRAM", part, "", "");
                };
        entry.refuseTooLong();
        return entry;
    }

    private static NewEntry of(
            Act act,
            Instant now,
            String request,
            Map<String, String> facts,
            String actorKind,
            String actor,
            String role,
            String address) {
        return new NewEntry(
                now.truncatedTo(ChronoUnit.MICROS),
                actorKind,
                clean(actor),
                clean(role),
                act.type().code(),
                clean(act.subject()),
                act.outcome().name(),
                CanonicalJson.of(facts),
                clean(request),
                clean(address));
    }

    private void refuseTooLong() {
        for (String text : new String[] {actor, role, act, subject, request, address}) {
            if (text.length() > TEXT_LIMIT) {
                throw new Fault(AuditFault.TOO_LONG, act, TEXT_LIMIT);
            }
        }
        if (facts.length() > FACTS_LIMIT) {
            throw new Fault(AuditFault.TOO_LONG, act, FACTS_LIMIT);
        }
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
