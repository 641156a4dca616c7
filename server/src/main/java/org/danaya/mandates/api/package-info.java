/**
 * The register for officers' own tools: lists, one mandate, what ends. Within the reach of their
 * rights; programs' keys don't open it, as it tells about people.
 */
@NullMarked
package org.danaya.mandates.api;

import org.jspecify.annotations.NullMarked;
