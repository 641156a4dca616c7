package org.danaya.programs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.Roles;
import org.danaya.access.Secrets;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.danaya.gate.Buckets;
import org.danaya.people.Subtrees;
import org.danaya.signin.Bearers;
import org.danaya.store.Moments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells which program shows a key, and what it may do at this moment. */
@Component
final class KeyHolders implements Bearers {

    private static final int COUNTED = 10_000;
    private static final Duration TOLD_AGAIN = Duration.ofHours(1);
    private static final Duration USE_WRITTEN = Duration.ofMinutes(1);

    private final ApiKeyTable table;
    private final Accounts accounts;
    private final Roles roles;
    private final Subtrees subtrees;
    private final Secrets secrets;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final Buckets turns;

    /** When a refusal was last told, by key and reason. Guarded by itself. */
    private final Map<String, Instant> told =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > COUNTED;
                }
            };

    KeyHolders(
            ApiKeyTable table,
            Accounts accounts,
            Roles roles,
            Subtrees subtrees,
            Secrets secrets,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock,
            Settings settings) {
        this.table = table;
        this.accounts = accounts;
        this.roles = roles;
        this.subtrees = subtrees;
        this.secrets = secrets;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
        this.turns =
                new Buckets(
                        settings.get(ProgramsSettings.REQUESTS_PER_MINUTE),
                        COUNTED,
                        System::nanoTime);
    }

    @Override
    public Bearer bearer(Secret secret, String address) {
        ApiKey key =
                ApiKeys.stored(secrets, secret)
                        .flatMap(table::ofStored)
                        .orElseThrow(() -> new Fault(ProgramsFault.NOT_A_KEY));
        UUID id = key.head().id();
        if (turns.take(id.toString()) instanceof Buckets.Turn.Refused(Duration delay)) {
            throw new Fault(ProgramsFault.TOO_OFTEN, delay.toSeconds() + 1);
        }
        Optional<Fault> refusal = refusal(key, address);
        if (refusal.isPresent()) {
            tell(id, address, refusal.get());
            throw refusal.get();
        }
        Instant now = Moments.now(clock);
        table.used(id, now, now.minus(USE_WRITTEN));
        return new Bearer(id, rights(key.head()));
    }

    private Optional<Fault> refusal(ApiKey key, String address) {
        ApiKey.Head head = key.head();
        return switch (key) {
            case ApiKey.Revoked _ -> Optional.of(new Fault(ProgramsFault.REVOKED));
            case ApiKey.Waiting _, ApiKey.InForce _
                    when !clock.instant().isBefore(head.expiresAt()) ->
                    Optional.of(new Fault(ProgramsFault.EXPIRED));
            case ApiKey.Waiting _ -> Optional.of(new Fault(ProgramsFault.WAITING));
            case ApiKey.InForce _
                    when !head.networks().isEmpty()
                            && head.networks().stream().noneMatch(n -> n.contains(address)) ->
                    Optional.of(new Fault(ProgramsFault.WRONG_ADDRESS, address));
            case ApiKey.InForce _ ->
                    accounts.active(head.answers()).isPresent()
                            ? Optional.empty()
                            : Optional.of(new Fault(ProgramsFault.NOBODY_ANSWERS));
        };
    }

    /** What the key was given, as far as who answers for it has it too. */
    private Rights rights(ApiKey.Head head) {
        Rights own = roles.rights(roles.held(head.answers()));
        Set<UUID> below = subtrees.of(Set.of(head.structure()));
        Map<Right, Reach> reaches = new EnumMap<>(Right.class);
        for (Grant grant : head.grants()) {
            Set<UUID> both =
                    below.stream()
                            .filter(each -> own.hold(grant.right(), each))
                            .collect(java.util.stream.Collectors.toUnmodifiableSet());
            if (!both.isEmpty()) {
                reaches.put(grant.right(), new Reach.Structures(both));
            }
        }
        return new Rights(reaches);
    }

    private void tell(UUID id, String address, Fault why) {
        Instant now = clock.instant();
        String kind = id + " " + why.code().code();
        synchronized (told) {
            Instant last = told.get(kind);
            if (last != null && now.isBefore(last.plus(TOLD_AGAIN))) {
                return;
            }
            told.put(kind, now);
        }
        Act act =
                new Act(
                        ProgramsAct.USE_REFUSED,
                        new Actor.Key(id, address),
                        "api-key:" + id,
                        Act.Outcome.REFUSED,
                        Map.of("why", why.code().code()));
        transaction.executeWithoutResult(_ -> news.publishEvent(act));
    }
}
