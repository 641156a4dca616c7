package org.danaya.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opening an account anew for a person who lost every passkey and every recovery code.
 *
 * <p>It takes two people beside the owner, because the account keeps its roles: one asks, another
 * approves. From then on nothing that the owner had opens the account, every session is over, and
 * it waits for a link, which only who administers accounts can make, and never who approved.
 */
@Component
public final class Resets {

    private static final int LISTED = 200;

    private final ResetTable table;
    private final AccountTable accounts;
    private final InvitationTable invitations;
    private final RoleTable roles;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Resets(
            ResetTable table,
            AccountTable accounts,
            InvitationTable invitations,
            RoleTable roles,
            Ids ids,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.invitations = invitations;
        this.roles = roles;
        this.ids = ids;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** A reset, or a fault. */
    Reset get(UUID id) {
        return table.find(id).orElseThrow(() -> new Fault(AccessFault.UNKNOWN_RESET));
    }

    /** Those that wait, the oldest first; at most 200. */
    List<Reset> pending() {
        return table.pending(LISTED);
    }

    /** The newest of an account, if there ever was one. */
    Optional<Reset> last(UUID account) {
        return table.last(account);
    }

    /** Asks that somebody's account be opened anew. */
    public Reset.Pending ask(UUID account, UUID by, String reason) {
        Reset.Asked asked = new Reset.Asked(ids.next(), account, reason, by, now());
        transaction.executeWithoutResult(
                _ -> {
                    active(account, by);
                    if (!table.insert(asked)) {
                        throw new Fault(AccessFault.RESET_WAITS);
                    }
                    tell(AccessAct.RESET_ASKED, asked, Map.of("reason", reason));
                });
        return new Reset.Pending(asked);
    }

    /** Approves what another person asked, for a third one. */
    public void approve(UUID reset, UUID by) {
        decide(
                reset,
                by,
                asked -> {
                    Instant at = now();
                    accounts.update(active(asked.account(), by).reset(at));
                    invitations.endOfAccount(asked.account(), "replaced", at);
                    news.publishEvent(new AccountReset(asked.account()));
                    news.publishEvent(new AccountBarred(asked.account()));
                    tell(AccessAct.RESET_APPROVED, asked, Map.of());
                    return new Reset.Approved(asked, by, at);
                });
    }

    /** Refuses what another person asked. */
    public void refuse(UUID reset, UUID by, String reason) {
        decide(
                reset,
                by,
                asked -> {
                    tell(AccessAct.RESET_REFUSED, asked, Map.of("reason", reason));
                    return new Reset.Refused(asked, by, reason, now());
                });
    }

    /** Takes one's own wish back. */
    public void withdraw(UUID reset, UUID by) {
        transaction.executeWithoutResult(
                _ -> {
                    Reset.Asked asked = waiting(reset);
                    if (!asked.by().equals(by)) {
                        throw new Fault(AccessFault.OTHER_DECIDES);
                    }
                    table.update(new Reset.Withdrawn(asked, now()));
                    tell(AccessAct.RESET_WITHDRAWN, asked, Map.of());
                });
    }

    private void decide(UUID reset, UUID by, Function<Reset.Asked, Reset> decision) {
        transaction.executeWithoutResult(
                _ -> {
                    Reset.Asked asked = waiting(reset);
                    if (by.equals(asked.by()) || by.equals(asked.account())) {
                        throw new Fault(AccessFault.OTHER_DECIDES);
                    }
                    table.update(decision.apply(asked));
                });
    }

    private Reset.Asked waiting(UUID id) {
        Reset found = table.lock(id).orElseThrow(() -> new Fault(AccessFault.UNKNOWN_RESET));
        return switch (found) {
            case Reset.Pending(Reset.Asked asked) -> asked;
            case Reset.Approved _, Reset.Refused _, Reset.Withdrawn _ ->
                    throw new Fault(AccessFault.RESET_DECIDED);
        };
    }

    private Account.Active active(UUID account, UUID by) {
        if (account.equals(by)) {
            throw new Fault(AccessFault.OWN_ACCOUNT);
        }
        roles.lock(Role.ADMINISTRATOR);
        Account found =
                accounts.lock(account).orElseThrow(() -> new Fault(AccessFault.UNKNOWN_ACCOUNT));
        if (!(found instanceof Account.Active active)) {
            throw new Fault(AccessFault.WRONG_STATE, found.code());
        }
        if (roles.holders(Role.ADMINISTRATOR, now()).equals(List.of(account))) {
            throw new Fault(AccessFault.LAST_ADMINISTRATOR);
        }
        return active;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void tell(AccessAct type, Reset.Asked asked, Map<String, String> more) {
        Map<String, String> facts = new LinkedHashMap<>(more);
        facts.put("reset", asked.id().toString());
        news.publishEvent(Act.done(type, "account:" + asked.account(), facts));
    }
}
