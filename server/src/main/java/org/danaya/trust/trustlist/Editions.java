package org.danaya.trust.trustlist;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.ActingFor;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.base.Sha256;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.people.Basis;
import org.danaya.people.InWhoseName.About;
import org.danaya.people.InWhoseName.Held;
import org.danaya.signin.AssertionOutcome;
import org.danaya.signin.FreshAssertions;
import org.danaya.trust.trustlist.ApproveOutcome.Forbidden;
import org.danaya.trust.trustlist.ApproveOutcome.Rule;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The editions: prepared from a submitted draft, approved over their exact bytes, signed, committed
 * with their leaf and their journal entry.
 */
@Component
public final class Editions {

    /** The kind of an edition's leaf. */
    static final String LEAF = "trustlist.edition";

    /** How long the page of an approval may stand open. */
    private static final Duration OPEN = Duration.ofHours(1);

    private final EditionTable table;
    private final DraftTable drafts;
    private final SigningKeys keys;
    private final FreshAssertions assertions;
    private final ActingFor acting;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final int days;

    Editions(
            EditionTable table,
            DraftTable drafts,
            SigningKeys keys,
            FreshAssertions assertions,
            ActingFor acting,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock,
            Settings settings) {
        this.table = table;
        this.drafts = drafts;
        this.keys = keys;
        this.assertions = assertions;
        this.acting = acting;
        this.leaves = leaves;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
        this.days = settings.get(TrustlistSettings.VALIDITY_DAYS);
    }

    /**
     * An edition as it would be.
     *
     * @param bytes the unsigned list, exactly; empty where the list has problems
     * @param problems why it can't be published
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Prepared(
            TrustedList list,
            byte[] bytes,
            List<ListChange> changes,
            List<ListRules.Problem> problems) {

        /** SHA-256 of the bytes, in hexadecimal. */
        public String sha256() {
            return HexFormat.of().formatHex(Sha256.of(bytes));
        }
    }

    /** The last one. */
    public Optional<Edition> last() {
        return table.last();
    }

    /**
     * One of them.
     *
     * @throws Fault {@link TrustlistFault#UNKNOWN_EDITION}
     */
    public Edition get(long sequence) {
        return table.find(sequence).orElseThrow(() -> new Fault(TrustlistFault.UNKNOWN_EDITION));
    }

    /** Some of them, the newest first. */
    public List<Edition> page(long offset, int limit) {
        return table.page(offset, limit);
    }

    /** How many there are. */
    public long count() {
        return table.count();
    }

    /** What an edition changed against the one before. */
    public List<ListChange> changes(Edition edition) {
        return ListDifference.between(
                table.find(edition.sequence() - 1).map(Edition::list), edition.list());
    }

    /** The time that an edition would be dated with now. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What a draft would become, issued at a time. */
    public Prepared prepare(Draft.Head head, Instant issued) {
        Optional<TrustedList> before = table.last().map(Edition::list);
        Instant next = issued.plus(days, ChronoUnit.DAYS);
        TrustedList list =
                notBackDated(head, issued)
                        .with(head.list().scheme().issued(head.sequence(), issued, next));
        List<ListRules.Problem> problems = ListRules.problems(before, list);
        byte[] bytes = problems.isEmpty() ? ListWriter.write(list) : new byte[0];
        return new Prepared(list, bytes, ListDifference.between(before, list), problems);
    }

    /** A state that the draft brings begins with the edition at the earliest. */
    static TrustedList notBackDated(Draft.Head head, Instant issued) {
        if (head.origin().isEmpty()) {
            return head.list();
        }
        TrustedList origin = head.origin().get();
        TrustedList list = head.list();
        for (TrustedList.Listed each : head.list().services()) {
            TrustService service = each.service();
            boolean known =
                    origin.service(service.key())
                            .filter(it -> it.service().states().contains(service.state()))
                            .isPresent();
            if (!known && service.state().since().isBefore(issued)) {
                list = list.changeService(service.key(), it -> it.since(issued));
            }
        }
        return list;
    }

    /**
     * Asks a person to confirm exactly the bytes of an edition.
     *
     * @return JSON for the browser
     * @throws Fault {@link TrustlistFault#NO_DRAFT}, {@link TrustlistFault#DRAFT_CHANGED}
     */
    public String ask(int version, Instant issued, UUID by) {
        Draft.Submitted draft = submitted(drafts.current(), version);
        return assertions.ask(by, prepare(draft.head(), issued).bytes());
    }

    /**
     * Approves, signs and commits.
     *
     * @param version of the draft that the person saw
     * @param issued the date that the person saw
     * @throws Fault {@link TrustlistFault#NO_DRAFT}, {@link TrustlistFault#DRAFT_CHANGED}, {@link
     *     TrustlistFault#NO_KEY}, {@link org.danaya.access.AccessFault#NO_BASIS}; then nothing was
     *     done
     */
    public ApproveOutcome approve(
            int version, Instant issued, UUID by, String challenge, String credential) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Draft.Submitted draft = submitted(drafts.lock(), version);
                            ApproveOutcome outcome =
                                    approved(draft, issued, by, challenge, credential);
                            if (outcome instanceof Forbidden(Rule rule)) {
                                news.publishEvent(
                                        Act.refused(
                                                TrustlistAct.APPROVAL_REFUSED,
                                                "trustlist:" + draft.head().sequence(),
                                                Map.of(
                                                        "draft",
                                                        draft.head().id().toString(),
                                                        "rule",
                                                        rule.code())));
                            }
                            return outcome;
                        }));
    }

    private ApproveOutcome approved(
            Draft.Submitted draft, Instant issued, UUID by, String challenge, String credential) {
        Draft.Head head = draft.head();
        if (acting.isSamePerson(by, draft.by())
                || head.authors().stream().anyMatch(each -> acting.isSamePerson(by, each))) {
            return new Forbidden(Rule.OWN_DRAFT);
        }
        Instant now = clock.instant();
        boolean based =
                table.last()
                        .map(last -> head.base().equals(java.util.OptionalLong.of(last.sequence())))
                        .orElse(head.base().isEmpty());
        if (!based || issued.isAfter(now) || issued.isBefore(now.minus(OPEN))) {
            return new Forbidden(Rule.TOO_OLD);
        }
        SigningKeys.Signer signer =
                keys.current().orElseThrow(() -> new Fault(TrustlistFault.NO_KEY));
        Prepared prepared = prepare(head, issued);
        if (!prepared.problems().isEmpty()) {
            return new ApproveOutcome.Wrong(prepared.problems());
        }
        Optional<Basis> basis = acting.agency(by, About.NOTHING).map(Held::basis);
        return switch (assertions.answer(
                by, "trustlist:" + head.sequence(), prepared.bytes(), challenge, credential)) {
            case AssertionOutcome.Refused _ -> new Forbidden(Rule.NOT_CONFIRMED);
            case AssertionOutcome.Confirmed(AssertionOutcome.Evidence evidence) ->
                    new ApproveOutcome.Published(
                            committed(draft, prepared, signer, by, basis, evidence.id(), issued));
        };
    }

    private Edition committed(
            Draft.Submitted draft,
            Prepared prepared,
            SigningKeys.Signer signer,
            UUID by,
            Optional<Basis> basis,
            UUID evidence,
            Instant issued) {
        Edition edition =
                new Edition(
                        draft.head().sequence(),
                        prepared.bytes(),
                        keys.sign(signer, prepared.bytes(), issued),
                        issued,
                        Objects.requireNonNull(prepared.list().scheme().nextUpdate()),
                        draft.head().id(),
                        signer.id(),
                        draft.by(),
                        by,
                        basis,
                        evidence);
        table.insert(edition);
        drafts.end(draft.head().id(), "published", clock.instant());
        String signed = HexFormat.of().formatHex(edition.digest());
        leaves.append(
                new NewLeaf(LEAF, leaf(edition, prepared, signed), edition.reference(), true));
        news.publishEvent(
                Act.done(
                        TrustlistAct.PUBLISHED,
                        "trustlist:" + edition.sequence(),
                        Map.of(
                                "draft",
                                draft.head().id().toString(),
                                "sha256",
                                prepared.sha256(),
                                "signed-sha256",
                                signed,
                                "evidence",
                                evidence.toString(),
                                "basis",
                                ActingFor.fact(basis))));
        return edition;
    }

    /** What the log commits to: the numbers, hashes and the basis, nothing about a person. */
    private static byte[] leaf(Edition edition, Prepared prepared, String signed) {
        return """
        {%s"issued":"%s","nextUpdate":"%s","sequence":%d,"signed":"%s","territory":"%s","unsigned":"%s"}
        """
                .formatted(
                        edition.basis()
                                .map(each -> "\"basis\":\"" + each.subject() + "\",")
                                .orElse(""),
                        edition.issued(),
                        edition.nextUpdate(),
                        edition.sequence(),
                        signed,
                        prepared.list().scheme().territory(),
                        prepared.sha256())
                .strip()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Draft.Submitted submitted(Optional<Draft> found, int version) {
        if (!(found.orElse(null) instanceof Draft.Submitted submitted)) {
            throw new Fault(TrustlistFault.NO_DRAFT);
        }
        if (submitted.head().version() != version) {
            throw new Fault(TrustlistFault.DRAFT_CHANGED);
        }
        return submitted;
    }
}
