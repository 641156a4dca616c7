package org.danaya.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.danaya.access.RoleOutcome.Forbidden;
import org.danaya.access.RoleOutcome.Rule;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.people.Subtrees;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who holds which role, and how roles are given and taken. */
@Component
public final class Roles {

    private static final int LISTED = 200;

    /**
     * What somebody wants given.
     *
     * @param account to whom
     * @param structure for which structure; null for the whole platform
     * @param from since when; null for at once
     * @param to until when, not included; null for no end
     */
    public record Wish(
            UUID account,
            Role role,
            @Nullable UUID structure,
            @Nullable Instant from,
            @Nullable Instant to,
            String reason) {}

    private final RoleTable table;
    private final ProposalTable proposals;
    private final AccountTable accounts;
    private final Subtrees subtrees;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Roles(
            RoleTable table,
            ProposalTable proposals,
            AccountTable accounts,
            Subtrees subtrees,
            Ids ids,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = table;
        this.proposals = proposals;
        this.accounts = accounts;
        this.subtrees = subtrees;
        this.ids = ids;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** The roles that an account holds now. */
    public List<RoleAssignment> held(UUID account) {
        Instant at = now();
        return table.of(account, at).stream().filter(each -> each.holds(at)).toList();
    }

    /**
     * The active accounts that a right reaches through a role for a structure, by structure; a role
     * for the whole platform doesn't count.
     */
    public Map<UUID, Set<UUID>> holders(Right right, Collection<UUID> structures) {
        List<Role> roles =
                Arrays.stream(Role.values()).filter(role -> role.rights().contains(right)).toList();
        Map<UUID, Set<UUID>> byScope = new HashMap<>();
        for (RoleAssignment each : table.scoped(roles, now())) {
            each.within()
                    .ifPresent(
                            scope ->
                                    byScope.computeIfAbsent(scope, _ -> new LinkedHashSet<>())
                                            .add(each.account()));
        }
        Map<UUID, Set<UUID>> holders = new HashMap<>();
        byScope.forEach(
                (scope, accounts) -> {
                    Set<UUID> reached = new HashSet<>(subtrees.of(Set.of(scope)));
                    reached.retainAll(structures);
                    reached.forEach(
                            one ->
                                    holders.computeIfAbsent(one, _ -> new LinkedHashSet<>())
                                            .addAll(accounts));
                });
        return holders;
    }

    /** The roles that accounts hold now, by account. */
    Map<UUID, List<RoleAssignment>> held(Collection<UUID> accounts) {
        Instant at = now();
        return table.of(accounts, at).stream()
                .filter(each -> each.holds(at))
                .collect(Collectors.groupingBy(RoleAssignment::account));
    }

    /** The roles that an account holds now or will hold. */
    List<RoleAssignment> given(UUID account) {
        return table.of(account, now());
    }

    /**
     * What an account's roles let it do, and how far: a role for a structure reaches all that is
     * below it today.
     */
    public Rights rights(List<RoleAssignment> held) {
        Map<Right, Reach> reaches = new EnumMap<>(Right.class);
        for (RoleAssignment each : held) {
            Reach reach =
                    each.within()
                            .<Reach>map(
                                    structure ->
                                            new Reach.Structures(subtrees.of(Set.of(structure))))
                            .orElseGet(Reach.Everywhere::new);
            each.role().rights().forEach(right -> reaches.merge(right, reach, Reach::or));
        }
        return new Rights(reaches);
    }

    /** The proposals, those that wait first, then the newest; at most 200. */
    List<RoleProposal> proposals() {
        return proposals.newest(LISTED);
    }

    RoleProposal proposal(UUID id) {
        return proposals.find(id).orElseThrow(() -> new Fault(AccessFault.UNKNOWN_PROPOSAL));
    }

    /** Whether somebody can approve proposals now; only the operator can change that. */
    boolean approvable() {
        Instant at = now();
        return Arrays.stream(Role.values())
                .filter(role -> role.rights().contains(Right.APPROVE_ROLES))
                .anyMatch(role -> !table.holders(role, at).isEmpty());
    }

    /** Asks that a role be given. */
    public RoleOutcome propose(Wish wish, UUID by) {
        return decided(
                () -> {
                    Instant at = now();
                    Instant from = wish.from() == null ? at : wish.from();
                    RoleProposal.Pending asked =
                            new RoleProposal.Pending(
                                    new RoleProposal.Asked(
                                            ids.next(),
                                            wish.account(),
                                            wish.role(),
                                            wish.structure(),
                                            from,
                                            wish.to(),
                                            wish.reason(),
                                            by,
                                            at));
                    table.lock(wish.role());
                    Optional<Rule> broken = broken(asked.asked(), by, Right.PROPOSE_ROLES, at);
                    if (broken.isEmpty()
                            && proposals.pending(wish.account(), wish.role(), wish.structure())) {
                        broken = Optional.of(Rule.ALREADY);
                    }
                    if (broken.isPresent()) {
                        return new Forbidden(broken.get());
                    }
                    proposals.insert(asked);
                    tell(AccessAct.ROLE_PROPOSED, asked.asked(), Map.of());
                    return new RoleOutcome.Proposed(asked);
                });
    }

    /** Approves what another person asked. */
    public RoleOutcome approve(UUID proposal, UUID by) {
        return decided(
                () -> {
                    Instant at = now();
                    RoleProposal found = locked(proposal);
                    if (!(found instanceof RoleProposal.Pending pending)) {
                        return new Forbidden(Rule.DECIDED);
                    }
                    RoleProposal.Asked asked = pending.asked();
                    table.lock(asked.role());
                    Optional<Rule> broken = deciders(asked, by);
                    if (broken.isEmpty()) {
                        broken = broken(asked, by, Right.APPROVE_ROLES, at);
                    }
                    if (broken.isPresent()) {
                        return new Forbidden(broken.get());
                    }
                    proposals.update(pending.approved(by, at));
                    return grant(asked, by, at);
                });
    }

    /** Refuses what another person asked. */
    public RoleOutcome refuse(UUID proposal, UUID by, String reason) {
        return decided(
                () -> {
                    RoleProposal found = locked(proposal);
                    if (!(found instanceof RoleProposal.Pending pending)) {
                        return new Forbidden(Rule.DECIDED);
                    }
                    RoleProposal.Asked asked = pending.asked();
                    Optional<Rule> broken = deciders(asked, by);
                    if (broken.isEmpty()
                            && !mayGive(by, Right.APPROVE_ROLES, asked.role(), asked.structure())) {
                        broken = Optional.of(Rule.NOT_YOURS_TO_GIVE);
                    }
                    if (broken.isPresent()) {
                        return new Forbidden(broken.get());
                    }
                    RoleProposal.Refused refused = pending.refused(by, reason, now());
                    proposals.update(refused);
                    tell(AccessAct.ROLE_REFUSED, refused.asked(), Map.of("reason", reason));
                    return new RoleOutcome.Ended(refused);
                });
    }

    /** Takes one's own proposal back. */
    public RoleOutcome withdraw(UUID proposal, UUID by) {
        return decided(
                () -> {
                    RoleProposal found = locked(proposal);
                    if (!(found instanceof RoleProposal.Pending pending)) {
                        return new Forbidden(Rule.DECIDED);
                    }
                    if (!pending.asked().proposedBy().equals(by)) {
                        return new Forbidden(Rule.NOT_YOURS_TO_GIVE);
                    }
                    RoleProposal.Withdrawn withdrawn = pending.withdrawn(now());
                    proposals.update(withdrawn);
                    tell(AccessAct.PROPOSAL_WITHDRAWN, withdrawn.asked(), Map.of());
                    return new RoleOutcome.Ended(withdrawn);
                });
    }

    /** Takes a role from an account, at once: less power needs no second person. */
    public void end(UUID assignment, UUID by) {
        transaction.executeWithoutResult(
                _ -> {
                    table.lock(Role.ADMINISTRATOR);
                    Instant at = now();
                    RoleAssignment found =
                            table.find(assignment, at)
                                    .orElseThrow(() -> new Fault(AccessFault.UNKNOWN_ASSIGNMENT));
                    if (found.role() == Role.ADMINISTRATOR
                            && table.holders(Role.ADMINISTRATOR, at)
                                    .equals(List.of(found.account()))) {
                        throw new Fault(AccessFault.LAST_ADMINISTRATOR);
                    }
                    table.end(assignment, by, at);
                    news.publishEvent(
                            Act.done(
                                    AccessAct.ROLE_ENDED,
                                    "account:" + found.account(),
                                    Map.of("role", found.role().code(), "scope", found.scope())));
                });
    }

    /** Whether an account may propose or approve a role for a scope. */
    boolean mayGive(UUID by, Right right, Role role, @Nullable UUID structure) {
        return held(by).stream()
                .filter(own -> own.role().rights().contains(right))
                .filter(own -> own.role().gives().contains(role))
                .anyMatch(own -> reaches(own, structure));
    }

    private boolean reaches(RoleAssignment own, @Nullable UUID structure) {
        return own.structure() == null
                || (structure != null && subtrees.of(Set.of(own.structure())).contains(structure));
    }

    private RoleOutcome grant(RoleProposal.Asked asked, UUID approvedBy, Instant at) {
        table.endPast(asked.account(), at);
        Instant from = asked.from().isBefore(at) ? at : asked.from();
        RoleAssignment given =
                new RoleAssignment(
                        ids.next(),
                        asked.account(),
                        asked.role(),
                        asked.structure(),
                        from,
                        asked.to(),
                        RoleAssignment.How.APPROVED);
        table.insert(given, asked.proposedBy(), approvedBy, at);
        tell(AccessAct.ROLE_GRANTED, asked, Map.of("how", given.how().code()));
        return new RoleOutcome.Granted(given);
    }

    private static Optional<Rule> deciders(RoleProposal.Asked asked, UUID by) {
        return by.equals(asked.proposedBy()) || by.equals(asked.account())
                ? Optional.of(Rule.OWN_PROPOSAL)
                : Optional.empty();
    }

    private Optional<Rule> broken(RoleProposal.Asked asked, UUID by, Right right, Instant at) {
        if (!mayGive(by, right, asked.role(), asked.structure())) {
            return Optional.of(Rule.NOT_YOURS_TO_GIVE);
        }
        if (!fits(asked.role().scope(), asked.structure())) {
            return Optional.of(Rule.WRONG_SCOPE);
        }
        Instant to = asked.to();
        if (to != null && (!to.isAfter(asked.from()) || !to.isAfter(at))) {
            return Optional.of(Rule.WRONG_DATES);
        }
        if (!(accounts.lock(asked.account()).orElse(null) instanceof Account.Active)) {
            return Optional.of(Rule.NOT_ACTIVE);
        }
        Set<Role> apart = new HashSet<>(asked.role().apartFrom());
        for (RoleAssignment own : table.of(asked.account(), at)) {
            if (apart.contains(own.role())) {
                return Optional.of(Rule.MUST_STAY_APART);
            }
            if (own.role() == asked.role() && Objects.equals(own.structure(), asked.structure())) {
                return Optional.of(Rule.ALREADY);
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Role.Scope scope, @Nullable UUID structure) {
        return switch (scope) {
            case PLATFORM -> structure == null;
            case STRUCTURE -> structure != null;
            case EITHER -> true;
        };
    }

    private RoleProposal locked(UUID id) {
        return proposals.lock(id).orElseThrow(() -> new Fault(AccessFault.UNKNOWN_PROPOSAL));
    }

    private RoleOutcome decided(Supplier<RoleOutcome> decision) {
        return Objects.requireNonNull(transaction.execute(_ -> decision.get()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void tell(AccessAct type, RoleProposal.Asked asked, Map<String, String> more) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("role", asked.role().code());
        facts.put("scope", asked.scope());
        facts.put("proposal", asked.id().toString());
        facts.putAll(more);
        news.publishEvent(Act.done(type, "account:" + asked.account(), facts));
    }
}
