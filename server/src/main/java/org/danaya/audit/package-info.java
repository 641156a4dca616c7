/**
 * The journal of every privileged act.
 *
 * <p>An {@link org.danaya.base.Act} that is published in a transaction becomes an entry in that
 * same transaction: both are committed or neither is. A refused act is written in a transaction of
 * its own, so that it stays when what was attempted rolls back.
 *
 * <p>States of an entry: <em>written</em>, then, within about a second of the commit,
 * <em>chained</em>: it has a position, and a hash over itself and the hash before it. One chainer
 * per database does this, so that acts never wait for each other. On a schedule the hash of the
 * last position is <em>anchored</em> in the public log.
 *
 * <p>Invariants: an entry is never changed and never deleted, except that the address a request
 * came from can be erased, which the chain bears; positions have no gap; a chained entry keeps its
 * position for ever. The journal holds no secret, and nothing of it but anchored hashes leaves for
 * the public log.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"base", "store", "jobs", "log", "page", "form", "table"})
@NullMarked
package org.danaya.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
