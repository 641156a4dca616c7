package org.danaya.base;

import java.util.Map;

/**
 * A privileged act, told by the module that does it, in the transaction that does it.
 *
 * <p>Publish one with Spring's {@code ApplicationEventPublisher}: the journal writes it in the same
 * transaction or fails the act.
 *
 * @param type what was done
 * @param actor who did it
 * @param subject on what: a kind, a colon and an id, such as {@code structure:0198…}
 * @param outcome how it ended
 * @param facts what else an auditor needs; no secret, and ids instead of personal data, because
 *     what the journal's chain covers is never erased
 */
public record Act(
        ActType type, Actor actor, String subject, Outcome outcome, Map<String, String> facts) {

    /** How an act ended. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** It was refused by a rule. */
        REFUSED
    }

    /** An act done by the actor of this thread. */
    public static Act done(ActType type, String subject, Map<String, String> facts) {
        return new Act(type, Actor.current(), subject, Outcome.DONE, facts);
    }

    /** An act refused to the actor of this thread. */
    public static Act refused(ActType type, String subject, Map<String, String> facts) {
        return new Act(type, Actor.current(), subject, Outcome.REFUSED, facts);
    }
}
