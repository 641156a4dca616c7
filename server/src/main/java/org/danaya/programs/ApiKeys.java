package org.danaya.programs;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.access.ActingFor;
import org.danaya.access.Roles;
import org.danaya.access.Secrets;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.Rights;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.danaya.signin.AssertionOutcome;
import org.danaya.signin.FreshAssertions;
import org.danaya.store.Moments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How API keys are made, approved, taken over and revoked. */
@Component
public final class ApiKeys {

    /** The longest life of a key. */
    public static final Duration LONGEST = Duration.ofDays(365);

    /** What the stored form of a key is for: see {@code access.Secrets}. */
    static final String USE = "api-key";

    private final ApiKeyTable table;
    private final Roles roles;
    private final Secrets secrets;
    private final FreshAssertions assertions;
    private final ActingFor acting;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final int most;

    ApiKeys(
            ApiKeyTable table,
            Roles roles,
            Secrets secrets,
            FreshAssertions assertions,
            ActingFor acting,
            Ids ids,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock,
            Settings settings) {
        this.table = table;
        this.roles = roles;
        this.secrets = secrets;
        this.assertions = assertions;
        this.acting = acting;
        this.ids = ids;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
        this.most = settings.get(ProgramsSettings.KEYS);
    }

    /**
     * What somebody wants.
     *
     * @param until when it ends, at most {@link #LONGEST} from now
     */
    record Wish(
            UUID structure,
            String name,
            Set<Grant> grants,
            List<Network> networks,
            Instant until) {}

    /** A new key, and its secret, which is nowhere else. */
    record Made(ApiKey key, Secret secret) {}

    /**
     * Makes a key, for which who makes it answers.
     *
     * @throws Fault {@link ProgramsFault#MORE_THAN_YOURS}, {@link ProgramsFault#TOO_MANY}
     */
    Made make(Wish wish, UUID by) {
        Instant now = Moments.now(clock);
        Instant until = wish.until().truncatedTo(ChronoUnit.SECONDS);
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new IllegalArgumentException("A key that ends at " + until);
        }
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            needAll(by, wish.structure(), wish.grants());
                            table.lockStructure(wish.structure());
                            if (table.live(wish.structure(), now) >= most) {
                                throw new Fault(ProgramsFault.TOO_MANY, most);
                            }
                            ApiKey.Head head =
                                    new ApiKey.Head(
                                            ids.next(),
                                            wish.structure(),
                                            wish.name(),
                                            wish.grants(),
                                            wish.networks(),
                                            until,
                                            by,
                                            now,
                                            by,
                                            Optional.empty());
                            ApiKey key =
                                    head.takesTwo()
                                            ? new ApiKey.Waiting(head)
                                            : new ApiKey.InForce(head, Optional.empty());
                            Secret secret = KeyText.draw(secrets);
                            table.insert(key, stored(secrets, secret).orElseThrow());
                            tell(
                                    ProgramsAct.MADE,
                                    head.id(),
                                    Map.of(
                                            "structure", wish.structure().toString(),
                                            "grants", codes(head),
                                            "until", until.toString(),
                                            "networks", networks(head)));
                            return new Made(key, secret);
                        }));
    }

    /**
     * What an approver confirms: everything that the key may do, for whom, from where, how long.
     */
    byte[] statement(ApiKey key) {
        ApiKey.Head head = key.head();
        return """
        danaya api key approval v1
        key %s
        structure %s
        grants %s
        networks %s
        until %s
        made-by %s
        """
                .formatted(
                        head.id(),
                        head.structure(),
                        codes(head),
                        networks(head),
                        head.expiresAt(),
                        head.madeBy())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Approves a key that another person made, by a passkey's answer about {@link #statement}.
     *
     * @throws Fault {@link ProgramsFault#OTHER_DECIDES}, {@link ProgramsFault#WRONG_STATE}, {@link
     *     ProgramsFault#NOT_CONFIRMED}
     */
    void approve(UUID id, UUID by, String challenge, String credential) {
        transaction.executeWithoutResult(
                _ -> {
                    Instant now = Moments.now(clock);
                    if (!(locked(id) instanceof ApiKey.Waiting waiting)
                            || !now.isBefore(waiting.head().expiresAt())) {
                        throw new Fault(ProgramsFault.WRONG_STATE);
                    }
                    if (acting.isSamePerson(by, waiting.head().madeBy())
                            || acting.isSamePerson(by, waiting.head().answers())) {
                        throw new Fault(ProgramsFault.OTHER_DECIDES);
                    }
                    byte[] statement = statement(waiting);
                    AssertionOutcome outcome =
                            assertions.answer(
                                    by, "api-key:" + id, statement, challenge, credential);
                    if (!(outcome instanceof AssertionOutcome.Confirmed(var evidence))) {
                        throw new Fault(ProgramsFault.NOT_CONFIRMED);
                    }
                    table.approve(id, new ApiKey.Approval(by, now, evidence.id()));
                    tell(
                            ProgramsAct.APPROVED,
                            id,
                            Map.of(
                                    "evidence",
                                    evidence.id().toString(),
                                    "statement",
                                    java.util.HexFormat.of().formatHex(evidence.contentHash())));
                });
    }

    /**
     * Answers for a key in place of who did.
     *
     * @throws Fault {@link ProgramsFault#MORE_THAN_YOURS}, {@link ProgramsFault#OTHER_DECIDES}
     */
    void takeOver(UUID id, UUID by) {
        transaction.executeWithoutResult(
                _ -> {
                    ApiKey key = locked(id);
                    if (key instanceof ApiKey.Revoked || key.head().answers().equals(by)) {
                        throw new Fault(ProgramsFault.WRONG_STATE);
                    }
                    if (key.given()
                            .filter(each -> acting.isSamePerson(by, each.by()))
                            .isPresent()) {
                        throw new Fault(ProgramsFault.OTHER_DECIDES);
                    }
                    needAll(by, key.head().structure(), key.head().grants());
                    table.answers(id, by);
                    tell(
                            ProgramsAct.TAKEN_OVER,
                            id,
                            Map.of("before", key.head().answers().toString()));
                });
    }

    /** Ends a key at once and for good: less power needs no second person. */
    void revoke(UUID id, UUID by, String reason) {
        transaction.executeWithoutResult(
                _ -> {
                    if (locked(id) instanceof ApiKey.Revoked) {
                        throw new Fault(ProgramsFault.WRONG_STATE);
                    }
                    table.revoke(id, by, Moments.now(clock), reason);
                    tell(ProgramsAct.REVOKED, id, Map.of("reason", reason));
                });
    }

    /** A key, if there is one. */
    public Optional<ApiKey> find(UUID id) {
        return table.find(id);
    }

    long count(Reach reach, String text, String state) {
        return table.count(reach, text, state, clock.instant());
    }

    List<ApiKey> list(
            Reach reach, String text, String state, String orderBy, long skipped, int most) {
        return table.list(reach, text, state, clock.instant(), orderBy, skipped, most);
    }

    /** The form in which a key is stored; nothing where it isn't well formed. */
    static Optional<byte[]> stored(Secrets secrets, Secret key) {
        return KeyText.chance(key).map(chance -> secrets.stored(USE, chance));
    }

    static String codes(ApiKey.Head head) {
        return head.grants().stream().map(Grant::code).sorted().collect(Collectors.joining(" "));
    }

    static String networks(ApiKey.Head head) {
        return head.networks().isEmpty()
                ? "any"
                : head.networks().stream().map(Network::toString).collect(Collectors.joining(" "));
    }

    private void needAll(UUID account, UUID structure, Set<Grant> grants) {
        Rights own = roles.rights(roles.held(account));
        if (!grants.stream().allMatch(each -> own.hold(each.right(), structure))) {
            throw new Fault(ProgramsFault.MORE_THAN_YOURS);
        }
    }

    private ApiKey locked(UUID id) {
        return table.lock(id).orElseThrow(() -> new Fault(ProgramsFault.UNKNOWN));
    }

    private void tell(ProgramsAct act, UUID id, Map<String, String> facts) {
        news.publishEvent(Act.done(act, "api-key:" + id, facts));
    }
}
