package org.danaya.mandates.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.mandates.DraftOutcome;
import org.danaya.mandates.Drafts;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Limit;
import org.danaya.mandates.MandateAct;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
import org.danaya.mandates.delegation.DelegationOutcome.Trouble;
import org.danaya.store.Moments;
import org.danaya.verify.mandate.Powers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Official delegations. Approved and signed as the mandates of their members are, at once. */
public final class Delegations {

    /** The most members of one. */
    public static final int MOST = 200;

    private static final int LISTED = 50;

    private final DelegationTable table;
    private final DelegationLists lists;
    private final Mandates mandates;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Clock clock;

    Delegations(
            JdbcClient jdbc,
            Mandates mandates,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        this.table = new DelegationTable(jdbc);
        this.lists = new DelegationLists(jdbc, mandates.register()::today);
        this.mandates = mandates;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Somebody who goes.
     *
     * @param function what they are, 1 to 200 characters
     * @param home their own structure
     * @param capacity the incumbency in which they go, if they go in one
     */
    public record Member(
            UUID person,
            String function,
            UUID home,
            Optional<UUID> capacity,
            boolean leads,
            Powers powers) {}

    /**
     * What somebody wants constituted.
     *
     * @param clashesDeclared whether the act it rests on says that some are in another delegation
     *     then
     */
    public record Wish(
            UUID structure,
            Grantor grantor,
            Occasion occasion,
            String basis,
            List<Member> members,
            boolean clashesDeclared) {}

    /** All that stands against a wish now; writes nothing. */
    public List<Trouble> check(Wish wish) {
        return troubles(wish, ids.next());
    }

    /** Constitutes a delegation: a draft of a mandate for each of its members. */
    public DelegationOutcome constitute(UUID account, Wish wish) {
        UUID id = ids.next();
        List<Trouble> troubles = troubles(wish, id);
        if (!troubles.isEmpty()) {
            return new DelegationOutcome.Refused(troubles);
        }
        transaction.executeWithoutResult(
                _ -> {
                    table.insert(
                            id,
                            wish.structure(),
                            wish.grantor(),
                            wish.occasion(),
                            wish.basis(),
                            account,
                            Moments.now(clock));
                    if (wish.clashesDeclared()) {
                        table.declare(id, Optional.of(wish.basis()));
                    }
                    tell(MandateAct.DELEGATION_CONSTITUTED, id, Map.of());
                    wish.members().forEach(member -> draft(account, wish, member, id));
                });
        return new DelegationOutcome.Constituted(get(id));
    }

    /**
     * A delegation now.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}
     */
    public Delegation get(UUID id) {
        return table.find(id)
                .map(this::delegation)
                .orElseThrow(() -> new Fault(MandateFault.UNKNOWN));
    }

    /** Those within reach, the last one first. */
    public List<Delegation> list(Reach reach) {
        return table.list(reach, LISTED).stream().map(this::delegation).toList();
    }

    /** Those that the public may know of, the last one to begin first. */
    public List<Delegation> published() {
        return table.signed(LISTED).stream()
                .map(this::delegation)
                .filter(Delegation::isPublic)
                .map(Delegation::inPublic)
                .toList();
    }

    /**
     * One that the public may know of.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}
     */
    public Delegation published(long number) {
        return table.byNumber(number)
                .map(this::delegation)
                .filter(Delegation::isPublic)
                .map(Delegation::inPublic)
                .orElseThrow(() -> new Fault(MandateFault.UNKNOWN));
    }

    /** The members whom a typed name may mean; nobody where it is nobody's. Keeps nothing. */
    public static List<Known> named(Delegation delegation, String typed) {
        return delegation.members().stream()
                .filter(member -> MemberNames.same(typed, member.head().names().holder()))
                .toList();
    }

    /** A page of those that a search finds. */
    public List<DelegationSearch.Found> list(
            DelegationSearch search, String orderBy, long skipped, int most) {
        return lists.find(search, orderBy, skipped, most);
    }

    /** How many a search finds. */
    public long count(DelegationSearch search) {
        return lists.count(search);
    }

    /** The file of its report. */
    public Optional<byte[]> file(UUID id) {
        return table.file(id);
    }

    /**
     * Records what came of it.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}, {@link MandateFault#WRONG_STATE}
     */
    public Delegation report(UUID id, UUID account, String text) {
        return report(id, account, text, Optional.empty());
    }

    /**
     * A file that somebody sends with a report.
     *
     * @param ending of its name: three or four letters
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record File(String ending, byte[] bytes) {}

    /**
     * Records what came of it, with a file.
     *
     * @param text may be empty where there is a file
     * @throws Fault {@link MandateFault#UNKNOWN}, {@link MandateFault#WRONG_STATE}
     */
    public Delegation report(UUID id, UUID account, String text, Optional<File> file) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Delegation before = get(id);
                            Instant now = Moments.now(clock);
                            if (!before.isPublic()
                                    || before.abandoned().isPresent()
                                    || !table.report(
                                            id,
                                            new Delegation.Report(
                                                    text, account, now, file.map(File::ending)),
                                            file.map(File::bytes))) {
                                throw new Fault(MandateFault.WRONG_STATE, before.state().code());
                            }
                            tell(
                                    MandateAct.REPORTED,
                                    id,
                                    Map.of("number", Long.toString(before.number())));
                            return get(id);
                        }));
    }

    private void tell(MandateAct act, UUID id, Map<String, String> facts) {
        news.publishEvent(Act.done(act, "delegation:" + id, facts));
    }

    private void draft(UUID account, Wish wish, Member member, UUID delegation) {
        DraftOutcome outcome =
                mandates.drafts().draft(account, drafted(wish, member, Optional.of(delegation)));
        if (outcome instanceof DraftOutcome.Refused) {
            throw new Fault(MandateFault.BEYOND);
        }
    }

    private List<Trouble> troubles(Wish wish, UUID id) {
        List<Trouble> troubles = new ArrayList<>();
        List<Member> members = wish.members();
        if (members.isEmpty() || members.size() > MOST) {
            troubles.add(new Trouble.Count(members.size()));
            return troubles;
        }
        int heads = Math.toIntExact(members.stream().filter(Member::leads).count());
        if (heads != 1) {
            troubles.add(new Trouble.Heads(heads));
        }
        Set<UUID> seen = new HashSet<>();
        for (Member member : members) {
            if (!seen.add(member.person())) {
                troubles.add(new Trouble.Twice(member.person()));
            }
            var objections = mandates.drafts().check(drafted(wish, member, Optional.empty()));
            if (!objections.isEmpty()) {
                troubles.add(new Trouble.Beyond(member.person(), objections));
            }
            if (!wish.clashesDeclared()) {
                table.clashing(member.person(), wish.occasion().period(), id).stream()
                        .map(other -> new Trouble.Clash(member.person(), get(other)))
                        .forEach(troubles::add);
            }
        }
        return troubles;
    }

    static Drafts.Wish drafted(Wish wish, Member member, Optional<UUID> delegation) {
        Occasion occasion = wish.occasion();
        return new Drafts.Wish(
                new Terms(
                        member.leads() ? MandateKind.HEAD : MandateKind.MEMBER,
                        wish.structure(),
                        wish.grantor(),
                        member.person(),
                        member.capacity(),
                        member.powers(),
                        new Scope(
                                Map.of(
                                        Scope.Side.TERRITORY,
                                        Limit.of(List.of(occasion.country())),
                                        Scope.Side.EVENTS,
                                        Limit.of(List.of(code(occasion.nameFr())))),
                                Optional.empty()),
                        occasion.period(),
                        0,
                        wish.basis(),
                        Optional.empty(),
                        delegation),
                member.function(),
                Optional.of(member.home()));
    }

    private static String code(String name) {
        return name.length() <= Limit.LONGEST ? name : name.substring(0, Limit.LONGEST).strip();
    }

    private Delegation delegation(DelegationTable.Row row) {
        return new Delegation(
                row.id(),
                row.number(),
                row.structure(),
                row.grantor(),
                row.occasion(),
                row.basis(),
                row.draftedBy(),
                row.draftedAt(),
                row.version(),
                row.clashReason(),
                mandates.register().ofDelegation(row.id()),
                row.report(),
                row.abandoned());
    }
}
