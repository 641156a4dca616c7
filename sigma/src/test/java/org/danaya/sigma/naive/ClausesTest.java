package org.danaya.sigma.naive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.danaya.sigma.Clauses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClausesTest {
    @ParameterizedTest
    @MethodSource("org.danaya.sigma.Clauses#all")
    void theEvaluatorReadsThemSo(Clauses.Clause clause) {
        assertEquals(
                clause.matches(),
                NaiveEvaluator.matches(clause.rule(), Json.parse(clause.event())));
    }
}
