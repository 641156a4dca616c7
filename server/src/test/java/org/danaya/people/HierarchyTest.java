package org.danaya.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HierarchyTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    @Test
    void noOrderOfAcceptedLinksMakesACycleOrATreeTooDeepOnAnyDate() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            List<UUID> nodes =
                    IntStream.range(0, 2 + random.nextInt(16))
                            .mapToObj(_ -> UUID.randomUUID())
                            .toList();
            Hierarchy hierarchy = new Hierarchy(List.of());
            for (int step = 0; step < 60; step++) {
                UUID parent =
                        random.nextInt(5) == 0 ? null : nodes.get(random.nextInt(nodes.size()));
                Hierarchy.Link link =
                        new Hierarchy.Link(
                                nodes.get(random.nextInt(nodes.size())),
                                START.plusDays(random.nextInt(6)),
                                parent);
                if (hierarchy.check(link) == Hierarchy.Verdict.SOUND) {
                    hierarchy.add(link);
                } else {
                    refused++;
                }
            }
            for (int day = 0; day < 7; day++) {
                for (UUID node : nodes) {
                    assertThat(depth(hierarchy, node, START.plusDays(day)))
                            .as("seed %d round %d", seed, round)
                            .isBetween(1, Hierarchy.DEEPEST);
                }
            }
        }
        assertThat(refused).as("seed %d", seed).isPositive();
    }

    @Test
    void aChangeInThePastIsRefusedForACycleThatOnlyExistedThen() {
        UUID a = UUID.randomUUID();
        UUID b = UUID.randomUUID();
        Hierarchy hierarchy =
                new Hierarchy(
                        List.of(
                                new Hierarchy.Link(a, LocalDate.MIN, null),
                                new Hierarchy.Link(b, LocalDate.MIN, a),
                                new Hierarchy.Link(b, START, null)));
        assertThat(hierarchy.check(new Hierarchy.Link(a, START, b)))
                .isEqualTo(Hierarchy.Verdict.SOUND);
        assertThat(hierarchy.check(new Hierarchy.Link(a, START.minusDays(1), b)))
                .isEqualTo(Hierarchy.Verdict.CYCLE);
    }

    @Test
    void aStructureIsNotAboveItself() {
        UUID a = UUID.randomUUID();
        assertThat(new Hierarchy(List.of()).check(new Hierarchy.Link(a, START, a)))
                .isEqualTo(Hierarchy.Verdict.CYCLE);
    }

    @Test
    void aWholeSubtreeIsCountedWhenItMoves() {
        List<UUID> chain =
                IntStream.range(0, Hierarchy.DEEPEST).mapToObj(_ -> UUID.randomUUID()).toList();
        Hierarchy hierarchy = new Hierarchy(List.of());
        for (int i = 0; i < chain.size(); i++) {
            hierarchy.add(
                    new Hierarchy.Link(
                            chain.get(i), LocalDate.MIN, i == 0 ? null : chain.get(i - 1)));
        }
        UUID above = UUID.randomUUID();
        hierarchy.add(new Hierarchy.Link(above, LocalDate.MIN, null));
        assertThat(hierarchy.check(new Hierarchy.Link(chain.getFirst(), START, above)))
                .isEqualTo(Hierarchy.Verdict.TOO_DEEP);
        assertThat(hierarchy.check(new Hierarchy.Link(chain.get(1), START, above)))
                .isEqualTo(Hierarchy.Verdict.SOUND);
    }

    private static int depth(Hierarchy hierarchy, UUID node, LocalDate day) {
        Set<UUID> seen = new HashSet<>();
        for (UUID one = node; one != null; one = hierarchy.parent(one, day)) {
            assertThat(seen.add(one)).as("a cycle").isTrue();
        }
        return seen.size();
    }
}
