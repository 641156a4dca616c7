package org.danaya.consultation.observation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Sha256;
import org.danaya.consultation.Calendar;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Stage;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.people.InWhoseName;
import org.danaya.signin.AssertionOutcome;
import org.danaya.verify.mandate.Power;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands in what a structure has written, in its name: under an office or a mandate, confirmed with
 * a passkey over the exact content, with a leaf in the public log. For any number of threads.
 */
public final class Submission {

    /** Leaves that say that a structure handed in. */
    static final String SUBMITTED = "consultation.observations";

    private final ReferralTable referrals;
    private final ReferralEventTable events;
    private final BatchTable batches;
    private final ObservationTable observations;
    private final TextRegister texts;
    private final People people;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Calendar calendar;

    Submission(
            JdbcClient jdbc,
            TextRegister texts,
            People people,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Calendar calendar) {
        this.referrals = new ReferralTable(jdbc);
        this.events = new ReferralEventTable(jdbc);
        this.batches = new BatchTable(jdbc);
        this.observations = new ObservationTable(jdbc);
        this.texts = texts;
        this.people = people;
        this.leaves = leaves;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.calendar = calendar;
    }

    /**
     * Who acts, by what, and whether they confirmed it.
     *
     * @param persons the person of an account
     * @param names the name of a person
     */
    record People(
            UnaryOperator<UUID> persons,
            Function<UUID, String> names,
            InWhoseName inWhoseName,
            Confirming confirming) {}

    /** Whether a person confirmed some content with a passkey, just now. */
    @FunctionalInterface
    interface Confirming {

        /** As {@link org.danaya.signin.FreshAssertions#answer}. */
        AssertionOutcome answer(
                UUID account, String what, byte[] content, String challenge, String credential);
    }

    /**
     * What would be handed in now.
     *
     * @param statement what the passkey confirms
     * @param content the file, as JSON
     * @param held by what whoever looks may hand it in; empty where they may not
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Prepared(
            Referral referral,
            List<Observation.Draft> drafts,
            byte[] statement,
            byte[] content,
            Optional<InWhoseName.Held> held) {

        /** Drafts that nobody has placed yet. */
        public long unplaced() {
            return drafts.stream()
                    .filter(draft -> draft.said().anchor() instanceof Anchor.Unplaced)
                    .count();
        }
    }

    /**
     * What would be handed in now.
     *
     * @throws Fault {@link ObservationFault#UNKNOWN}
     */
    public Prepared prepare(UUID account, UUID id) {
        Referral referral =
                referrals.find(id).orElseThrow(() -> new Fault(ObservationFault.UNKNOWN));
        TextVersion version = texts.version(referral.head().version());
        Dossier dossier = texts.get(version.head().dossier());
        List<Observation.Draft> drafts = observations.drafts(id);
        byte[] content = BatchContent.of(dossier, version, referral.head().structure(), drafts);
        return new Prepared(
                referral,
                drafts,
                BatchContent.statement(
                        dossier, version, referral.head().structure(), drafts.size(), content),
                content,
                held(account, referral.head().structure().id(), dossier));
    }

    /** By what an account's person may hand in for a structure; nothing where they may not. */
    public Optional<InWhoseName.Held> held(UUID account, UUID structure, Dossier dossier) {
        return people
                .inWhoseName()
                .held(
                        people.persons().apply(account),
                        Power.SUBMIT_OBSERVATION,
                        new InWhoseName.About(Map.of("texts", dossier.slug()), Optional.empty()))
                .stream()
                .filter(held -> held.basis().structure().equals(structure))
                .findFirst();
    }

    /**
     * Hands in the observations of a list.
     *
     * @param seen the statement that the person saw
     * @throws Fault {@link ObservationFault#UNKNOWN}, {@link ObservationFault#NOT_TAKEN}, {@link
     *     ObservationFault#NO_MANDATE}, {@link ObservationFault#EMPTY}, {@link
     *     ObservationFault#UNPLACED}, {@link ObservationFault#STALE}, {@link
     *     ObservationFault#NOT_CONFIRMED}
     */
    public Batch submit(UUID account, UUID id, byte[] seen, String challenge, String credential) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Prepared prepared = locked(account, id);
                            if (prepared.drafts().isEmpty()) {
                                throw new Fault(ObservationFault.EMPTY);
                            }
                            if (prepared.unplaced() > 0) {
                                throw new Fault(ObservationFault.UNPLACED, prepared.unplaced());
                            }
                            return handedIn(account, prepared, seen, challenge, credential);
                        }));
    }

    /**
     * Says in a structure's name that it has no observation.
     *
     * @throws Fault as {@link #submit}, and {@link ObservationFault#NOT_EMPTY} where something is
     *     written or was handed in
     */
    public Batch nothing(UUID account, UUID id, byte[] seen, String challenge, String credential) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Prepared prepared = locked(account, id);
                            int had =
                                    batches.of(id).stream().mapToInt(Batch::observations).sum()
                                            + prepared.drafts().size();
                            if (had > 0) {
                                throw new Fault(ObservationFault.NOT_EMPTY, had);
                            }
                            return handedIn(account, prepared, seen, challenge, credential);
                        }));
    }

    /** Nothing of it changes any more until the transaction ends. */
    private Prepared locked(UUID account, UUID id) {
        Referral found = referrals.find(id).orElseThrow(() -> new Fault(ObservationFault.UNKNOWN));
        referrals.lockVersion(found.head().version());
        referrals.lock(id);
        referrals.lockDrafts(id);
        ObservationDrafts.needTaken(texts.version(found.head().version()));
        Prepared prepared = prepare(account, id);
        if (prepared.held().isEmpty()) {
            throw new Fault(
                    ObservationFault.NO_MANDATE, prepared.referral().head().structure().name());
        }
        return prepared;
    }

    private Batch handedIn(
            UUID account, Prepared prepared, byte[] seen, String challenge, String credential) {
        if (!Arrays.equals(seen, prepared.statement())) {
            throw new Fault(ObservationFault.STALE);
        }
        Referral referral = prepared.referral();
        UUID evidence =
                confirmed(
                        account,
                        Referral.subject(referral.id()),
                        prepared.statement(),
                        challenge,
                        credential);
        Batch batch = batch(account, prepared, evidence);
        batches.insert(batch, prepared.content());
        int submitted = observations.submit(batch, referral.head().version());
        if (submitted != batch.observations()) {
            throw new Fault(ObservationFault.STALE);
        }
        referrals.change(after(referral, batch));
        events.append(
                referral.id(),
                submitted > 0
                        ? new ReferralEvent.Submitted(batch.at(), account, batch.id())
                        : new ReferralEvent.Nothing(batch.at(), account, batch.id()));
        leaves.append(leaf(batch, prepared));
        news.publishEvent(
                Act.done(
                        ObservationAct.SUBMITTED,
                        Referral.subject(referral.id()),
                        Map.of(
                                "batch", batch.id().toString(),
                                "observations", Integer.toString(submitted),
                                "sha256", batch.sha256(),
                                "receipt", batch.receipt().code(),
                                "basis", batch.basis(),
                                "evidence", evidence.toString())));
        return batch;
    }

    private UUID confirmed(
            UUID account, String what, byte[] content, String challenge, String credential) {
        if (people.confirming().answer(account, what, content, challenge, credential)
                instanceof AssertionOutcome.Confirmed(AssertionOutcome.Evidence evidence)) {
            return evidence.id();
        }
        throw new Fault(ObservationFault.NOT_CONFIRMED);
    }

    private Batch batch(UUID account, Prepared prepared, UUID evidence) {
        Referral.Head head = prepared.referral().head();
        InWhoseName.Held held = prepared.held().orElseThrow();
        Instant now = calendar.now();
        boolean open =
                texts.version(head.version()) instanceof TextVersion.Fixed fixed
                        && fixed.stage() == Stage.IN_CONSULTATION;
        return new Batch(
                ids.next(),
                head.id(),
                batches.of(head.id()).size() + 1,
                account,
                now,
                open && now.isBefore(head.deadline()) ? Receipt.IN_TIME : Receipt.LATE,
                prepared.drafts().size(),
                Sha256.hexOf(prepared.content()),
                held.basis().column(),
                people.names().apply(people.persons().apply(account)),
                held.function(),
                evidence);
    }

    /** What came first counts; observations count more than that there are none. */
    private static Referral after(Referral referral, Batch batch) {
        if (batch.observations() == 0) {
            return new Referral.Nothing(referral.head(), batch.receipt(), batch.at());
        }
        return switch (referral) {
            case Referral.Received received -> received;
            case Referral.Awaited _, Referral.Nothing _, Referral.Silent _ ->
                    new Referral.Received(referral.head(), batch.receipt(), batch.at());
        };
    }

    /** Nothing in it is about a person, nor tells what was said. */
    private static NewLeaf leaf(Batch batch, Prepared prepared) {
        return new NewLeaf(
                SUBMITTED,
                """
                danaya observations v1
                referral %s
                structure %s
                batch %d
                observations %d
                sha256 %s
                receipt %s
                at %s
                """
                        .formatted(
                                batch.referral(),
                                prepared.referral().head().structure().identifier(),
                                batch.place(),
                                batch.observations(),
                                batch.sha256(),
                                batch.receipt().code(),
                                batch.at())
                        .getBytes(StandardCharsets.UTF_8),
                "consultation:observations:" + batch.id());
    }
}
