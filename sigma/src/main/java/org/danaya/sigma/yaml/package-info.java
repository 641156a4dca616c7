/**
 * YAML from strangers as plain trees with line numbers: never more than the limits say, and each
 * document by itself.
 */
@NullMarked
package org.danaya.sigma.yaml;

import org.jspecify.annotations.NullMarked;
