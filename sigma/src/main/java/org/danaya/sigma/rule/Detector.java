package org.danaya.sigma.rule;

/**
 * What detects something: a rule by single events, or a correlation over what other detectors
 * found.
 */
public sealed interface Detector permits Rule, Correlation {
    Header header();
}
