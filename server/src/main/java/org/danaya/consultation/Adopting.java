package org.danaya.consultation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
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
        return adoptions.last(version);
    }

    /** All that was noted, the corrections after what was first. */
    public List<Adoption> noted(UUID version) {
        return adoptions.all(version);
    }

    /** The kinds of act that could adopt a version now. */
    public static List<AdoptionKind> kinds(TextVersion version) {
        return version instanceof TextVersion.Fixed fixed
                ? AdoptionKind.from(fixed.stage())
                : List.of();
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
                            if (!kinds(locked).contains(act.kind())) {
                                throw new Fault(ConsultationFault.WRONG_STATE, locked.code());
                            }
                            way.needAnswered(locked.id());
                            note(account, locked, act, 1, Optional.empty());
                            news.publishEvent(new VersionAdopted(id));
                            return register.version(id);
                        }));
    }

    /** Whether the act that is noted can still be corrected: until its version is published. */
    public static boolean canCorrect(TextVersion version) {
        return Publishing.can(version);
    }

    /** The kinds of act that could have adopted a version that one did adopt. */
    public List<AdoptionKind> meant(UUID version) {
        return register.history(version).stream()
                .map(event -> Stage.of(event.kind()))
                .flatMap(Optional::stream)
                .reduce((_, later) -> later)
                .map(AdoptionKind::from)
                .orElse(List.of());
    }

    /**
     * Corrects the act that was noted. What was noted before stays, in the public log too.
     *
     * @param place of the act that is corrected: nobody corrected it meanwhile
     * @param reason why; everybody will read it, at most 1,000 characters
     * @throws Fault {@link ConsultationFault#UNKNOWN}, {@link ConsultationFault#WRONG_STATE},
     *     {@link ConsultationFault#STALE}, {@link ConsultationFault#NO_MANDATE}, {@link
     *     ConsultationFault#ACT_UNFIT}
     */
    public TextVersion correct(UUID account, UUID id, int place, Adoption.Act act, String reason) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            TextVersion locked = lock(id);
                            if (!canCorrect(locked)) {
                                throw new Fault(ConsultationFault.WRONG_STATE, locked.code());
                            }
                            if (of(id).orElseThrow().place() != place) {
                                throw new Fault(ConsultationFault.STALE);
                            }
                            if (!meant(id).contains(act.kind())) {
                                throw new Fault(ConsultationFault.ACT_UNFIT);
                            }
                            note(account, locked, act, place + 1, Optional.of(reason));
                            return register.version(id);
                        }));
    }

    private void note(
            UUID account,
            TextVersion version,
            Adoption.Act act,
            int place,
            Optional<String> correction) {
        if (act.day().isAfter(calendar.today())
                || act.kind().numbered() != act.number().isPresent()) {
            throw new Fault(ConsultationFault.ACT_UNFIT);
        }
        UUID id = version.id();
        Dossier dossier = register.get(version.head().dossier());
        Optional<Under> under = way.under(account, dossier);
        Instant now = calendar.now();
        Adoption noted = new Adoption(id, place, act, account, now, under, correction);
        adoptions.insert(noted);
        if (!version.code().equals(act.kind().state())) {
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
        leaves.append(leaf(what, dossier, version, noted));
        news.publishEvent(
                Act.done(
                        what,
                        TextVersion.subject(id),
                        Map.of(
                                "number", Integer.toString(version.head().number()),
                                "kind", act.kind().code(),
                                "day", act.day().toString())));
    }

    /** Of the reason, which may have several lines, the leaf has the hash. */
    private static NewLeaf leaf(
            ConsultationAct what, Dossier dossier, TextVersion version, Adoption noted) {
        String text =
                """
                danaya %s v1
                text %s
                version %d
                sha256 %s
                %s%sat %s
                """
                        .formatted(
                                what.code(),
                                dossier.slug(),
                                version.head().number(),
                                version.said().sha256(),
                                noted.act().lines(),
                                noted.correction().map(Adopting::reason).orElse(""),
                                noted.recordedAt());
        return new NewLeaf(
                what.code(),
                text.getBytes(StandardCharsets.UTF_8),
                what.code() + ":" + version.id() + (noted.place() == 1 ? "" : ":" + noted.place()));
    }

    private static String reason(String words) {
        return "reason " + Sha256.hexOf(words.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    private TextVersion lock(UUID id) {
        return versions.lock(id).orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
    }
}
