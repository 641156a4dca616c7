/** Lucene Monitor. Loaded with its own jars. */
@NullMarked
package org.danaya.bench.peers.monitor;

import org.jspecify.annotations.NullMarked;
