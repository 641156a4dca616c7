/** Benchmarks, load and long random runs. Never shipped. */
@NullMarked
package org.danaya.bench;

import org.jspecify.annotations.NullMarked;
