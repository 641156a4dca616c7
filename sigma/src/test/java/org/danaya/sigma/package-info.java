/** Tests over the whole library. */
@NullMarked
package org.danaya.sigma;

import org.jspecify.annotations.NullMarked;
