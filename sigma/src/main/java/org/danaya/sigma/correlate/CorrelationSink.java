package org.danaya.sigma.correlate;

import org.danaya.sigma.rule.Correlation;

/**
 * Where a {@link Correlator} tells what it found, and what it could not take into account. Called
 * from within its methods, which must not be called from here.
 */
public interface CorrelationSink {
    /**
     * A correlation found something; {@link org.danaya.sigma.rule.RuleSet#reports} says whether
     * that is reported.
     *
     * @param correlated only during the call
     */
    void found(Correlated correlated);

    /**
     * A hit came when later ones had been taken already: no correlation saw it.
     *
     * @param rule its number, as {@link Correlator#accept} was given it
     * @param place its event, as {@link Correlator#accept} was given it
     */
    void late(int rule, long time, long place);

    /** A limit forced a hit out of a correlation's time span: it may have found less, or other. */
    void evicted(Correlation correlation);
}
