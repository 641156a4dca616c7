/**
 * Official delegations: who stands for the State at an event, exactly, and who leads them.
 *
 * <p>A delegation is constituted (its members are drafts of mandates), notified (their grantor
 * signed and all are in force), on mission on its days, and closed once somebody reported. Each
 * member's place is a mandate of its own, limited to the event and the country, and can be taken
 * from that member alone.
 *
 * <p>Invariants: exactly one head; nobody twice; nobody in two delegations on one day unless it was
 * declared. About whoever isn't in a delegation the public is told just that, and nobody keeps who
 * asked.
 */
@NullMarked
package org.danaya.mandates.delegation;

import org.jspecify.annotations.NullMarked;
