package org.danaya.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.ActType;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts of the platform. */
@Component
public final class Accounts {

    /** How many accounts a list holds at most. */
    public static final int PAGE = 100;

    private final AccountTable table;
    private final InvitationTable invitations;
    private final RoleTable roles;
    private final ProposalTable proposals;
    private final ResetTable resets;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Accounts(
            AccountTable table,
            InvitationTable invitations,
            RoleTable roles,
            ProposalTable proposals,
            ResetTable resets,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = table;
        this.invitations = invitations;
        this.roles = roles;
        this.proposals = proposals;
        this.resets = resets;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** An account, in whatever state. */
    public Optional<Account> find(UUID id) {
        return table.find(id);
    }

    /** An account, or a fault. */
    public Account get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(AccessFault.UNKNOWN_ACCOUNT));
    }

    /** The account with which a person may sign in. */
    public Optional<Account.Active> activeOf(UUID person) {
        return table.ofPerson(person).stream()
                .filter(Account.Active.class::isInstance)
                .map(Account.Active.class::cast)
                .findFirst();
    }

    /**
     * The accounts that the person behind an account ever had, that one among them; nothing where
     * there is none.
     */
    public List<UUID> ofSamePerson(UUID id) {
        return find(id).map(account -> ofPerson(account.owner().person())).orElse(List.of());
    }

    /** The accounts that a person ever had, the newest first. */
    public List<UUID> ofPerson(UUID person) {
        return table.ofPerson(person).stream().map(Account::id).toList();
    }

    /** An account that may sign in. */
    public Optional<Account.Active> active(UUID id) {
        return find(id).map(account -> account instanceof Account.Active active ? active : null);
    }

    /**
     * At most {@link #PAGE} accounts, the newest first, that somebody may see.
     *
     * @param reach how far the right to see accounts reaches
     * @param state only those in this state; null for any
     * @param before only those made before this one; null to begin
     * @param looker who looks: whoever was invited by them is seen by them
     */
    List<Account> list(Reach reach, @Nullable String state, @Nullable UUID before, UUID looker) {
        return switch (reach) {
            case Reach.Everywhere() -> table.page(state, before, PAGE);
            case Reach.Structures(var structures) -> table.within(structures, looker, PAGE);
        };
    }

    /** The accounts of a person that somebody may see, the newest first. */
    List<Account> ofPerson(Reach reach, UUID person, UUID looker) {
        List<Account> all = table.ofPerson(person);
        return switch (reach) {
            case Reach.Everywhere() -> all;
            case Reach.Structures _ -> {
                List<Account> seen = list(reach, null, null, looker);
                yield all.stream()
                        .filter(one -> seen.stream().anyMatch(s -> s.id().equals(one.id())))
                        .toList();
            }
        };
    }

    /** Lets nobody sign in with an account for now, and ends its sessions. */
    public void suspend(UUID id, UUID by, String reason) {
        transaction.executeWithoutResult(
                _ -> {
                    Account account = locked(id, by);
                    if (!(account instanceof Account.Active active)) {
                        throw new Fault(AccessFault.WRONG_STATE, account.code());
                    }
                    keepAnAdministrator(id);
                    table.update(active.suspended(reason, now()));
                    news.publishEvent(new AccountBarred(id));
                    tell(AccessAct.SUSPENDED, id, Map.of("reason", reason));
                });
    }

    /** Ends a suspension. */
    public void resume(UUID id, UUID by) {
        transaction.executeWithoutResult(
                _ -> {
                    Account account = locked(id, by);
                    if (!(account instanceof Account.Suspended suspended)) {
                        throw new Fault(AccessFault.WRONG_STATE, account.code());
                    }
                    table.update(suspended.resumed(now()));
                    tell(AccessAct.RESUMED, id, Map.of());
                });
    }

    /** Closes an account for good: its sessions, its roles, its proposals, its links end. */
    public void close(UUID id, UUID by, String reason) {
        transaction.executeWithoutResult(
                _ -> {
                    Account account = locked(id, by);
                    keepAnAdministrator(id);
                    Instant at = now();
                    table.update(account.closed(reason, at));
                    invitations.endOfAccount(id, "withdrawn", at);
                    roles.endAll(id, by, at);
                    proposals.withdrawOfAccount(id, at);
                    resets.withdrawOfAccount(id, at);
                    news.publishEvent(new AccountBarred(id));
                    tell(AccessAct.CLOSED, id, Map.of("reason", reason));
                });
    }

    private Account locked(UUID id, UUID by) {
        if (id.equals(by)) {
            throw new Fault(AccessFault.OWN_ACCOUNT);
        }
        roles.lock(Role.ADMINISTRATOR);
        return table.lock(id).orElseThrow(() -> new Fault(AccessFault.UNKNOWN_ACCOUNT));
    }

    private void keepAnAdministrator(UUID leaving) {
        if (roles.holders(Role.ADMINISTRATOR, now()).equals(List.of(leaving))) {
            throw new Fault(AccessFault.LAST_ADMINISTRATOR);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void tell(ActType type, UUID account, Map<String, String> facts) {
        news.publishEvent(Act.done(type, "account:" + account, facts));
    }
}
