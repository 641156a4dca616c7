/**
 * The log's files as they lie on the disk, and the synchronised writes by which they get there.
 *
 * <p>Whoever publishes here may rely on it: when a write returns, it is durable, its name too.
 */
@NullMarked
package org.danaya.log.disk;

import org.jspecify.annotations.NullMarked;
