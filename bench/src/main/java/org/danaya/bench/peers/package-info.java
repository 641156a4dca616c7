/**
 * Other programs on the JVM that find which of many queries match an event, given the queries that
 * Sigma rules amount to: what the Sigma engine is measured beside. Each peer is loaded with jars of
 * its own ({@link org.danaya.bench.peers.PeerLoader}), because they are built upon different
 * versions of Lucene.
 */
@NullMarked
package org.danaya.bench.peers;

import org.jspecify.annotations.NullMarked;
