package org.danaya.signin.passkey;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.AccessFault;
import org.danaya.access.Account;
import org.danaya.access.Accounts;
import org.danaya.access.Invitation;
import org.danaya.access.Invitations;
import org.danaya.access.Invitations.Newcomer;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Secret;
import org.danaya.signin.SigninAct;
import org.danaya.signin.SigninFault;
import org.danaya.signin.passkey.ChallengeTable.Challenge;
import org.danaya.signin.passkey.ChallengeTable.Purpose;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The passkeys of accounts: making, using, naming, removing. */
@Component
public final class Passkeys {

    /** How many an account may have. */
    static final int MOST = 20;

    private final PasskeyTable table;
    private final PasskeyOwners owners;
    private final Challenges challenges;
    private final RelyingParty party;
    private final RecoveryCodes codes;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;

    Passkeys(
            PasskeyTable table,
            PasskeyOwners owners,
            Challenges challenges,
            RelyingParty party,
            RecoveryCodes codes,
            Accounts accounts,
            Invitations invitations,
            Ids ids,
            TransactionTemplate transaction,
            ApplicationEventPublisher news) {
        this.table = table;
        this.owners = owners;
        this.challenges = challenges;
        this.party = party;
        this.codes = codes;
        this.accounts = accounts;
        this.invitations = invitations;
        this.ids = ids;
        this.transaction = transaction;
        this.news = news;
    }

    /** Asks a browser to make the first passkey of whoever holds a link. */
    public String askToEnrol(Secret token, Newcomer newcomer) {
        Invitation invitation =
                invitations.find(token).orElseThrow(() -> new Fault(AccessFault.LINK_REFUSED));
        return switch (invitation) {
            case Invitation.ToAccount(_, UUID account, String known) ->
                    enrolment(challenges.enrol(account), known);
            case Invitation.ToNewcomer _ ->
                    enrolment(challenges.enrol(ids.next()), newcomer.name());
        };
    }

    /**
     * Opens an account with its first passkey: the link is used up if, and only if, all is right.
     */
    public Account.Active enrol(
            Secret token, Newcomer newcomer, String label, String challenge, String credential) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Challenge taken = challenges.take(challenge, Purpose.ENROL);
                            UUID expected = Objects.requireNonNull(taken.account());
                            byte[] handle = Objects.requireNonNull(taken.handle());
                            Account.Active account = invitations.accept(token, expected, newcomer);
                            if (!account.id().equals(expected)) {
                                throw new Fault(SigninFault.CHALLENGE_REFUSED);
                            }
                            owners.insert(expected, handle);
                            keep(taken, account, label, credential);
                            return account;
                        }));
    }

    /** Asks a browser to make another passkey. */
    public String askToAdd(UUID account) {
        byte[] handle = owners.handle(account).orElseThrow();
        if (table.of(account).size() >= MOST) {
            throw new Fault(SigninFault.TOO_MANY_PASSKEYS, MOST);
        }
        return party.creation(
                challenges.add(account, handle),
                RelyingParty.user(handle, accounts.get(account).owner().name()));
    }

    /** Adds a passkey to an account. */
    public void add(UUID account, String label, String challenge, String credential) {
        transaction.executeWithoutResult(
                _ -> {
                    Challenge taken = challenges.take(challenge, Purpose.ADD);
                    if (!account.equals(taken.account())) {
                        throw new Fault(SigninFault.CHALLENGE_REFUSED);
                    }
                    owners.lock(account);
                    if (table.of(account).size() >= MOST) {
                        throw new Fault(SigninFault.TOO_MANY_PASSKEYS, MOST);
                    }
                    Account.Active active =
                            accounts.active(account)
                                    .orElseThrow(() -> new Fault(SigninFault.CHALLENGE_REFUSED));
                    keep(taken, active, label, credential);
                });
    }

    /** Asks a browser for whichever passkey its person picks. */
    public String askToSignIn() {
        return party.request(challenges.signIn());
    }

    /** Who signed in with a passkey; empty if the account may not sign in. */
    public Optional<Account.Active> signIn(String challenge, String credential) {
        Challenge taken = challenges.take(challenge, Purpose.SIGN_IN);
        byte[] id = party.authenticate(taken, credential).getRawId().getBytes();
        return table.find(id).flatMap(passkey -> accounts.active(passkey.account()));
    }

    /** The passkeys of an account, the oldest first. */
    public List<Passkey> of(UUID account) {
        return table.of(account);
    }

    /** Gives a passkey another name. */
    public void rename(UUID account, UUID passkey, String label) {
        transaction.executeWithoutResult(
                _ -> {
                    own(account, passkey);
                    table.rename(passkey, account, label);
                    tell(SigninAct.PASSKEY_RENAMED, account, passkey);
                });
    }

    /** Removes a passkey, unless nobody could sign in any more. */
    public void remove(UUID account, UUID passkey) {
        transaction.executeWithoutResult(
                _ -> {
                    owners.lock(account);
                    own(account, passkey);
                    if (table.of(account).size() == 1 && codes.left(account) == 0) {
                        throw new Fault(SigninFault.LAST_PASSKEY);
                    }
                    table.remove(passkey, account);
                    tell(SigninAct.PASSKEY_REMOVED, account, passkey);
                });
    }

    private String enrolment(Challenge challenge, String name) {
        return party.creation(
                challenge, RelyingParty.user(Objects.requireNonNull(challenge.handle()), name));
    }

    private void keep(Challenge taken, Account.Active account, String label, String credential) {
        byte[] handle = Objects.requireNonNull(taken.handle());
        byte[] id =
                party.register(
                        taken,
                        RelyingParty.user(handle, account.owner().name()),
                        label,
                        credential);
        tell(SigninAct.PASSKEY_ADDED, account.id(), table.find(id).orElseThrow().id());
    }

    private Passkey own(UUID account, UUID passkey) {
        return table.of(account).stream()
                .filter(each -> each.id().equals(passkey))
                .findFirst()
                .orElseThrow(() -> new Fault(SigninFault.UNKNOWN_PASSKEY));
    }

    private void tell(SigninAct act, UUID account, UUID passkey) {
        news.publishEvent(
                new Act(
                        act,
                        Actor.current(),
                        "account:" + account,
                        Act.Outcome.DONE,
                        Map.of("passkey", passkey.toString())));
    }
}
