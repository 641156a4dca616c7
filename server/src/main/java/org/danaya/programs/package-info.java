/**
 * The programs of structures, and the API keys by which they act.
 *
 * <p>An {@link org.danaya.programs.ApiKey} belongs to a structure and reaches what lies below it,
 * as a role does. It waits for a second person where one of its {@link org.danaya.programs.Grant}s
 * asks for one, is in force, and ends by its date or by being revoked, for good.
 *
 * <p>Somebody answers for each key: first who made it, later who took it over. A key does nothing
 * that this person could not do at that moment, and nothing at all while they can't sign in: so a
 * key is no way around a suspension, nor to more rights than one has.
 *
 * <p>A passkey is asked for afresh where power begins or changes hands: making a key, approving it,
 * taking it over. Revoking or refusing one asks for none: stopping a leak must be the easiest thing
 * to do, and takes power away only.
 *
 * <p>Invariants: a key is shown once and only an HMAC of it is kept; it ends within a year; who
 * made it doesn't approve it; every refusal of a known key is in the journal.
 *
 * <p>Never: a key in an address, in a log line or in an error; a right that approves or appoints.
 */
@ApplicationModule(
        displayName = "Programs",
        allowedDependencies = {
            "base", "store", "form", "page", "table", "gate", "people", "access", "signin"
        })
@NullMarked
package org.danaya.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
