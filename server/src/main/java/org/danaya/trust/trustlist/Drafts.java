package org.danaya.trust.trustlist;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The draft of the next edition: opened, changed, submitted, taken back, given back, abandoned. */
@Component
public final class Drafts {

    private final DraftTable table;
    private final EditionTable editions;
    private final FirstDraft first;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Drafts(
            DraftTable table,
            EditionTable editions,
            FirstDraft first,
            Ids ids,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = table;
        this.editions = editions;
        this.first = first;
        this.ids = ids;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** The one that is open or waits for approval. */
    public Optional<Draft> current() {
        return table.current();
    }

    /**
     * Opens a draft: from the last edition, or an example to fill in where there is none.
     *
     * @throws Fault {@link TrustlistFault#DRAFT_EXISTS}
     */
    public Draft open(UUID by) {
        return decided(
                () -> {
                    Optional<TrustedList> last = editions.last().map(Edition::list);
                    return opened(last, last.orElseGet(first::list), by, "edition");
                });
    }

    /**
     * Opens a first draft from a list that was kept elsewhere.
     *
     * @throws Fault {@link TrustlistFault#DRAFT_EXISTS}, also where an edition was published
     */
    public Draft importFirst(TrustedList list, UUID by) {
        return decided(
                () -> {
                    if (editions.last().isPresent()) {
                        throw new Fault(TrustlistFault.DRAFT_EXISTS);
                    }
                    return opened(Optional.of(list), list, by, "import");
                });
    }

    private Draft opened(Optional<TrustedList> origin, TrustedList list, UUID by, String from) {
        if (table.lock().isPresent()) {
            throw new Fault(TrustlistFault.DRAFT_EXISTS);
        }
        Draft.Open draft =
                new Draft.Open(
                        new Draft.Head(
                                ids.next(),
                                1,
                                editions.last()
                                        .map(last -> OptionalLong.of(last.sequence()))
                                        .orElse(OptionalLong.empty()),
                                origin,
                                list,
                                Map.of(),
                                Set.of(by),
                                by,
                                now()),
                        null);
        table.insert(draft);
        tell(TrustlistAct.DRAFT_OPENED, draft, Map.of("from", from));
        return draft;
    }

    /**
     * Changes the open draft.
     *
     * @param version the version that the person saw
     * @param what what is done, one word, for the journal
     * @param facts more for the journal; a {@code service} and a {@code reason} are shown to who
     *     approves
     * @throws Fault {@link TrustlistFault#NO_DRAFT}, {@link TrustlistFault#DRAFT_CLOSED}, {@link
     *     TrustlistFault#DRAFT_CHANGED}
     */
    public Draft change(
            int version,
            UUID by,
            String what,
            Map<String, String> facts,
            UnaryOperator<TrustedList> change) {
        return decided(
                () -> {
                    Draft.Open open = open(version);
                    table.change(open.head().id(), change.apply(open.head().list()), by);
                    Map<String, String> all = new HashMap<>(facts);
                    all.put("what", what);
                    if (facts.containsKey("service") && facts.containsKey("reason")) {
                        table.reason(open.head().id(), facts.get("service"), facts.get("reason"));
                    }
                    tell(TrustlistAct.DRAFT_CHANGED, open, all);
                    return table.current().orElseThrow();
                });
    }

    /**
     * A service takes another state. Within one draft a later choice replaces an earlier one; what
     * was published stays.
     */
    public static TrustedList follow(Draft.Head head, String service, ServiceState next) {
        Optional<TrustService> origin =
                head.origin()
                        .flatMap(list -> list.service(service))
                        .map(TrustedList.Listed::service);
        return head.list()
                .changeService(
                        service,
                        now -> {
                            boolean changedBefore =
                                    origin.map(old -> now.states().size() > old.states().size())
                                            .orElse(true);
                            return changedBefore
                                    ? new TrustService(
                                            now.type(),
                                            now.name(),
                                            now.identities(),
                                            next,
                                            now.definitions(),
                                            now.extensions(),
                                            now.history())
                                    : now.followedBy(next);
                        });
    }

    /**
     * A service takes another name from a time on; what was published stays in its history. Within
     * one draft a later choice replaces an earlier one, and the published name undoes them.
     */
    public static TrustedList rename(Draft.Head head, String service, Texts name, Instant from) {
        Optional<TrustService> origin =
                head.origin()
                        .flatMap(list -> list.service(service))
                        .map(TrustedList.Listed::service);
        return head.list()
                .changeService(
                        service,
                        now -> {
                            TrustService old = origin.orElse(now);
                            boolean published =
                                    origin.isPresent()
                                            && now.states().size() == old.states().size();
                            if (published) {
                                return now.name().equals(name) ? now : now.renamed(name, from);
                            }
                            boolean undone =
                                    origin.isPresent()
                                            && old.name().equals(name)
                                            && old.state().uri().equals(now.state().uri());
                            return undone ? old : now.called(name);
                        });
    }

    /**
     * Asks for approval.
     *
     * @throws Fault as {@link #change}
     */
    public void submit(int version, UUID by) {
        decided(
                () -> {
                    Draft.Open open = open(version);
                    table.submit(open.head().id(), by, now());
                    tell(
                            TrustlistAct.SUBMITTED,
                            open,
                            Map.of("changes", Integer.toString(changes(open.head()).size())));
                    return open;
                });
    }

    /** Takes a submitted draft back, by who had a hand in it. */
    public void withdraw(UUID by) {
        decided(
                () -> {
                    Draft.Submitted submitted = submitted();
                    if (!submitted.head().authors().contains(by)) {
                        throw new Fault(TrustlistFault.NO_DRAFT);
                    }
                    table.reopen(submitted.head().id(), null);
                    tell(TrustlistAct.WITHDRAWN, submitted, Map.of());
                    return submitted;
                });
    }

    /** Gives a submitted draft back to who made it. */
    public void giveBack(int version, String reason) {
        decided(
                () -> {
                    Draft.Submitted submitted = submitted();
                    if (submitted.head().version() != version) {
                        throw new Fault(TrustlistFault.DRAFT_CHANGED);
                    }
                    table.reopen(submitted.head().id(), reason);
                    tell(TrustlistAct.RETURNED, submitted, Map.of("reason", reason));
                    return submitted;
                });
    }

    /** Ends an open draft without an edition. */
    public void abandon(int version) {
        decided(
                () -> {
                    Draft.Open open = open(version);
                    table.end(open.head().id(), "abandoned", now());
                    tell(TrustlistAct.ABANDONED, open, Map.of());
                    return open;
                });
    }

    /** What a draft changes against the last edition. */
    public List<ListChange> changes(Draft.Head head) {
        return ListDifference.between(
                head.base().isPresent() ? head.origin() : Optional.empty(), head.list());
    }

    private Draft.Open open(int version) {
        Draft found = table.lock().orElseThrow(() -> new Fault(TrustlistFault.NO_DRAFT));
        if (!(found instanceof Draft.Open open)) {
            throw new Fault(TrustlistFault.DRAFT_CLOSED);
        }
        if (open.head().version() != version) {
            throw new Fault(TrustlistFault.DRAFT_CHANGED);
        }
        return open;
    }

    private Draft.Submitted submitted() {
        return table.lock()
                .filter(Draft.Submitted.class::isInstance)
                .map(Draft.Submitted.class::cast)
                .orElseThrow(() -> new Fault(TrustlistFault.NO_DRAFT));
    }

    private void tell(TrustlistAct type, Draft draft, Map<String, String> more) {
        Map<String, String> facts = new HashMap<>(more);
        facts.put("draft", draft.head().id().toString());
        news.publishEvent(Act.done(type, "trustlist:" + draft.head().sequence(), facts));
    }

    private Draft decided(Supplier<Draft> decision) {
        return Objects.requireNonNull(transaction.execute(_ -> decision.get()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
