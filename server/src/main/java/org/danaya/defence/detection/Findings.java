package org.danaya.defence.detection;

/** Takes what was found, in the order of the inputs, and shows it in one format. For one thread. */
public interface Findings {

    /** Something was found. */
    void found(Match match);

    /** Everything was read. */
    void end(Ledger ledger);
}
