package org.danaya.log;

import java.time.Instant;
import org.danaya.verify.TreeHash;

/**
 * A leaf that was appended and waits for its place.
 *
 * @param madeAt in whole seconds
 * @param hash the hash of its entry, by which an inclusion proof names it
 */
public record Leaf(String kind, String reference, Instant madeAt, TreeHash hash) {}
