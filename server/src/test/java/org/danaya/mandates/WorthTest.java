package org.danaya.mandates;

import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.junit.jupiter.api.Test;

/** What a chain of mandates comes to, against a model that asks about one thing at a time. */
class WorthTest {

    private static final int GRAPHS = 100_000;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final List<String> PLACES = List.of("ML", "SN", "CI");

    @Test
    void noPowerIsBeyondItsGrantorsInAnyGraph() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < GRAPHS; i++) {
            Graph graph = new Graph(random);
            for (int mandate = 0; mandate < graph.mandates.size(); mandate++) {
                Worth worth = Worth.of(graph.office, graph.chain(mandate));
                for (Power power : Power.values()) {
                    for (String place : PLACES) {
                        for (int day = -2; day <= 2; day++) {
                            LocalDate when = DAY.plusDays(day);
                            boolean says =
                                    worth.holds(power, when)
                                            && worth.scope()
                                                    .limit(Scope.Side.TERRITORY)
                                                    .covers(place);
                            if (says != graph.naively(mandate, power, place, when)) {
                                fail("seed %d graph %d mandate %d %s", seed, i, mandate, power);
                            }
                        }
                    }
                }
            }
        }
    }

    /** An office and some mandates below it, some of them suspended, cut or over. */
    private static final class Graph {

        private final Optional<Worth> office;
        private final List<Mandate> mandates = new ArrayList<>();
        private final List<Integer> parents = new ArrayList<>();

        Graph(Random random) {
            office =
                    random.nextInt(20) == 0
                            ? Optional.empty()
                            : Optional.of(
                                    new Worth(
                                            powers(random),
                                            scope(random),
                                            period(random),
                                            1 + random.nextInt(3),
                                            Worth.Hold.NONE));
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                parents.add(random.nextInt(i + 1) - 1);
                mandates.add(mandate(random));
            }
        }

        List<Mandate> chain(int mandate) {
            List<Mandate> chain = new ArrayList<>();
            for (int i = mandate; i >= 0; i = parents.get(i)) {
                chain.add(mandates.get(i));
            }
            return chain;
        }

        /** Asks each one up to the office, one after another, by the words of the rule. */
        boolean naively(int mandate, Power power, String place, LocalDate day) {
            if (office.isEmpty()) {
                return false;
            }
            Set<Integer> seen = new HashSet<>();
            for (int i = mandate; i >= 0; i = parents.get(i)) {
                if (!seen.add(i)
                        || !(mandates.get(i) instanceof Mandate.InForce in)
                        || !in.held().powers().has(power)
                        || !in.held().period().contains(day)
                        || !in.head().terms().scope().limit(Scope.Side.TERRITORY).covers(place)) {
                    return false;
                }
            }
            // What goes beyond its grantor's anywhere in the chain is worth nothing below.
            return office.get().powers().has(power)
                    && office.get().period().contains(day)
                    && office.get().scope().limit(Scope.Side.TERRITORY).covers(place)
                    && lies(mandate)
                    && depth(mandate) >= 0;
        }

        private boolean lies(int mandate) {
            for (int i = mandate; i >= 0; i = parents.get(i)) {
                Scope above =
                        parents.get(i) < 0
                                ? office.orElseThrow().scope()
                                : mandates.get(parents.get(i)).head().terms().scope();
                if (!mandates.get(i).head().terms().scope().within(above)) {
                    return false;
                }
            }
            return true;
        }

        /** How often the mandate may be passed on; less than 0 where it may not be at all. */
        private int depth(int mandate) {
            int above =
                    parents.get(mandate) < 0
                            ? office.orElseThrow().depth()
                            : depth(parents.get(mandate));
            return above < 1
                    ? -1
                    : Math.min(above - 1, mandates.get(mandate).head().terms().depth());
        }

        private static Mandate mandate(Random random) {
            Powers powers = powers(random);
            Terms terms =
                    new Terms(
                            MandateKind.MANDATE,
                            UUID.randomUUID(),
                            new Grantor.OfOffice(UUID.randomUUID()),
                            UUID.randomUUID(),
                            Optional.empty(),
                            powers,
                            scope(random),
                            period(random),
                            random.nextInt(4),
                            "exemple",
                            Optional.empty(),
                            Optional.empty());
            Mandate.Head head =
                    new Mandate.Head(
                            UUID.randomUUID(),
                            1,
                            "0000000000",
                            terms,
                            new Names("", "", "", "", "", "", ""),
                            UUID.randomUUID(),
                            Instant.EPOCH);
            Mandate.Held held =
                    new Mandate.Held(
                            random.nextInt(3) == 0 ? powers.and(powers(random)) : powers,
                            terms.period());
            return switch (random.nextInt(12)) {
                case 0 -> new Mandate.Suspended(head, held, "", Instant.EPOCH);
                case 1 -> new Mandate.Revoked(head, Mandate.EndCause.DECIDED, "", Instant.EPOCH);
                case 2 -> new Mandate.Signed(head, Instant.EPOCH);
                default -> new Mandate.InForce(head, held, Instant.EPOCH);
            };
        }

        private static Powers powers(Random random) {
            return new Powers(1 + random.nextInt(Powers.ALL.bits()));
        }

        private static Scope scope(Random random) {
            if (random.nextInt(2) == 0) {
                return Scope.OPEN;
            }
            List<String> some = PLACES.stream().filter(_ -> random.nextInt(3) > 0).toList();
            return new Scope(Map.of(Scope.Side.TERRITORY, Limit.of(some)), Optional.empty());
        }

        private static Period period(Random random) {
            LocalDate from = DAY.plusDays(random.nextInt(3) - 2);
            return new Period(from, DAY.plusDays(1 + random.nextInt(3)));
        }
    }
}
