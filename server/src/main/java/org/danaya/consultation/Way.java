package org.danaya.consultation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.consultation.VersionEvent.Under;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.people.InWhoseName;
import org.danaya.people.Persons;
import org.danaya.verify.mandate.Power;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves versions on the way to their adoption: freezes them, and says who moved them, under which
 * mandate. For any number of threads.
 */
public final class Way {

    /** Leaves that say that the text of a version is fixed. */
    static final String FROZEN = "consultation.frozen";

    /** Leaves that say that a version came to an official stage. */
    static final String MOVED = "consultation.moved";

    private final VersionTable versions;
    private final VersionEventTable events;
    private final TextRegister register;
    private final List<FreezeCheck> checks;
    private final Leaves leaves;
    private final People people;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Calendar calendar;

    Way(
            JdbcClient jdbc,
            TextRegister register,
            List<FreezeCheck> checks,
            Leaves leaves,
            People people,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Calendar calendar) {
        this.versions = new VersionTable(jdbc);
        this.events = new VersionEventTable(jdbc);
        this.register = register;
        this.checks = checks;
        this.leaves = leaves;
        this.people = people;
        this.transaction = transaction;
        this.news = news;
        this.calendar = calendar;
    }

    /** Who acts, and by what. */
    record People(Accounts accounts, Persons persons, InWhoseName names) {}

    /** What stands in the way of a freeze now. */
    public List<Orphan> orphans(UUID draft) {
        List<Orphan> orphans = new ArrayList<>();
        for (FreezeCheck check : checks) {
            orphans.addAll(check.orphans(draft, Freezing.TOLD - orphans.size()));
        }
        return orphans;
    }

    /**
     * Fixes the text of a draft for ever, if nothing is left without its answer or its cause. The
     * version before it is then superseded.
     *
     * @param revision the one that was looked at
     * @throws Fault {@link ConsultationFault#UNKNOWN}, {@link ConsultationFault#WRONG_STATE},
     *     {@link ConsultationFault#STALE}, {@link ConsultationFault#EMPTY}
     */
    public Freezing freeze(UUID account, UUID id, int revision) {
        return Objects.requireNonNull(transaction.execute(_ -> frozen(account, id, revision)));
    }

    private Freezing frozen(UUID account, UUID id, int revision) {
        versions.lockDossier(register.version(id).head().dossier());
        TextVersion locked = lock(id);
        // What is handed in about the version before waits for its answer, or comes too late.
        versions.of(locked.head().dossier()).stream()
                .filter(TextVersion.Fixed.class::isInstance)
                .forEach(each -> versions.lock(each.id()));
        if (!(locked instanceof TextVersion.Draft draft)) {
            throw new Fault(ConsultationFault.WRONG_STATE, locked.code());
        }
        if (draft.revision() != revision) {
            throw new Fault(ConsultationFault.STALE);
        }
        if (draft.said().words() == 0 || draft.said().parts() == 0) {
            throw new Fault(ConsultationFault.EMPTY);
        }
        List<Orphan> orphans = orphans(id);
        if (!orphans.isEmpty()) {
            return new Freezing.Orphans(orphans);
        }
        Instant now = calendar.now();
        versions.freeze(id, now);
        append(
                id,
                Stage.FROZEN.code(),
                account,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        supersede(account, draft.head());
        Dossier dossier = register.get(draft.head().dossier());
        leaves.append(
                new NewLeaf(
                        FROZEN,
                        """
                        danaya text version v1
                        text %s
                        version %d
                        sha256 %s
                        at %s
                        """
                                .formatted(
                                        dossier.slug(),
                                        draft.head().number(),
                                        draft.said().sha256(),
                                        now)
                                .getBytes(StandardCharsets.UTF_8),
                        "consultation:frozen:" + id));
        publish(ConsultationAct.FROZEN, draft.head(), Map.of("sha256", draft.said().sha256()));
        news.publishEvent(new VersionFrozen(id));
        return new Freezing.Frozen((TextVersion.Fixed) register.version(id));
    }

    private void supersede(UUID account, TextVersion.Head next) {
        for (TextVersion version : versions.of(next.dossier())) {
            if (version instanceof TextVersion.Fixed fixed && !fixed.id().equals(next.id())) {
                versions.move(fixed.id(), "superseded", calendar.now());
                append(
                        fixed.id(),
                        "superseded",
                        account,
                        Optional.empty(),
                        Optional.of(next.id()),
                        Optional.empty());
            }
        }
    }

    /**
     * Moves a version to the stage that follows.
     *
     * @param reason what is said about it; asked for where it is sent back
     * @throws Fault {@link ConsultationFault#UNKNOWN}, {@link ConsultationFault#WRONG_STATE},
     *     {@link ConsultationFault#NO_MANDATE}, {@link ConsultationFault#UNANSWERED}
     */
    public TextVersion move(UUID account, UUID id, Stage stage, Optional<String> reason) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            TextVersion locked = lock(id);
                            if (!(locked instanceof TextVersion.Fixed fixed)
                                    || !fixed.stage().next().contains(stage)) {
                                throw new Fault(ConsultationFault.WRONG_STATE, locked.code());
                            }
                            if (stage == Stage.VALIDATED) {
                                needAnswered(id);
                            }
                            Dossier dossier = register.get(fixed.head().dossier());
                            Optional<Under> under =
                                    stage.official() ? under(account, dossier) : Optional.empty();
                            versions.move(id, stage.code(), calendar.now());
                            append(id, stage.code(), account, under, Optional.empty(), reason);
                            if (stage.official()) {
                                leaves.append(leaf(dossier, fixed, stage));
                            }
                            publish(
                                    ConsultationAct.MOVED,
                                    fixed.head(),
                                    Map.of(
                                            "stage", stage.code(),
                                            "basis", under.map(Under::basis).orElse("")));
                            return register.version(id);
                        }));
    }

    /** Nothing goes on the official way with an observation that nobody answered. */
    void needAnswered(UUID version) {
        int open = checks.stream().mapToInt(check -> check.unanswered(version)).sum();
        if (open > 0) {
            throw new Fault(ConsultationFault.UNANSWERED, open);
        }
    }

    private NewLeaf leaf(Dossier dossier, TextVersion.Fixed fixed, Stage stage) {
        int place = events.of(fixed.id()).size();
        return new NewLeaf(
                MOVED,
                """
                danaya text stage v1
                text %s
                version %d
                sha256 %s
                stage %s
                at %s
                """
                        .formatted(
                                dossier.slug(),
                                fixed.head().number(),
                                fixed.said().sha256(),
                                stage.code(),
                                calendar.now())
                        .getBytes(StandardCharsets.UTF_8),
                "consultation:moved:" + fixed.id() + ":" + place);
    }

    /**
     * Gives a version up.
     *
     * @throws Fault {@link ConsultationFault#UNKNOWN}, {@link ConsultationFault#WRONG_STATE}
     */
    public TextVersion withdraw(UUID account, UUID id, String reason) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            TextVersion locked = lock(id);
                            if (!(locked instanceof TextVersion.Fixed)) {
                                throw new Fault(ConsultationFault.WRONG_STATE, locked.code());
                            }
                            versions.move(id, "withdrawn", calendar.now());
                            append(
                                    id,
                                    "withdrawn",
                                    account,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(reason));
                            publish(ConsultationAct.WITHDRAWN, locked.head(), Map.of());
                            return register.version(id);
                        }));
    }

    /**
     * By what a person moves a text in the name of the structure that leads it.
     *
     * @throws Fault {@link ConsultationFault#NO_MANDATE} where powers of it are recorded, and the
     *     person has none
     */
    Optional<Under> under(UUID account, Dossier dossier) {
        UUID person = people.accounts().get(account).owner().person();
        UUID structure = dossier.lead().structure();
        InWhoseName.About about =
                new InWhoseName.About(Map.of("texts", dossier.slug()), Optional.empty());
        Optional<Under> under =
                people.names().held(person, Power.SIGN, about).stream()
                        .filter(held -> held.basis().structure().equals(structure))
                        .findFirst()
                        .map(
                                held ->
                                        new Under(
                                                held.basis().column(),
                                                people.persons().get(person).name(),
                                                held.function()));
        if (under.isEmpty() && people.names().isNeeded(structure, Power.SIGN)) {
            throw new Fault(ConsultationFault.NO_MANDATE, dossier.lead().name());
        }
        return under;
    }

    private TextVersion lock(UUID id) {
        return versions.lock(id).orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
    }

    private void append(
            UUID version,
            String kind,
            UUID account,
            Optional<Under> under,
            Optional<UUID> other,
            Optional<String> reason) {
        events.append(
                version, new VersionEvent(kind, calendar.now(), account, under, other, reason));
    }

    private void publish(ConsultationAct act, TextVersion.Head head, Map<String, String> facts) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put("number", Integer.toString(head.number()));
        news.publishEvent(Act.done(act, TextVersion.subject(head.id()), all));
    }
}
