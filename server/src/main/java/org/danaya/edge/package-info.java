/**
 * The relying parties' plane: what strangers and machines ask without a session, on a port of its
 * own.
 *
 * <p>One small handler per protocol ({@link org.danaya.edge.EdgeHandler}), each in one file. Here
 * stand what they share: limits on bodies, headers, time, connections and rate; errors; security
 * headers; figures; and the HTTP/1 server itself ({@code Listener}, {@code EventLoop}, {@code
 * Connection}, {@code RequestHead}, {@code RequestBody}).
 *
 * <p>Invariants: no session and no cookie; no key of an authority; only canonical paths are
 * answered; nothing of the log is served before the published checkpoint covers it; whatever a
 * client sends, it costs a bounded amount of memory and time and never shows a stack trace; an
 * event loop never waits for anything but its sockets.
 */
@ApplicationModule(
        displayName = "Edge",
        allowedDependencies = {"base", "store", "page"})
@NullMarked
package org.danaya.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
