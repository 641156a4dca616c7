package org.danaya.consultation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.consultation.VersionEvent.Under;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.signin.AssertionOutcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes adopted versions known to everybody, with their history: whoever does it confirms with a
 * passkey which bytes were adopted by which act. For any number of threads.
 */
public final class Publishing {

    /** Leaves that say that an adopted version is published. */
    static final String PUBLISHED = "consultation.published";

    private final VersionTable versions;
    private final VersionEventTable events;
    private final AdoptionTable adoptions;
    private final PublicationTable publications;
    private final TextRegister register;
    private final Way way;
    private final Confirming confirming;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Calendar calendar;

    Publishing(
            JdbcClient jdbc,
            TextRegister register,
            Way way,
            Confirming confirming,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Calendar calendar) {
        this.versions = new VersionTable(jdbc);
        this.events = new VersionEventTable(jdbc);
        this.adoptions = new AdoptionTable(jdbc);
        this.publications = new PublicationTable(jdbc);
        this.register = register;
        this.way = way;
        this.confirming = confirming;
        this.leaves = leaves;
        this.transaction = transaction;
        this.news = news;
        this.calendar = calendar;
    }

    /** Whether a person confirmed some content with a passkey, just now. */
    @FunctionalInterface
    interface Confirming {

        /** As {@link org.danaya.signin.FreshAssertions#answer}. */
        AssertionOutcome answer(
                UUID account, String what, byte[] content, String challenge, String credential);
    }

    /** Whether a version can be published now. */
    public static boolean can(TextVersion version) {
        return version instanceof TextVersion.Adopted || version instanceof TextVersion.Noted;
    }

    /** That a version was made known; empty where it wasn't. */
    public Optional<Publication> of(UUID version) {
        return publications.find(version);
    }

    /**
     * What whoever publishes a version confirms: the text to the byte, and the act.
     *
     * @throws Fault {@link ConsultationFault#WRONG_STATE}
     */
    public byte[] statement(TextVersion version) {
        return said(version).getBytes(StandardCharsets.UTF_8);
    }

    private String said(TextVersion version) {
        if (!can(version)) {
            throw new Fault(ConsultationFault.WRONG_STATE, version.code());
        }
        Adoption.Act act = adoptions.last(version.id()).orElseThrow().act();
        return """
        danaya %s v1
        text %s
        version %d
        sha256 %s
        %s"""
                .formatted(
                        PUBLISHED,
                        register.get(version.head().dossier()).slug(),
                        version.head().number(),
                        version.said().sha256(),
                        act.lines());
    }

    /**
     * Makes an adopted version known to everybody, with its history.
     *
     * @param seen the statement that the person saw
     * @throws Fault {@link ConsultationFault#UNKNOWN}, {@link ConsultationFault#WRONG_STATE},
     *     {@link ConsultationFault#STALE}, {@link ConsultationFault#NO_MANDATE}, {@link
     *     ConsultationFault#NOT_CONFIRMED}
     */
    public TextVersion publish(
            UUID account, UUID id, byte[] seen, String challenge, String credential) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            TextVersion locked = lock(id);
                            String said = said(locked);
                            byte[] statement = said.getBytes(StandardCharsets.UTF_8);
                            if (!Arrays.equals(seen, statement)) {
                                throw new Fault(ConsultationFault.STALE);
                            }
                            Optional<Under> under =
                                    way.under(account, register.get(locked.head().dossier()));
                            UUID evidence = confirmed(account, id, seen, challenge, credential);
                            return published(
                                    new Publication(id, account, calendar.now(), under, evidence),
                                    locked,
                                    said);
                        }));
    }

    private UUID confirmed(
            UUID account, UUID id, byte[] content, String challenge, String credential) {
        if (confirming.answer(account, TextVersion.subject(id), content, challenge, credential)
                instanceof AssertionOutcome.Confirmed(AssertionOutcome.Evidence evidence)) {
            return evidence.id();
        }
        throw new Fault(ConsultationFault.NOT_CONFIRMED);
    }

    private TextVersion published(Publication publication, TextVersion version, String said) {
        UUID id = version.id();
        publications.insert(publication);
        versions.move(id, "published", publication.at());
        events.append(
                id,
                new VersionEvent(
                        "published",
                        publication.at(),
                        publication.by(),
                        publication.under(),
                        Optional.empty(),
                        Optional.empty()));
        leaves.append(
                new NewLeaf(
                        PUBLISHED,
                        (said + "at " + publication.at() + "\n").getBytes(StandardCharsets.UTF_8),
                        PUBLISHED + ":" + id));
        news.publishEvent(
                Act.done(
                        ConsultationAct.PUBLISHED,
                        TextVersion.subject(id),
                        Map.of(
                                "number", Integer.toString(version.head().number()),
                                "evidence", publication.evidence().toString())));
        news.publishEvent(new TextPublished(id));
        return register.version(id);
    }

    private TextVersion lock(UUID id) {
        return versions.lock(id).orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
    }
}
