package org.danaya.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.danaya.access.Account;
import org.danaya.access.AccountBarred;
import org.danaya.access.Accounts;
import org.danaya.access.RoleAssignment;
import org.danaya.access.Roles;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.signin.SigninViews.Open;
import org.danaya.signin.passkey.Challenges;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is signed in, where, and until when. */
@Component
final class Sessions {

    /** How somebody signed in. */
    enum By {
        /** With a passkey. */
        PASSKEY("passkey"),
        /** With a recovery code: nothing can be done but make a passkey. */
        RECOVERY_CODE("recovery-code"),
        /** Through the foreign provider: nothing sensitive can be done without a passkey. */
        PROVIDER("provider"),
        /** By the link of a demonstration: nothing sensitive can be done without a passkey. */
        DEMONSTRATION("demonstration");

        private final String code;

        By(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(15);
    private static final String BY = "danaya.by";
    private static final String SINCE = "danaya.since";
    private static final String ASSERTED = "danaya.asserted";
    private static final String ADDRESS = "danaya.address";
    private static final String BROWSER = "danaya.browser";

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final Accounts accounts;
    private final Roles roles;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final Duration absolute;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> repository,
            Accounts accounts,
            Roles roles,
            JdbcClient sql,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock,
            Settings settings) {
        this.repository = repository;
        this.accounts = accounts;
        this.roles = roles;
        this.sql = sql;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
        this.absolute = settings.get(SigninSettings.ABSOLUTE_LIMIT);
    }

    /** Begins a session under a new id; whatever session the browser had ends. */
    void begin(HttpServletRequest request, UUID account, By by) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        if (by == By.RECOVERY_CODE) {
            session.setMaxInactiveInterval((int) RECOVERY_LIMIT.toSeconds());
        }
        fill(
                session::setAttribute,
                account,
                by,
                request.getRemoteAddr(),
                Browser.family(request.getHeader("User-Agent")));
        publish(
                new Act(
                        SigninAct.SIGNED_IN,
                        new Actor.Person(account, "self", request.getRemoteAddr()),
                        "account:" + account,
                        Act.Outcome.DONE,
                        Map.of("by", by.code())));
    }

    /** Tells that somebody failed to sign in. */
    void failed(HttpServletRequest request, By by, String why) {
        publish(
                Act.refused(
                        SigninAct.SIGN_IN_FAILED,
                        "address:" + request.getRemoteAddr(),
                        Map.of("by", by.code(), "why", why)));
    }

    /** Writes what a session holds. */
    void fill(
            BiConsumer<String, Object> attributes,
            UUID account,
            By by,
            String address,
            String browser) {
        Instant at = clock.instant();
        attributes.accept(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.toString());
        attributes.accept(BY, by.code());
        attributes.accept(SINCE, at);
        attributes.accept(ADDRESS, address);
        attributes.accept(BROWSER, browser);
        if (by == By.PASSKEY) {
            attributes.accept(ASSERTED, at);
        }
    }

    /** Who is behind a session; empty where it has ended or its account is barred. */
    Optional<SignedInPerson> person(HttpSession session) {
        String account =
                (String)
                        session.getAttribute(
                                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME);
        Instant since = (Instant) session.getAttribute(SINCE);
        if (account == null || since == null) {
            return Optional.empty();
        }
        boolean recovering = By.RECOVERY_CODE.code().equals(session.getAttribute(BY));
        Duration limit = recovering ? RECOVERY_LIMIT : absolute;
        Optional<Account.Active> active =
                clock.instant().isBefore(since.plus(limit))
                        ? accounts.active(UUID.fromString(account))
                        : Optional.empty();
        if (active.isEmpty()) {
            session.invalidate();
        }
        return active.map(
                found -> {
                    List<RoleAssignment> held = roles.held(found.id());
                    return new SignedInPerson(
                            found.id(),
                            found.owner().name(),
                            held,
                            roles.rights(held),
                            recovering,
                            (Instant) session.getAttribute(ASSERTED));
                });
    }

    /** Keeps that the person has just used a passkey. */
    Instant asserted(HttpSession session) {
        Instant at = clock.instant();
        session.setAttribute(ASSERTED, at);
        return at;
    }

    /** Makes a session that a recovery code opened a full one, once there is a new passkey. */
    void recovered(HttpServletRequest request, UUID account) {
        begin(request, account, By.PASSKEY);
    }

    /**
     * The open sessions of an account, the last used first. What is found by account carries the
     * hash of its id, not the id: it can be shown, never saved.
     */
    List<Open> of(UUID account, @Nullable HttpSession here) {
        String current = here == null ? "" : stored(here.getId());
        return repository.findByPrincipalName(account.toString()).values().stream()
                .filter(session -> !session.isExpired() && session.getAttribute(SINCE) != null)
                .map(session -> open(session, current))
                .sorted(Comparator.comparing(Open::lastUsed).reversed())
                .toList();
    }

    /** Ends this session. */
    void signOut(HttpSession session, UUID account) {
        session.invalidate();
        tell(SigninAct.SIGNED_OUT, account, Map.of());
    }

    /** Ends one other session of an account. */
    void end(UUID account, String handle) {
        int ended =
                sql.sql(
                                """
                                delete from signin.session
                                where principal_name = ? and left(session_id, 32) = ?
                                """)
                        .params(account.toString(), handle)
                        .update();
        if (ended == 0) {
            throw new Fault(SigninFault.UNKNOWN_SESSION);
        }
        tell(SigninAct.SESSION_ENDED, account, Map.of());
    }

    /** Ends every session of an account, this one too. */
    void endAll(UUID account) {
        transaction.executeWithoutResult(
                _ ->
                        tell(
                                SigninAct.SIGNED_OUT_EVERYWHERE,
                                account,
                                Map.of("count", Integer.toString(delete(account)))));
    }

    /** In the transaction that bars the account. */
    @EventListener
    void barred(AccountBarred news) {
        delete(news.account());
    }

    private int delete(UUID account) {
        return sql.sql("delete from signin.session where principal_name = ?")
                .param(account.toString())
                .update();
    }

    private static Open open(Session session, String current) {
        return new Open(
                handle(session.getId()),
                session.getRequiredAttribute(SINCE),
                session.getLastAccessedTime(),
                session.getRequiredAttribute(ADDRESS),
                session.getRequiredAttribute(BROWSER),
                session.getId().equals(current));
    }

    /** The first half of the id as it is stored, which is a hash: it opens nothing. */
    private static String handle(String stored) {
        return stored.substring(0, 32);
    }

    /** A session's id as it is stored: see {@link SessionConfiguration}. */
    static String stored(String id) {
        return HexFormat.of().formatHex(Challenges.hash(id.getBytes(StandardCharsets.UTF_8)));
    }

    private void tell(SigninAct act, UUID account, Map<String, String> facts) {
        publish(Act.done(act, "account:" + account, facts));
    }

    /** The journal writes in the transaction that it is told in. */
    private void publish(Act act) {
        transaction.executeWithoutResult(_ -> news.publishEvent(act));
    }
}
