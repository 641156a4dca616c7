package org.danaya.sigma.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.danaya.sigma.Clauses;
import org.danaya.sigma.search.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClausesTest {
    @ParameterizedTest
    @MethodSource("org.danaya.sigma.Clauses#all")
    void theEngineReadsThemSo(Clauses.Clause clause) {
        Engine engine = Engine.of(List.of(clause.rule()));
        byte[] event = clause.event().getBytes(StandardCharsets.UTF_8);
        Slots slots = new Slots();
        int end =
                new JsonScanner(engine.names(), engine.searchesEverywhere())
                        .scan(
                                Arrays.copyOf(event, event.length + Words.PADDING),
                                0,
                                event.length,
                                slots);
        assertTrue(end > 0, clause.event());
        assertEquals(clause.matches() ? 1 : 0, new Session(engine).evaluate(slots));
    }
}
