/**
 * Accounts, the links that open them, and roles: who has the key to the console, and what they may
 * do there.
 *
 * <p>An {@link org.danaya.access.Account} belongs to one person. It is invited, active, suspended
 * or closed; a closed one never opens again. Whoever lost every passkey and every recovery code
 * gets theirs back by a {@link org.danaya.access.Reset}, which one person asks for and another
 * approves, so that nobody takes over another's roles by sending themselves a link.
 *
 * <p>A {@link org.danaya.access.Role} is a set of rights. It is given for the whole platform or for
 * one structure, from a day and, maybe, to a day. Giving one takes two people: who asks and who
 * approves, and neither may be the one whose proposal it is or whom it favours. Two exceptions,
 * both in the journal as such: the first administrator gets the role with the first account, and
 * who opens a link that the operator made at the machine gets the role that it is for. The first
 * approver comes that way: an administrator alone gives nobody a role.
 *
 * <p>Invariants: one account in use per person; nobody proposes or approves a role that none of
 * their own roles may give; two roles that must stay apart are never held by one account; the last
 * administrator can be neither suspended nor closed nor relieved; the secrets of links are stored
 * hashed and work once.
 *
 * <p>It must never know how people prove who they are: that is {@code signin}, above.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"base", "store", "page", "people", "form"})
@NullMarked
package org.danaya.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
