package org.danaya.sigma.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.danaya.sigma.explain.EventValues;
import org.danaya.sigma.explain.Explanation;
import org.danaya.sigma.explain.Reason;
import org.danaya.sigma.live.JsonEventValues;
import org.danaya.sigma.naive.Json;
import org.danaya.sigma.naive.NaiveEvaluator;
import org.danaya.sigma.rule.Condition;
import org.danaya.sigma.rule.Read;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.RuleReader;
import org.junit.jupiter.api.Test;

/**
 * Random rules on random events: there is an explanation exactly where the specification's words
 * say that there is a match, and each of its reasons, read as a rule of its own, matches too.
 */
final class RandomReasonsTest {

    private static final int ROUNDS = 10_000;

    /** A number that is different: of an array, no rule can ask it of one element alone. */
    private static final Pattern UNWRITABLE = Pattern.compile("\\|neq: -?[0-9]");

    private int matches;
    private int reread;
    private final Set<String> kinds = new HashSet<>();

    @Test
    void everyMatchHasItsReasonsAndEveryReasonHolds() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("RandomReasonsTest seed " + seed);
        Random random = new Random(seed);
        RandomRules rules = new RandomRules(random);
        RandomEvents events = new RandomEvents(random);
        for (int round = 0; round < ROUNDS; round++) {
            Rule rule = rules.next(round);
            String event = events.next();
            EventValues values =
                    JsonEventValues.of(rule, event.getBytes(StandardCharsets.UTF_8)).orElseThrow();
            Optional<Explanation> explanation = Explanation.of(rule, values);
            String told = "seed " + seed + "\n" + event + "\n" + rule + "\n" + explanation;
            assertEquals(
                    NaiveEvaluator.matches(rule, Json.parse(event)), explanation.isPresent(), told);
            explanation.ifPresent(
                    found -> found.reasons().forEach(reason -> holds(reason, rule, event, told)));
            matches += explanation.isPresent() ? 1 : 0;
        }
        assertTrue(matches > ROUNDS / 10, "Too few matches to mean anything: " + matches);
        assertTrue(reread > ROUNDS / 10, "Too few reasons to mean anything: " + reread);
        assertTrue(
                kinds.containsAll(
                        Set.of(
                                "contains",
                                "startswith",
                                "endswith",
                                "cased",
                                "re",
                                "i",
                                "cidr",
                                "exists",
                                "neq",
                                "fieldref")),
                kinds.toString());
    }

    private void holds(Reason reason, Rule rule, String event, String told) {
        Rule whole =
                new Rule(
                        rule.header(),
                        rule.logSource(),
                        Map.of(reason.selection(), rule.selections().get(reason.selection())),
                        new Condition.Selected(reason.selection()));
        assertTrue(NaiveEvaluator.matches(whole, Json.parse(event)), told);
        if (UNWRITABLE.matcher(reason.test()).find()) {
            return;
        }
        assertTrue(NaiveEvaluator.matches(read(reason), Json.parse(event)), reason + "\n" + told);
        if (!reason.field().isEmpty()) {
            String key = reason.test().split(": ", 2)[0];
            kinds.addAll(List.of(key.split("\\|", -1)));
        }
        reread++;
    }

    private static Rule read(Reason reason) {
        String test = reason.test();
        String item =
                !reason.field().isEmpty()
                        ? test
                        : test.startsWith("|")
                                ? test.replaceFirst("^([a-z|]+)", "'$1'")
                                : "- " + test;
        String yaml =
                "title: Example\nlogsource: {category: test}\ndetection:\n    selection:\n        "
                        + item
                        + "\n    condition: selection\n";
        return switch (new RuleReader()
                .read("reason.yml", yaml.getBytes(StandardCharsets.UTF_8))
                .getFirst()) {
            case Read.OfRule of -> of.rule();
            case Read.Refused refused -> throw new AssertionError(item + ": " + refused);
            case Read.OfCorrelation of -> throw new AssertionError(item);
            case Read.OfFilter of -> throw new AssertionError(item);
        };
    }
}
