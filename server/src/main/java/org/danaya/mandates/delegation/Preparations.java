package org.danaya.mandates.delegation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Sha256;
import org.danaya.mandates.Approvals;
import org.danaya.mandates.DraftOutcome;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateAct;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Objection;
import org.danaya.mandates.Terms;
import org.danaya.mandates.delegation.DelegationOutcome.Trouble;
import org.danaya.store.Moments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that is done to a delegation until its grantor signs: its facts, its members one by one, who
 * leads it, what is declared about those who are elsewhere on its days, and the approval of all
 * places at once.
 */
public final class Preparations {

    private final DelegationTable table;
    private final Mandates mandates;
    private final Delegations delegations;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Clock clock;

    Preparations(
            JdbcClient jdbc,
            Mandates mandates,
            Delegations delegations,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        this.table = new DelegationTable(jdbc);
        this.mandates = mandates;
        this.delegations = delegations;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins a delegation that has no member yet. */
    public Delegation begin(
            UUID account, UUID structure, Grantor grantor, Occasion occasion, String basis) {
        UUID id = ids.next();
        transaction.executeWithoutResult(
                _ -> {
                    table.insert(
                            id, structure, grantor, occasion, basis, account, Moments.now(clock));
                    tell(MandateAct.DELEGATION_CONSTITUTED, id, Map.of());
                });
        return delegations.get(id);
    }

    /**
     * Changes the facts of a delegation, and with them the drafts of all its members.
     *
     * @param version the one that the change began from
     * @throws Fault {@link MandateFault#UNKNOWN}; {@link MandateFault#WRONG_STATE} where a place
     *     isn't a draft any more, or one was ever signed: what the public was told stays; {@link
     *     MandateFault#STALE}; {@link MandateFault#BEYOND} where the grantor can't grant that
     */
    public Delegation change(UUID id, UUID account, int version, Occasion occasion, String basis) {
        return within(
                id,
                before -> {
                    needDrafts(before.alive(), before);
                    if (before.isSigned() || !before.state().isOpen()) {
                        throw wrongState(before);
                    }
                    if (!table.change(id, version, occasion, basis)) {
                        throw new Fault(MandateFault.STALE);
                    }
                    Delegation after = delegations.get(id);
                    before.drafts()
                            .forEach(each -> rewrite(after, account, each, Delegation.leads(each)));
                    tell(
                            MandateAct.DELEGATION_CHANGED,
                            id,
                            Map.of("version", Integer.toString(version + 1)));
                });
    }

    /** All that stands against somebody joining it; writes nothing. */
    public List<Trouble> check(Delegation delegation, Delegations.Member member) {
        List<Trouble> troubles = new ArrayList<>();
        List<Known> alive = delegation.alive();
        if (alive.size() >= Delegations.MOST) {
            troubles.add(new Trouble.Count(alive.size() + 1));
        }
        if (member.leads() && alive.stream().anyMatch(Delegation::leads)) {
            troubles.add(new Trouble.Heads(2));
        }
        if (alive.stream().anyMatch(each -> isOf(each, member.person()))) {
            troubles.add(new Trouble.Twice(member.person()));
        }
        List<Objection> objections =
                mandates.drafts()
                        .check(Delegations.drafted(wish(delegation), member, Optional.empty()));
        if (!objections.isEmpty()) {
            troubles.add(new Trouble.Beyond(member.person(), objections));
        }
        return troubles;
    }

    /**
     * Adds somebody: a draft of a mandate. Where they are in another delegation on the same days,
     * that is to be declared before the approval, even if others' cases were.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}; {@link MandateFault#WRONG_STATE} once its days
     *     are over
     */
    public DelegationOutcome add(UUID id, UUID account, Delegations.Member member) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Delegation before = locked(id);
                            if (!before.state().isOpen()) {
                                throw wrongState(before);
                            }
                            List<Trouble> troubles = check(before, member);
                            if (!troubles.isEmpty()) {
                                return new DelegationOutcome.Refused(troubles);
                            }
                            if (mandates.drafts()
                                            .draft(
                                                    account,
                                                    Delegations.drafted(
                                                            wish(before), member, Optional.of(id)))
                                    instanceof DraftOutcome.Refused(var objections)) {
                                return new DelegationOutcome.Refused(
                                        List.of(new Trouble.Beyond(member.person(), objections)));
                            }
                            if (!clashing(before, member.person()).isEmpty()) {
                                table.declare(id, Optional.empty());
                            }
                            return new DelegationOutcome.Constituted(delegations.get(id));
                        }));
    }

    /**
     * Takes somebody out whose place nobody signed.
     *
     * @param mandate the draft of their place
     * @throws Fault {@link MandateFault#UNKNOWN}, {@link MandateFault#WRONG_STATE}
     */
    public Delegation remove(UUID id, UUID account, UUID mandate, String reason) {
        return within(
                id,
                before -> {
                    member(before, mandate);
                    mandates.drafts().withdraw(mandate, account, reason);
                });
    }

    /**
     * Has somebody lead it in place of whoever did.
     *
     * @param mandate the draft of their place
     * @throws Fault {@link MandateFault#UNKNOWN}; {@link MandateFault#WRONG_STATE} where one of the
     *     two places isn't a draft any more
     */
    public Delegation lead(UUID id, UUID account, UUID mandate) {
        return within(
                id,
                before -> {
                    Known next = member(before, mandate);
                    List<Known> heads = before.alive().stream().filter(Delegation::leads).toList();
                    needDrafts(heads, before);
                    needDrafts(List.of(next), before);
                    heads.forEach(each -> rewrite(before, account, each, false));
                    rewrite(before, account, next, true);
                });
    }

    /** Members who are in another delegation on the same days, with it. */
    public List<Trouble.Clash> clashes(Delegation delegation) {
        return delegation.alive().stream()
                .map(each -> each.head().terms().person())
                .flatMap(person -> clashing(delegation, person).stream())
                .toList();
    }

    /**
     * Writes why some are in another delegation on the same days.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}; {@link MandateFault#WRONG_STATE} where no place
     *     waits for an approval, which reads it
     */
    public Delegation declare(UUID id, UUID account, String reason) {
        return within(
                id,
                before -> {
                    if (!before.state().isOpen() || before.drafts().isEmpty()) {
                        throw wrongState(before);
                    }
                    table.declare(id, Optional.of(reason));
                    tell(MandateAct.CLASH_DECLARED, id, Map.of("reason", reason));
                });
    }

    /**
     * Decides that nobody goes: takes back every place that nobody signed, and revokes every other.
     *
     * @param allowed whether somebody may, by what has become of it: asked once nobody else changes
     *     it any more
     * @throws Fault {@link MandateFault#UNKNOWN}; {@link MandateFault#WRONG_STATE} also once its
     *     days are over
     */
    public Delegation abandon(UUID id, UUID account, Predicate<Delegation> allowed, String reason) {
        return within(
                id,
                before -> {
                    if (!before.state().isOpen() || !allowed.test(before)) {
                        throw wrongState(before);
                    }
                    before.alive().forEach(each -> leave(each, account, reason));
                    table.abandon(
                            id, new Delegation.Abandoned(reason, account, Moments.now(clock)));
                    tell(
                            MandateAct.DELEGATION_ABANDONED,
                            id,
                            Map.of("number", Long.toString(before.number()), "reason", reason));
                });
    }

    private void leave(Known place, UUID account, String reason) {
        switch (place.mandate()) {
            case Mandate.Draft _, Mandate.Approved _ ->
                    mandates.drafts().withdraw(place.head().id(), account, reason);
            case Mandate.Signed _, Mandate.InForce _, Mandate.Suspended _ ->
                    mandates.endings().revoke(place.head().id(), account, reason);
            case Mandate.Revoked _, Mandate.Replaced _, Mandate.Expired _, Mandate.Withdrawn _ -> {
                // It is over already.
            }
        }
    }

    /**
     * What whoever approves confirms: the drafts of the places, and the hash of all that the
     * delegation says of itself.
     */
    public static byte[] statement(Delegation delegation) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(
                Approvals.statement(delegation.drafts().stream().map(Known::head).toList()));
        text.writeBytes(
                ("delegation D-"
                                + delegation.number()
                                + ' '
                                + HexFormat.of().formatHex(Sha256.of(delegation.content()))
                                + '\n')
                        .getBytes(StandardCharsets.US_ASCII));
        return text.toByteArray();
    }

    /**
     * Approves the drafts of its places, all of them or none, with one passkey's answer to {@link
     * #statement}.
     *
     * @param seen as the person saw them
     * @throws Fault {@link MandateFault#CLASH}; {@link MandateFault#STALE} where they aren't all
     *     its drafts; and those of {@link org.danaya.mandates.Approvals#approve}
     */
    public List<Mandate> approve(
            UUID id, UUID account, List<Mandate.Head> seen, String challenge, String credential) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Delegation delegation = locked(id);
                            if (!delegation.drafts().stream().map(Known::head).toList().equals(seen)
                                    || seen.isEmpty()) {
                                throw new Fault(MandateFault.STALE);
                            }
                            if (delegation.clashReason().isEmpty()
                                    && !clashes(delegation).isEmpty()) {
                                throw new Fault(MandateFault.CLASH);
                            }
                            return mandates.approvals()
                                    .approve(
                                            account,
                                            seen,
                                            statement(delegation),
                                            challenge,
                                            credential);
                        }));
    }

    private List<Trouble.Clash> clashing(Delegation delegation, UUID person) {
        return table.clashing(person, delegation.occasion().period(), delegation.id()).stream()
                .map(other -> new Trouble.Clash(person, delegations.get(other)))
                .toList();
    }

    private Delegation within(UUID id, Consumer<Delegation> change) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            change.accept(locked(id));
                            return delegations.get(id);
                        }));
    }

    private Delegation locked(UUID id) {
        if (table.lock(id).isEmpty()) {
            throw new Fault(MandateFault.UNKNOWN);
        }
        return delegations.get(id);
    }

    private void rewrite(Delegation delegation, UUID account, Known place, boolean leads) {
        Mandate.Head head = place.head();
        Terms terms = head.terms();
        Delegations.Member member =
                new Delegations.Member(
                        terms.person(),
                        head.names().function(),
                        mandates.drafts().home(head.id()).orElse(terms.structure()),
                        terms.capacity(),
                        leads,
                        terms.powers());
        DraftOutcome outcome =
                mandates.drafts()
                        .change(
                                head.id(),
                                account,
                                mandates.drafts().version(head.id()),
                                Delegations.drafted(
                                        wish(delegation), member, Optional.of(delegation.id())));
        if (outcome instanceof DraftOutcome.Refused) {
            throw new Fault(MandateFault.BEYOND);
        }
    }

    private static Known member(Delegation delegation, UUID mandate) {
        return delegation.members().stream()
                .filter(each -> each.head().id().equals(mandate))
                .findFirst()
                .orElseThrow(() -> new Fault(MandateFault.UNKNOWN));
    }

    private static void needDrafts(List<Known> places, Delegation delegation) {
        if (!places.stream().allMatch(each -> each.mandate() instanceof Mandate.Draft)) {
            throw wrongState(delegation);
        }
    }

    private static Delegations.Wish wish(Delegation delegation) {
        return new Delegations.Wish(
                delegation.structure(),
                delegation.grantor().orElseThrow(() -> new Fault(MandateFault.UNKNOWN_OFFICE)),
                delegation.occasion(),
                delegation.basis(),
                List.of(),
                false);
    }

    private static boolean isOf(Known place, UUID person) {
        return place.head().terms().person().equals(person);
    }

    private static Fault wrongState(Delegation delegation) {
        return new Fault(MandateFault.WRONG_STATE, delegation.state().code());
    }

    private void tell(MandateAct act, UUID id, Map<String, String> facts) {
        news.publishEvent(Act.done(act, "delegation:" + id, facts));
    }
}
