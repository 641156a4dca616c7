package org.danaya.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.danaya.people.Person;
import org.danaya.people.PersonOutcome;
import org.danaya.people.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links by which people get an account. A link carries a secret of 160 bits behind a {@code #}, so
 * that no server, proxy or preview sees it; it is stored hashed, works once and not for long.
 */
@Component
public final class Invitations {

    private static final String USE = "invitation";
    private static final int LETTERS = 32;

    /**
     * A new link's secret, which nobody can see again.
     *
     * @param account whose link it is; empty for a newcomer
     */
    public record Issued(Optional<UUID> account, Secret token, Instant expires) {}

    /** What somebody whom the platform doesn't know yet is called. */
    public record Newcomer(String givenNames, String familyName) {

        /** The whole name. */
        public String name() {
            return givenNames + " " + familyName;
        }
    }

    private final InvitationTable table;
    private final AccountTable accounts;
    private final Persons persons;
    private final RoleTable roles;
    private final Secrets secrets;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final Duration life;

    Invitations(
            InvitationTable table,
            AccountTable accounts,
            Persons persons,
            RoleTable roles,
            Secrets secrets,
            Ids ids,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock,
            Settings settings) {
        this.table = table;
        this.accounts = accounts;
        this.persons = persons;
        this.roles = roles;
        this.secrets = secrets;
        this.ids = ids;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
        this.life = settings.get(AccessSettings.INVITATION_LIFE);
    }

    /**
     * A link for the first administrator, as long as nobody has ever signed in; it replaces the one
     * before.
     */
    public Optional<Issued> first() {
        return accounts.anyEverActive()
                ? Optional.empty()
                : Optional.of(forNewcomer(Role.ADMINISTRATOR, AccessAct.FIRST_LINK_MADE));
    }

    /** A link by the operator at the machine, for when nobody can give a role any more. */
    public Issued byOperator(Role role) {
        return forNewcomer(role, AccessAct.OPERATOR_LINK_MADE);
    }

    /**
     * Invites a person who has no account in use.
     *
     * @param homonymKnown whether who invites said that it isn't one of the others with this name
     */
    public Issued invite(UUID person, UUID by, boolean homonymKnown) {
        return issued(
                transaction.execute(
                        _ -> {
                            String name = persons.get(person).name();
                            if (accounts.inUse(person)) {
                                throw new Fault(AccessFault.HAS_ACCOUNT);
                            }
                            int homonyms = persons.homonyms(person).size();
                            if (homonyms > 0 && !homonymKnown) {
                                throw new Fault(AccessFault.HOMONYM);
                            }
                            Instant at = now();
                            Account.Invited account =
                                    new Account.Invited(
                                            new Account.Owner(ids.next(), person, name), at);
                            accounts.insert(account);
                            return link(
                                    account.id(),
                                    by,
                                    at,
                                    homonyms == 0
                                            ? Map.of()
                                            : Map.of("homonyms-confirmed", "" + homonyms));
                        }));
    }

    /** Makes a new link for an account whose link was lost or is too old. */
    public Issued again(UUID account, UUID by) {
        return issued(
                transaction.execute(
                        _ -> {
                            Account found =
                                    accounts.lock(account)
                                            .orElseThrow(
                                                    () -> new Fault(AccessFault.UNKNOWN_ACCOUNT));
                            if (!(found instanceof Account.Invited)) {
                                throw new Fault(AccessFault.WRONG_STATE, found.code());
                            }
                            Instant at = now();
                            table.endOfAccount(account, "replaced", at);
                            return link(account, by, at, Map.of());
                        }));
    }

    /** What a link is for; looking uses nothing up. */
    public Optional<Invitation> find(Secret token) {
        return table.find(secrets.stored(USE, token), now()).map(this::invitation);
    }

    /**
     * Uses a link up: the account is active when this returns. Runs in the caller's transaction, if
     * there is one, so that a passkey that turns out wrong leaves the link as it was.
     *
     * @param account the id that a newcomer's account gets
     * @param newcomer what a newcomer is called; not looked at for others
     */
    public Account.Active accept(Secret token, UUID account, Newcomer newcomer) {
        return issued(
                transaction.execute(
                        _ -> {
                            Instant at = now();
                            Invitation invitation =
                                    find(token)
                                            .orElseThrow(() -> new Fault(AccessFault.LINK_REFUSED));
                            return switch (invitation) {
                                case Invitation.ToAccount(UUID id, UUID known, _) -> {
                                    use(id, at);
                                    yield activated(known, at);
                                }
                                case Invitation.ToNewcomer(UUID id, Role role) -> {
                                    use(id, at);
                                    yield newcomer(account, newcomer, role, at);
                                }
                            };
                        }));
    }

    private Account.Active activated(UUID id, Instant at) {
        Account found = accounts.lock(id).orElseThrow(() -> new Fault(AccessFault.LINK_REFUSED));
        if (!(found instanceof Account.Invited invited)) {
            throw new Fault(AccessFault.LINK_REFUSED);
        }
        Account.Active active = invited.enrolled(at);
        accounts.update(active);
        tell(AccessAct.ENROLLED, "account:" + id, Map.of());
        return active;
    }

    private Account.Active newcomer(UUID id, Newcomer newcomer, Role role, Instant at) {
        RoleAssignment.How how =
                role == Role.ADMINISTRATOR && !accounts.anyEverActive()
                        ? RoleAssignment.How.FIRST_ADMINISTRATOR
                        : RoleAssignment.How.OPERATOR;
        Person person = registered(newcomer);
        Account.Active active =
                new Account.Active(new Account.Owner(id, person.id(), person.name()), at);
        accounts.insert(active);
        RoleAssignment given = new RoleAssignment(ids.next(), id, role, null, at, null, how);
        roles.insert(given, null, null, at);
        tell(AccessAct.ENROLLED, "account:" + id, Map.of());
        tell(
                AccessAct.ROLE_GRANTED,
                "account:" + id,
                Map.of("role", role.code(), "scope", given.scope(), "how", how.code()));
        return active;
    }

    private Person registered(Newcomer newcomer) {
        return switch (persons.registerNewcomer(newcomer.givenNames(), newcomer.familyName())) {
            case PersonOutcome.Recorded(Person person) -> person;
            case PersonOutcome.Refused _, PersonOutcome.Homonyms _, PersonOutcome.Stale _ ->
                    throw new Fault(AccessFault.NAME_REFUSED);
        };
    }

    private Issued forNewcomer(Role role, AccessAct act) {
        return issued(
                transaction.execute(
                        _ -> {
                            Instant at = now();
                            table.replaceNewcomers(role, at);
                            Secret token = secrets.draw(LETTERS);
                            UUID id = ids.next();
                            table.insert(
                                    new InvitationTable.Row(id, null, role),
                                    secrets.stored(USE, token),
                                    at,
                                    null,
                                    at.plus(life));
                            tell(act, "invitation:" + id, Map.of("role", role.code()));
                            return new Issued(Optional.empty(), token, at.plus(life));
                        }));
    }

    private Issued link(UUID account, UUID by, Instant at, Map<String, String> facts) {
        Secret token = secrets.draw(LETTERS);
        table.insert(
                new InvitationTable.Row(ids.next(), account, null),
                secrets.stored(USE, token),
                at,
                by,
                at.plus(life));
        tell(AccessAct.INVITED, "account:" + account, facts);
        return new Issued(Optional.of(account), token, at.plus(life));
    }

    private Invitation invitation(InvitationTable.Row row) {
        UUID account = row.account();
        Role role = row.role();
        if (account == null) {
            return new Invitation.ToNewcomer(row.id(), Objects.requireNonNull(role));
        }
        String name = accounts.find(account).orElseThrow().owner().name();
        return new Invitation.ToAccount(row.id(), account, name);
    }

    private void use(UUID invitation, Instant at) {
        if (!table.use(invitation, at)) {
            throw new Fault(AccessFault.LINK_REFUSED);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void tell(AccessAct type, String subject, Map<String, String> facts) {
        news.publishEvent(Act.done(type, subject, facts));
    }

    private static <T> T issued(@Nullable T made) {
        return Objects.requireNonNull(made);
    }
}
