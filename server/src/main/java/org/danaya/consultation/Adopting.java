package org.danaya.consultation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
                            way.needAnswered(locked.id());
                            note(account, locked, act, Optional.empty());
                            news.publishEvent(new VersionAdopted(id));
                            return register.version(id);
                        }));
    }

    /** Whether the act that is noted can still be corrected: until its version is published. */
    public static boolean canCorrect(TextVersion version) {
        return Publishing.can(version);
    }

    /** The kinds of act of which one may have been meant where another was noted. */
    public static List<AdoptionKind> meant(AdoptionKind noted) {
        return Arrays.stream(AdoptionKind.values()).filter(kind -> kind.mayReplace(noted)).toList();
    }

    /**
     * Corrects the act that was noted. What was noted before stays, in the public log too.
     *
     * @param reason why; everybody will read it, at most 1,000 characters
     * @throws Fault {@link ConsultationFault#UNKNOWN}, {@link ConsultationFault#WRONG_STATE},
     *     {@link ConsultationFault#NO_MANDATE}, {@link ConsultationFault#ACT_UNFIT}
     */
    public TextVersion correct(UUID account, UUID id, Adoption.Act act, String reason) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            TextVersion locked = lock(id);
                            if (!canCorrect(locked)) {
                                throw new Fault(ConsultationFault.WRONG_STATE, locked.code());
                            }
                            Adoption noted = adoptions.find(id).orElseThrow();
                            if (!meant(noted.act().kind()).contains(act.kind())) {
                                throw new Fault(ConsultationFault.ACT_UNFIT);
                            }
                            note(account, locked, act, Optional.of(reason));
                            return register.version(id);
                        }));
    }

    private void note(
            UUID account, TextVersion version, Adoption.Act act, Optional<String> correction) {
        if (act.day().isAfter(calendar.today())
                || act.kind().numbered() != act.number().isPresent()) {
            throw new Fault(ConsultationFault.ACT_UNFIT);
        }
        UUID id = version.id();
        Dossier dossier = register.get(version.head().dossier());
        Optional<Under> under = way.under(account, dossier);
        Instant now = calendar.now();
        Adoption noted = new Adoption(id, act, account, now, under, correction);
        int place = adoptions.append(noted);
        if (correction.isEmpty()) {
            versions.move(id, act.kind().state(), now);
        }
        events.append(
                id,
                new VersionEvent(
                        correction.isEmpty() ? act.kind().state() : "corrected",
                        now,
                        account,
                        under,
                        Optional.empty(),
                        correction));
        ConsultationAct what =
                correction.isEmpty() ? ConsultationAct.ADOPTED : ConsultationAct.CORRECTED;
        leaves.append(leaf(what, dossier, version, noted, place));
        news.publishEvent(
                Act.done(
                        what,
                        TextVersion.subject(id),
                        Map.of(
                                "number", Integer.toString(version.head().number()),
                                "kind", act.kind().code(),
                                "day", act.day().toString())));
    }

    private static NewLeaf leaf(
            ConsultationAct what, Dossier dossier, TextVersion version, Adoption noted, int place) {
        Adoption.Act act = noted.act();
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
                                what.code(),
                                dossier.slug(),
                                version.head().number(),
                                version.said().sha256(),
                                act.kind().code(),
                                act.number().orElse("-"),
                                act.day(),
                                noted.recordedAt());
        return new NewLeaf(
                what.code(),
                text.getBytes(StandardCharsets.UTF_8),
                what.code() + ":" + version.id() + (place == 1 ? "" : ":" + place));
    }

    private TextVersion lock(UUID id) {
        return versions.lock(id).orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
    }
}
