/** The percolator of OpenSearch, in a node without a network. Loaded with its own jars. */
@NullMarked
package org.danaya.bench.peers.percolator;

import org.jspecify.annotations.NullMarked;
