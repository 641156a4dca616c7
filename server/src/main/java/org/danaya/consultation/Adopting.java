package org.danaya.consultation;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.consultation.VersionEvent.Under;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records what adopted a version. The text is the frozen version's, to the byte. For any number of
 * threads.
 */
public final class Adopting {

    /** Leaves that say what adopted a version. */
    static final String ADOPTED = "consultation.adopted";

    private final VersionTable versions;
    private final VersionEventTable events;
    private final AdoptionTable adoptions;
    private final TextRegister register;
    private final Way way;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Calendar calendar;

    Adopting(
            JdbcClient jdbc,
            TextRegister register,
            Way way,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Calendar calendar) {
        this.versions = new VersionTable(jdbc);
        this.events = new VersionEventTable(jdbc);
        this.adoptions = new AdoptionTable(jdbc);
        this.register = register;
        this.way = way;
        this.leaves = leaves;
        this.transaction = transaction;
        this.news = news;
        this.calendar = calendar;
    }

    /** What adopted a version; empty where nothing did. */
    public Optional<Adoption> of(UUID version) {
        return adoptions.find(version);
    }

    /** Whether such an act could adopt a version now. */
    public static boolean can(TextVersion version, AdoptionKind kind) {
        return version instanceof TextVersion.Fixed fixed && kind.from().contains(fixed.stage());
    }

    /**
     * Records the act that adopted a version.
     *
     * @throws Fault {@link ConsultationFault#UNKNOWN}, {@link ConsultationFault#WRONG_STATE},
     *     {@link ConsultationFault#NO_MANDATE}, {@link ConsultationFault#ACT_UNFIT} where the day
     *     hasn't come, or the number is missing or too much, {@link ConsultationFault#UNANSWERED}
     */
    public TextVersion adopt(UUID account, UUID id, Adoption.Act act) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            versions.lockDossier(register.version(id).head().dossier());
                            TextVersion locked = lock(id);
                            if (!can(locked, act.kind())) {
                                throw new Fault(ConsultationFault.WRONG_STATE, locked.code());
                            }
                            if (act.day().isAfter(calendar.today())
                                    || act.kind().numbered() != act.number().isPresent()) {
                                throw new Fault(ConsultationFault.ACT_UNFIT);
                            }
                            way.needAnswered(locked.id());
                            Dossier dossier = register.get(locked.head().dossier());
                            Optional<Under> under = way.under(account, dossier);
                            adoptions.insert(new Adoption(id, act, account, calendar.now(), under));
                            versions.move(id, act.kind().state(), calendar.now());
                            append(id, act.kind().state(), account, under);
                            leaves.append(leaf(dossier, locked, act));
                            publish(
                                    ConsultationAct.ADOPTED,
                                    locked,
                                    Map.of("kind", act.kind().code(), "day", act.day().toString()));
                            news.publishEvent(new VersionAdopted(id));
                            return register.version(id);
                        }));
    }

    private NewLeaf leaf(Dossier dossier, TextVersion version, Adoption.Act act) {
        String text =
                """
                danaya %s v1
                text %s
                version %d
                sha256 %s
                act %s
                number %s
                day %s
                at %s
                """
                        .formatted(
                                ADOPTED,
                                dossier.slug(),
                                version.head().number(),
                                version.said().sha256(),
                                act.kind().code(),
                                act.number().orElse("-"),
                                act.day(),
                                calendar.now());
        return new NewLeaf(
                ADOPTED, text.getBytes(StandardCharsets.UTF_8), ADOPTED + ":" + version.id());
    }

    private TextVersion lock(UUID id) {
        return versions.lock(id).orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
    }

    private void append(UUID version, String kind, UUID account, Optional<Under> under) {
        events.append(
                version,
                new VersionEvent(
                        kind, calendar.now(), account, under, Optional.empty(), Optional.empty()));
    }

    private void publish(ConsultationAct act, TextVersion version, Map<String, String> facts) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put("number", Integer.toString(version.head().number()));
        news.publishEvent(Act.done(act, TextVersion.subject(version.id()), all));
    }
}
