package org.danaya.signin.passkey;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Account;
import org.danaya.access.Accounts;
import org.danaya.access.Secrets;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Ids;
import org.danaya.base.Secret;
import org.danaya.signin.SigninAct;
import org.danaya.store.Moments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ten codes for whoever lost every passkey. Each is 20 letters of Crockford's base 32, 100 bits,
 * and works once; how they are stored, and why so, is told at {@link Secrets}.
 */
@Component
public final class RecoveryCodes {

    private static final String USE = "recovery-code";
    private static final int COUNT = 10;
    private static final int LETTERS = 20;

    private final RecoveryCodeTable table;
    private final Secrets secrets;
    private final Accounts accounts;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    RecoveryCodes(
            RecoveryCodeTable table,
            Secrets secrets,
            Accounts accounts,
            Ids ids,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.accounts = accounts;
        this.ids = ids;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** Makes ten new codes, to be shown once; the earlier ones are void. */
    public List<Secret> make(UUID account) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Instant at = Moments.now(clock);
                            table.forget(account);
                            List<Secret> codes = new ArrayList<>();
                            for (int i = 0; i < COUNT; i++) {
                                Secret code = secrets.draw(LETTERS);
                                table.insert(ids.next(), account, secrets.stored(USE, code), at);
                                codes.add(code);
                            }
                            news.publishEvent(
                                    Act.done(
                                            SigninAct.RECOVERY_CODES_MADE,
                                            "account:" + account,
                                            Map.of()));
                            return List.copyOf(codes);
                        }));
    }

    /** Uses a code up: whose it was, if that account may sign in. */
    public Optional<Account.Active> use(String typed) {
        Secret code = Secrets.typed(typed);
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Optional<Account.Active> owner =
                                    table.use(secrets.stored(USE, code), Moments.now(clock))
                                            .flatMap(accounts::active);
                            owner.ifPresent(this::used);
                            return owner;
                        }));
    }

    /** How many codes an account has left. */
    public int left(UUID account) {
        return table.left(account);
    }

    /** A code as it is shown: in groups of five. */
    public static String shown(Secret code) {
        return String.join("-", code.reveal().split("(?<=\\G.{5})"));
    }

    private void used(Account.Active owner) {
        news.publishEvent(
                new Act(
                        SigninAct.RECOVERY_CODE_USED,
                        Actor.current(),
                        "account:" + owner.id(),
                        Act.Outcome.DONE,
                        Map.of("left", Integer.toString(left(owner.id())))));
    }
}
